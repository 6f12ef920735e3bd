//! Every reading of a classified file is logged (A-SEC-10, B-SEC-06).
use super::attachments::{PDF, upload};
use super::{begun, each, institution, supervisor_and_owner};
use chrono::Duration;
use kernel::access::{Actor, Via};
use kernel::readings::entity::{Column, Entity};
use kernel::readings::{FULL, Reading, ReadingWay};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};
use serde_json::{Value, json};
use tests::company::{
    ADMINISTRATOR, AUDITOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, INFORMATION_SUPERVISOR,
    SALES_MANAGER, SALESPERSON, SERVICE_MANAGER, a_key_of_the_service_manager, classify_for,
};
use tests::{Caller, TestApp, on_both};
use uuid::Uuid;

fn id_of(path: &str) -> Uuid {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// The readings of a file, as somebody finds them in the log.
async fn log(reader: &Caller, path: &str, more: &str) -> Vec<Value> {
    let list = format!("/client-readings?client_id={}{more}", id_of(path));
    reader.get(&list).await.expect(200)["items"].as_array().unwrap().clone()
}

/// Who read a file in which way, latest first.
async fn who(reader: &Caller, path: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = log(reader, path, "").await;
    rows.iter().map(|row| (text(&row["person"]["name"]), text(&row["way"]))).collect()
}

/// Rows of the table about a file, whoever may see them.
async fn written(app: &TestApp, path: &str) -> u64 {
    let rows = Entity::find().filter(Column::ResourceId.eq(id_of(path)));
    rows.count(app.app.db.reader()).await.unwrap()
}

/// A file of somebody, which nobody has opened yet.
async fn unread(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    (keeper, owner, path)
}

on_both! {
    async fn a_file_is_read_once_in_half_an_hour(app: TestApp) {
        let (_, owner, path) = unread(&app).await;
        let auditor = app.signed_in(AUDITOR).await;
        assert_eq!(who(&auditor, &path).await, vec![]);
        for below in ["", "/contacts", "/timeline", "/attachments", "/verifications", ""] {
            let _ = owner.get(&format!("{path}{below}")).await.expect(200);
        }
        let opened = ("程涛".to_owned(), "OPENED".to_owned());
        assert_eq!(who(&auditor, &path).await, vec![opened.clone()]);
        let row = log(&auditor, &path, "").await.remove(0);
        assert_eq!(row["level"], "SECRET");
        assert_eq!(row["via"], "SESSION");
        assert_eq!(row["client"]["name"], "成都锦川机电设备有限公司");
        assert_eq!(row["read_at"], json!(app.app.clock.now()));
        app.clock.advance(Duration::minutes(31));
        let owner = app.signed_in(SALESPERSON).await;
        let _ = owner.get(&format!("{path}/comments")).await.expect(200);
        assert_eq!(who(&app.signed_in(AUDITOR).await, &path).await, vec![opened.clone(), opened]);
    }

    /// What belongs to a file is read by opening any of it.
    async fn there_is_no_way_into_a_file_that_is_not_logged(app: TestApp) {
        let (_, _, path) = unread(&app).await;
        for below in [
            "", "/contacts", "/qualifications", "/purchases", "/interactions", "/comments",
            "/attachments", "/timeline", "/verifications", "/hand-overs", "/tier-decisions",
        ] {
            app.clock.advance(Duration::minutes(30));
            let owner = app.signed_in(SALESPERSON).await;
            let _ = owner.get(&format!("{path}{below}")).await.expect(200);
            let rows = log(&app.signed_in(GENERAL_MANAGER).await, &path, "").await;
            assert_eq!(rows[0]["read_at"], json!(app.app.clock.now()), "{below}");
        }
    }

    async fn papers_spreadsheets_and_the_trail_are_ways_of_their_own(app: TestApp) {
        let (_, owner, path) = unread(&app).await;
        let paper = upload(&owner, &format!("{path}/attachments"), "框架协议.pdf", PDF).await.expect(201);
        let bytes = format!("{path}/attachments/{}/content", paper["id"].as_str().unwrap());
        let _ = owner.get(&bytes).await.expect_text(200);
        let auditor = app.signed_in(AUDITOR).await;
        let trail = format!("/audit-entries?resource_type=client&resource_id={}", id_of(&path));
        let _ = auditor.get(&trail).await.expect(200);
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let _ = keeper.get("/clients/export?format=csv").await.expect_text(200);
        let ways = who(&auditor, &path).await;
        let expected = [("杜欣怡", "EXPORTED"), ("叶正清", "TRAIL"), ("程涛", "PAPER")];
        assert_eq!(ways, expected.map(|(name, way)| (name.to_owned(), way.to_owned())));
        let taken = log(&auditor, &path, "&way=PAPER&way=EXPORTED").await;
        assert_eq!(each_way(&taken), ["EXPORTED", "PAPER"]);
    }

    async fn a_key_reads_in_the_name_of_its_owner_and_it_shows(app: TestApp) {
        let (_, _, path) = unread(&app).await;
        let key = a_key_of_the_service_manager(&app, &["client.read"]).await;
        let _ = key.get(&path).await.expect(200);
        let row = log(&app.signed_in(AUDITOR).await, &path, "").await.remove(0);
        assert_eq!((row["person"]["name"].as_str(), row["via"].as_str()), (Some("周敏"), Some("API_KEY")));
    }

    async fn lists_searches_and_what_is_out_of_sight_are_no_readings(app: TestApp) {
        let (_, owner, path) = unread(&app).await;
        let _ = owner.get("/clients?q=锦川").await.expect(200);
        let _ = owner.get("/search?q=锦川").await.expect(200);
        let other = app.signed_in("yuanpengfei").await;
        other.get(&path).await.refuses(404, "NOT_FOUND");
        other.get(&format!("{path}/contacts")).await.refuses(404, "NOT_FOUND");
        assert_eq!(who(&app.signed_in(AUDITOR).await, &path).await, vec![]);
    }

    /// What leaves no act in the trail and answers with the file is a reading: an act that is only tried, a
    /// change that changes nothing, a submission that shows what stands in the file.
    async fn what_answers_with_a_file_and_does_nothing_is_a_reading(app: TestApp) {
        let (keeper, owner, path) = unread(&app).await;
        let etag = "\"1\"";
        let report = json!({"reason": "多次无理由拒收"});
        let tried = owner.act(&format!("{path}/actions/report-inferior?dry_run=true"), etag, report).await;
        assert_eq!(tried.status, 200, "{}", tried.text);
        let _ = keeper.patch(&path, etag, json!({})).await.expect(200);
        let auditor = app.signed_in(AUDITOR).await;
        let mut ways = who(&auditor, &path).await;
        ways.sort();
        let opened = |name: &str| (name.to_owned(), "OPENED".to_owned());
        assert_eq!(ways, [opened("沈慧敏"), opened("程涛")]);
    }

    /// A-SEC-08: what is open to everybody who works with clients is not watched.
    async fn a_declassified_file_is_not_logged(app: TestApp) {
        let (keeper, owner, path) = unread(&app).await;
        let soon = json!({"level": "SECRET", "level_until": "2026-11-24", "reason": "依业务关系定级"});
        let _ = keeper.act_now(&path, "classify", soon).await.expect(200);
        app.clock.advance(Duration::days(2));
        clients::declassify(&app.app, &app.service.areas.handbook).await.unwrap();
        app.app.readings.flush(&app.app).await.unwrap();
        let before = written(&app, &path).await;
        let owner = owner.signed_in(SALESPERSON, zhidu::demo_company::PASSWORD).await;
        assert_eq!(owner.get(&path).await.expect(200)["level"], "DECLASSIFIED");
        app.app.readings.flush(&app.app).await.unwrap();
        assert_eq!(written(&app, &path).await, before);
    }

    /// 机密 and above: what is shown stands in the log already; 秘密 within a second.
    async fn the_higher_levels_are_logged_before_they_are_shown(app: TestApp) {
        app.rest().await;
        let (keeper, _, path) = unread(&app).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let _ = manager.get(&path).await.expect(200);
        assert_eq!(written(&app, &path).await, 0, "of the lowest level, it waits a second");
        app.app.readings.flush(&app.app).await.unwrap();
        assert_eq!(written(&app, &path).await, 1);
        classify_for(&keeper, &path, &manager, "CONFIDENTIAL").await;
        app.clock.advance(Duration::minutes(30));
        let manager = app.signed_in(SALES_MANAGER).await;
        let before = written(&app, &path).await;
        let _ = manager.get(&path).await.expect(200);
        assert_eq!(written(&app, &path).await, before + 1);
        let _ = app.statements.take();
        let _ = manager.get(&path).await.expect(200);
        let texts = app.statements.texts();
        assert!(texts.iter().all(|text| !text.contains("reading")), "once is enough: {texts:?}");
        assert_eq!(written(&app, &path).await, before + 1);
    }

    /// What cannot be logged is not shown.
    async fn without_its_log_nothing_confidential_is_shown(app: TestApp) {
        app.rest().await;
        let (keeper, owner, path) = unread(&app).await;
        let secret = begun(&keeper, institution("成都蜀峰包装制品有限公司", &owner)).await;
        let next = begun(&keeper, institution("成都岷江仪表有限公司", &owner)).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        classify_for(&keeper, &path, &manager, "CONFIDENTIAL").await;
        app.clock.advance(Duration::minutes(30));
        let manager = app.signed_in(SALES_MANAGER).await;
        let drop = app.app.db.begin().await.unwrap();
        drop.db().execute_unprepared("DROP TABLE reading").await.unwrap();
        drop.commit().await.unwrap();
        manager.get(&path).await.refuses(500, "INTERNAL");
        manager.get(&format!("{path}/timeline")).await.refuses(500, "INTERNAL");
        let _ = manager.get(&secret).await.expect(200);
        let others: Vec<_> = (0..FULL).map(|_| some_secret(&app)).collect();
        app.app.readings.note(&app.app, &some_reader(), &others).await.unwrap();
        for file in [&secret, &next] {
            manager.get(&format!("{file}/attachments")).await.refuses(500, "INTERNAL");
        }
        manager.get(&next).await.refuses(500, "INTERNAL");
    }

    async fn the_log_is_for_those_who_answer_for_the_archive(app: TestApp) {
        let (keeper, owner, path) = unread(&app).await;
        for caller in [&owner, &app.signed_in(SALES_MANAGER).await, &app.signed_in(INFORMATION_ADMINISTRATOR).await] {
            caller.get("/client-readings").await.refuses(403, "PERMISSION_MISSING");
        }
        let manager = app.signed_in(SERVICE_MANAGER).await;
        classify_for(&keeper, &path, &manager, "CONFIDENTIAL").await;
        let up = json!({"level": "TOP_SECRET", "reason": "直接影响公司权益"});
        let _ = keeper.act_now(&path, "classify", up).await.expect(200);
        let _ = manager.get(&path).await.expect(200);
        assert_eq!(log(&manager, &path, "&level=TOP_SECRET").await.len(), 1);
        let low = cleared_for_secret(&app).await;
        assert_eq!(log(&low, &path, "").await.len(), 0);
        let down = json!({"level": "SECRET", "reason": "业务关系已变化"});
        let _ = keeper.act_now(&path, "classify", down).await.expect(200);
        let shown = log(&low, &path, "").await;
        assert!(shown.iter().all(|row| row["level"] == "SECRET"), "that it was top secret is not for them: {shown:?}");
        let counted = format!("/client-readings?include_total=true&client_id={}", id_of(&path));
        let page = low.get(&counted).await.expect(200);
        assert_eq!(page["page"]["total"], json!(shown.len()));
    }

    async fn the_log_is_found_by_person_and_time_and_paged(app: TestApp) {
        let (_, owner, path) = unread(&app).await;
        let began = app.app.clock.now();
        for _ in 0..3 {
            for login in [INFORMATION_SUPERVISOR, SALESPERSON] {
                let _ = app.signed_in(login).await.get(&path).await.expect(200);
            }
            app.clock.advance(Duration::minutes(30));
        }
        let auditor = app.signed_in(AUDITOR).await;
        assert_eq!(log(&auditor, &path, &format!("&person_id={}", owner.id)).await.len(), 3);
        let moment = (began + Duration::minutes(30)).format("%Y-%m-%dT%H:%M:%SZ");
        assert_eq!(log(&auditor, &path, &format!("&read_before={moment}")).await.len(), 2);
        assert_eq!(log(&auditor, &path, &format!("&read_after={moment}")).await.len(), 4);
        let list = format!("/client-readings?client_id={}&limit=4", id_of(&path));
        let first = auditor.get(&list).await.expect(200);
        let cursor = first["page"]["next_cursor"].as_str().unwrap();
        let rest = auditor.get(&format!("{list}&cursor={cursor}")).await.expect(200);
        assert_eq!((each(&first, "via").len(), each(&rest, "via").len()), (4, 2));
    }

    /// Three years and no longer.
    async fn readings_are_kept_for_three_years(app: TestApp) {
        let (_, owner, path) = unread(&app).await;
        let _ = owner.get(&path).await.expect(200);
        app.app.readings.flush(&app.app).await.unwrap();
        app.clock.advance(Duration::days(3 * 365));
        assert_eq!(records::retention::forget(&app.app).await.unwrap().readings, 0);
        app.clock.advance(Duration::days(4));
        assert_eq!(records::retention::forget(&app.app).await.unwrap().readings, 1);
    }
}

fn each_way(rows: &[Value]) -> Vec<&str> {
    rows.iter().map(|row| row["way"].as_str().unwrap()).collect()
}

/// Somebody who answers for the archive as far as 秘密.
async fn cleared_for_secret(app: &TestApp) -> Caller {
    let newcomer = app.newcomer("qianxinlai").await;
    let admin = app.signed_in(ADMINISTRATOR).await;
    let all = |permission: &str| json!({"permission": permission, "scope": "ALL"});
    let role = json!({"code": "READER_OF_READINGS", "name": "阅读记录检查员", "description": "检查阅读记录",
        "clearance": 1, "permissions": [all("client.read"), all("client-reading.read")]});
    let role = admin.post("/roles", role).await.expect(201);
    let grant = json!({"person_id": newcomer.id, "role_id": role["id"], "reason": "专项检查"});
    let _ = admin.post("/role-grants", grant).await.expect(201);
    newcomer
}

fn some_reader() -> Actor {
    Actor { via: Via::Session, ..Actor::system([], "test") }
}

fn some_secret(app: &TestApp) -> Reading<'static> {
    Reading {
        resource_type: "client",
        id: app.app.clock.fresh_id(),
        level: 1,
        way: ReadingWay::Opened,
    }
}
