//! Single items more secret than their file (A-SEC-06, A-SEC-07, A-SEC-08).
use super::attachments::PDF;
use super::{begun, institution, supervisor_and_owner};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use tests::app::send;
use tests::company::{AUDITOR, INFORMATION_SUPERVISOR, SALES_MANAGER, SALESPERSON};
use tests::{Caller, TestApp, on_both};

fn secrecy(level: &str) -> Value {
    json!({"level": level, "content": "MARKETING_TACTICS"})
}

fn talk(summary: &str) -> Value {
    json!({"occurred_at": "2026-11-20T02:00:00Z", "channel": "VISIT", "summary": summary})
}

fn with(mut body: Value, secrecy: &Value) -> Value {
    body["secrecy"] = secrecy.clone();
    body
}

fn classified(secrecy: &Value) -> Value {
    json!({"secrecy": secrecy, "reason": "含底价与让利方案"})
}

/// A file of 程涛, who is cleared for 秘密, and his manager, who is for 机密.
async fn file(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    (owner, app.signed_in(SALES_MANAGER).await, path)
}

async fn count(caller: &Caller, list: &str) -> (usize, u64) {
    let page = caller.get(&format!("{list}?include_total=true")).await.expect(200);
    (page["items"].as_array().unwrap().len(), page["page"]["total"].as_u64().unwrap())
}

async fn filed(caller: &Caller, path: &str, more: &[(&str, &str)]) -> Value {
    let parts: Vec<_> = [("kind", "AGREEMENT")].iter().chain(more).copied().collect();
    let list = format!("{path}/attachments");
    send(caller.upload(&list, ("让利方案.pdf", PDF), &parts)).await.expect(201)
}

/// At which levels the trail has its entries of an act.
async fn trail_levels(app: &TestApp, action: &str) -> Vec<i16> {
    use kernel::audit::entry::{Column, Entity};
    let found = Entity::find().filter(Column::Action.eq(action));
    let rows = found.order_by_asc(Column::Id).all(app.app.db.reader()).await.unwrap();
    rows.iter().map(|row| row.level).collect()
}

fn at(list: &str, made: &Value) -> String {
    format!("{list}/{}", made["id"].as_str().unwrap())
}

on_both! {
    /// Lists, counts, the timeline, the register of papers, the item itself and its bytes.
    async fn who_is_not_cleared_for_an_item_finds_it_nowhere(app: TestApp) {
        let (owner, manager, path) = file(&app).await;
        let secret = secrecy("CONFIDENTIAL");
        let list = format!("{path}/interactions");
        let said = manager.post(&list, with(talk("底价九折"), &secret)).await.expect(201);
        assert_eq!(said["secrecy"], json!({"level": "CONFIDENTIAL", "level_until": "2046-11-23",
            "content": "MARKETING_TACTICS"}));
        let comments = format!("{path}/comments");
        let comment = with(json!({"body": "让利不超过五个点"}), &secret);
        let comment = manager.post(&comments, comment).await.expect(201);
        let paper = filed(&manager, &path, &[("secrecy", &secret.to_string())]).await;
        let papers = format!("{path}/attachments");
        for (list, made) in [(&list, &said), (&comments, &comment), (&papers, &paper)] {
            assert_eq!(made["secrecy"]["level"], "CONFIDENTIAL", "{list}");
            assert_eq!(count(&manager, list).await, (1, 1), "{list}");
            assert_eq!(count(&owner, list).await, (0, 0), "{list}");
            owner.get(&at(list, made)).await.refuses(404, "NOT_FOUND");
            let _ = manager.get(&at(list, made)).await.expect(200);
        }
        owner.get(&format!("{}/content", at(&papers, &paper))).await.refuses(404, "NOT_FOUND");
        assert_eq!(count(&owner, "/client-materials").await, (0, 0));
        assert_eq!(count(&manager, "/client-materials").await, (1, 1));
        let timeline = format!("{path}/timeline");
        let (seen, total) = count(&owner, &timeline).await;
        assert_eq!((seen, total), (1, 1), "that the file was begun");
        assert_eq!(count(&manager, &timeline).await, (4, 4));
        let told = manager.get(&timeline).await.expect(200);
        for item in told["items"].as_array().unwrap() {
            let above = if item["kind"] == "CHANGE" { Value::Null } else { json!("CONFIDENTIAL") };
            assert_eq!(item["level"], above, "{item}");
        }
        app.seal().await;
        let heard = owner.get("/events?limit=200").await;
        assert!(!heard.text.contains(said["id"].as_str().unwrap()), "{}", heard.text);
        assert!(!heard.text.contains(paper["id"].as_str().unwrap()), "{}", heard.text);
    }

    /// What the trail told of a paper rises with it.
    async fn an_item_is_classified_afterwards_and_its_history_with_it(app: TestApp) {
        let (owner, manager, path) = file(&app).await;
        let papers = format!("{path}/attachments");
        let paper = at(&papers, &filed(&owner, &path, &[]).await);
        let _ = owner.patch_now(&paper, json!({"note": "让利至八五折"})).await.expect(200);
        let timeline = format!("{path}/timeline");
        assert!(owner.get(&timeline).await.text.contains("让利至八五折"));
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let to = classified(&secrecy("CONFIDENTIAL"));
        manager.act_now(&paper, "classify", to.clone()).await.refuses(403, "PERMISSION_MISSING");
        let now = keeper.act_now(&paper, "classify", to.clone()).await.expect(200);
        assert_eq!(now["secrecy"]["level"], "CONFIDENTIAL");
        owner.get(&paper).await.refuses(404, "NOT_FOUND");
        let told = owner.get(&timeline).await;
        assert!(!told.text.contains("让利") && !told.text.contains("底价"), "{}", told.text);
        assert!(manager.get(&timeline).await.text.contains("让利至八五折"));
        let auditor = app.signed_in(AUDITOR).await;
        let trail = auditor.get("/audit-entries?action=client.attachment-added").await.expect(200);
        assert_eq!(trail["items"][0]["resource"]["id"].as_str(), path.rsplit('/').next());
        let proof = auditor.post("/audit-chain/actions/verify", json!({})).await.expect(200);
        assert_eq!(proof["first_bad"], Value::Null, "its level is no part of what is proved: {proof}");
        let same = keeper.act_now(&paper, "classify", to).await;
        same.refuses_by(409, "CLIENT_UNCHANGED", "A-SEC-07");
        let back = keeper.act_now(&paper, "classify", classified(&Value::Null)).await.expect(200);
        assert_eq!(back["secrecy"], Value::Null);
        let _ = owner.get(&paper).await.expect(200);
        let told = owner.get(&timeline).await;
        assert!(!told.text.contains("attachment-classified"), "that it was is not for them: {}", told.text);
    }

    async fn talks_and_comments_are_classified_as_papers_are(app: TestApp) {
        let (owner, manager, path) = file(&app).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let said = owner.post(&format!("{path}/interactions"), talk("价格意向")).await.expect(201);
        let said = at(&format!("{path}/interactions"), &said);
        let comment = owner.post(&format!("{path}/comments"), json!({"body": "报价待议"})).await.expect(201);
        let comment = at(&format!("{path}/comments"), &comment);
        for item in [&said, &comment] {
            let to = json!({"secrecy": {"level": "CONFIDENTIAL", "level_until": "2027-03-31",
                "content": "BUSINESS_DETAILS"}, "reason": "涉及重要业务往来"});
            let _ = keeper.act_now(item, "classify", to).await.expect(200);
            owner.get(item).await.refuses(404, "NOT_FOUND");
            assert_eq!(manager.get(item).await.expect(200)["secrecy"]["level_until"], "2027-03-31");
        }
    }

    /// A-SEC-08: nobody decides anything, and no job runs.
    async fn at_the_end_of_its_term_an_item_is_as_open_as_its_file(app: TestApp) {
        let (owner, manager, path) = file(&app).await;
        let mut short = secrecy("CONFIDENTIAL");
        short["level_until"] = json!("2026-11-24");
        let list = format!("{path}/interactions");
        let said = at(&list, &manager.post(&list, with(talk("底价九折"), &short)).await.expect(201));
        app.clock.set("2026-11-24T15:59:00Z".parse().unwrap());
        app.signed_in(SALESPERSON).await.get(&said).await.refuses(404, "NOT_FOUND");
        app.clock.set("2026-11-24T16:00:00Z".parse().unwrap());
        let owner = owner.signed_in(SALESPERSON, zhidu::demo_company::PASSWORD).await;
        let open = owner.get(&said).await.expect(200);
        assert_eq!(open["secrecy"], Value::Null);
        assert_eq!(count(&owner, &list).await, (1, 1));
        assert!(owner.get(&format!("{path}/timeline")).await.text.contains("底价九折"));
    }

    /// A-SEC-06, A-SEC-07, A-CLI-18.
    async fn a_level_of_its_own_is_above_the_files_within_ones_clearance_and_has_a_term(app: TestApp) {
        let (owner, manager, path) = file(&app).await;
        let list = format!("{path}/interactions");
        for level in ["SECRET", "DECLASSIFIED"] {
            let refused = manager.post(&list, with(talk("底价九折"), &secrecy(level))).await;
            let problem = refused.refuses_by(409, "ITEM_LEVEL_NOT_ABOVE", "A-SEC-06");
            assert_eq!(problem["params"]["level"], "SECRET");
        }
        let above = manager.post(&list, with(talk("底价九折"), &secrecy("TOP_SECRET"))).await;
        above.refuses_by(409, "CLIENT_ABOVE_CLEARANCE", "A-CLI-18");
        let own = owner.post(&list, with(talk("底价九折"), &secrecy("CONFIDENTIAL"))).await;
        own.refuses_by(409, "CLIENT_ABOVE_CLEARANCE", "A-CLI-18");
        for out in ["2026-11-23", "2076-11-24"] {
            let mut wrong = secrecy("CONFIDENTIAL");
            wrong["level_until"] = json!(out);
            let refused = manager.post(&list, with(talk("底价九折"), &wrong)).await;
            refused.refuses_by(422, "CLIENT_TERM_OUT_OF_RANGE", "A-SEC-07");
        }
        let bare = json!({"level": "CONFIDENTIAL"});
        manager.post(&list, with(talk("底价九折"), &bare)).await.points_at("/secrecy/content", "REQUIRED");
        let parts = [("kind", "OTHER"), ("secrecy", "绝密")];
        let papers = format!("{path}/attachments");
        send(manager.upload(&papers, ("x.pdf", PDF), &parts)).await.points_at("/secrecy", "FORMAT");
        assert_eq!(count(&manager, &list).await, (0, 0));
        assert_eq!(count(&manager, &papers).await, (0, 0));
    }

    async fn a_correction_is_no_less_secret_than_what_it_corrects(app: TestApp) {
        let (owner, manager, path) = file(&app).await;
        let list = format!("{path}/interactions");
        let said = manager.post(&list, with(talk("底价九折"), &secrecy("CONFIDENTIAL"))).await.expect(201);
        let mut better = talk("底价八五折");
        better["corrects_id"] = said["id"].clone();
        better["correction_reason"] = json!("折扣写错");
        owner.post(&list, better.clone()).await.points_at("/corrects_id", "UNKNOWN_REFERENCE");
        let put_right = manager.post(&list, better).await.expect(201);
        assert_eq!(put_right["secrecy"]["level"], "CONFIDENTIAL");
        owner.get(&at(&list, &put_right)).await.refuses(404, "NOT_FOUND");
        let mut shorter = with(talk("底价八折"), &secrecy("CONFIDENTIAL"));
        shorter["secrecy"]["level_until"] = json!("2026-11-24");
        shorter["corrects_id"] = put_right["id"].clone();
        shorter["correction_reason"] = json!("折扣又写错");
        let kept = manager.post(&list, shorter).await.expect(201);
        assert_eq!(kept["secrecy"]["level_until"], "2046-11-23", "for no shorter time");
    }

    /// They say nearly the same: to classify one and leave the other open would be to classify neither.
    async fn a_talk_and_its_corrections_are_classified_together(app: TestApp) {
        let (owner, _, path) = file(&app).await;
        let list = format!("{path}/interactions");
        let said = owner.post(&list, talk("底价九折")).await.expect(201);
        let mut better = talk("底价八五折");
        better["corrects_id"] = said["id"].clone();
        better["correction_reason"] = json!("底价写成九折");
        let put_right = owner.post(&list, better).await.expect(201);
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let to = classified(&secrecy("CONFIDENTIAL"));
        let _ = keeper.act_now(&at(&list, &put_right), "classify", to).await.expect(200);
        for item in [&said, &put_right] {
            owner.get(&at(&list, item)).await.refuses(404, "NOT_FOUND");
        }
        let all = owner.get(&format!("{list}?include_corrected=true")).await.expect(200);
        assert_eq!(all["items"], json!([]));
        assert_eq!(trail_levels(&app, "client.interaction-corrected").await, [2], "it says why");
    }

    /// What was told of an item before its file went into another one stands under that file's name.
    async fn the_trail_of_a_merged_file_rises_as_well(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let from = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
        let paper = filed(&owner, &from, &[]).await;
        let of = owner.get(&from).await.expect(200);
        let path = begun(&keeper, institution("成都蜀峰包装制品有限公司", &owner)).await;
        let merge = json!({"from_id": of["id"], "from_version": of["version"], "reason": "同一公司重复建档"});
        let _ = keeper.act_now(&path, "merge", merge).await.expect(200);
        assert_eq!(trail_levels(&app, "client.attachment-added").await, [1]);
        let to = classified(&secrecy("CONFIDENTIAL"));
        let paper = at(&format!("{path}/attachments"), &paper);
        let _ = keeper.act_now(&paper, "classify", to).await.expect(200);
        assert_eq!(trail_levels(&app, "client.attachment-added").await, [2]);
    }

    async fn nobody_is_mentioned_in_what_they_are_not_cleared_for(app: TestApp) {
        let (owner, manager, path) = file(&app).await;
        let list = format!("{path}/comments");
        let body = json!({"body": "让利不超过五个点", "mentions": [owner.id]});
        let refused = manager.post(&list, with(body, &secrecy("CONFIDENTIAL"))).await;
        refused.points_at("/mentions/0", "MENTION_CANNOT_SEE");
        let plain = manager.post(&list, json!({"body": "请跟进"})).await.expect(201);
        let comment = at(&list, &plain);
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let _ = keeper.act_now(&comment, "classify", classified(&secrecy("CONFIDENTIAL"))).await.expect(200);
        let later = manager.patch_now(&comment, json!({"mentions": [owner.id]})).await;
        later.points_at("/mentions/0", "MENTION_CANNOT_SEE");
    }

    /// A-SEC-10: who reads the item reads at its level.
    async fn reading_an_item_is_logged_at_its_level(app: TestApp) {
        let (owner, manager, path) = file(&app).await;
        let list = format!("{path}/interactions");
        let said = manager.post(&list, with(talk("底价九折"), &secrecy("CONFIDENTIAL"))).await.expect(201);
        let reader = app.signed_in("hejianguo").await;
        let levels = async |person: &Caller| {
            let log = format!("/client-readings?person_id={}", person.id);
            let page = reader.get(&log).await.expect(200);
            let items = page["items"].as_array().unwrap().clone();
            items.iter().map(|row| row["level"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let _ = owner.get(&list).await.expect(200);
        assert_eq!(levels(&owner).await, ["SECRET"]);
        let _ = manager.get(&path).await.expect(200);
        assert_eq!(levels(&manager).await, ["SECRET"]);
        for below in [list.clone(), at(&list, &said), format!("{path}/timeline")] {
            let _ = manager.get(&below).await.expect(200);
            assert_eq!(levels(&manager).await, ["CONFIDENTIAL", "SECRET"], "{below}");
        }
    }
}
