use super::desk::{Desk, ENGINES, commit, each};
use kernel::access::Place;
use kernel::audit::{Changes, Record, Resource};
use kernel::ids::DepartmentId;
use serde_json::{Value, json};
use tests::company::{ADMINISTRATOR, AUDITOR, GENERAL_MANAGER, SALES_MANAGER};
use tests::{Caller, TestApp, on_both};
use uuid::Uuid;

fn act(action: &'static str, label: &str) -> Record {
    Record::new(action, Resource::new("client", Uuid::new_v4(), label))
}

fn now(app: &TestApp) -> chrono::DateTime<chrono::Utc> {
    kernel::clock::Clock::now(app.clock.as_ref())
}

async fn department_of(caller: &Caller) -> Uuid {
    let me = caller.get("/me").await.expect(200);
    me["department"]["id"].as_str().unwrap().parse().unwrap()
}

/// Somebody who may audit one department up to a level, and nothing else.
async fn auditor_of(app: &TestApp, department: Uuid, clearance: i16) -> Caller {
    let admin = app.signed_in(ADMINISTRATOR).await;
    let newcomer = app.newcomer("bumenshenji").await;
    let person = format!("/people/{}", newcomer.id);
    let _ = admin.patch_now(&person, json!({"department_id": department})).await.expect(200);
    let role = json!({
        "code": "DEPARTMENT_AUDITOR", "name": "部门审计", "clearance": clearance,
        "permissions": [{"permission": "audit.read", "scope": "DEPARTMENT"}],
    });
    let role = admin.post("/roles", role).await.expect(201);
    let grant = json!({
        "person_id": newcomer.id, "role_id": role["id"], "reason": "部门内部审计",
        "valid_from": tests::start_of_tests(),
    });
    let _ = admin.post("/role-grants", grant).await.expect(201);
    newcomer
}

on_both! {
    async fn the_newest_act_comes_first_and_pages_follow_without_gap_or_repetition(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        app.clock.advance(chrono::Duration::milliseconds(5));
        commit(&app.app, [act("test.first", "一")]).await;
        app.clock.advance(chrono::Duration::milliseconds(5));
        commit(&app.app, [act("test.second", "二")]).await;
        let newest = auditor.get("/audit-entries?limit=2").await.expect(200);
        assert_eq!(each(&newest, "/action"), ["test.second", "test.first"]);

        let whole = auditor.get("/audit-entries?limit=200&include_total=true").await.expect(200);
        let mut seen = vec![];
        let mut path = "/audit-entries?limit=7".to_owned();
        loop {
            let page = auditor.get(&path).await.expect(200);
            seen.extend(each(&page, "/id"));
            let Some(next) = page["page"]["next_cursor"].as_str() else { break };
            path = format!("/audit-entries?limit=7&cursor={next}");
        }
        assert_eq!(seen, each(&whole, "/id"));
        assert_eq!(whole["page"]["total"], seen.len());
    }

    async fn filters_narrow_by_actor_act_outcome_record_and_time(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        let before = now(&app);
        app.clock.advance(chrono::Duration::seconds(10));
        let one = act("test.filtered", "甲");
        let id = one.resource.id.unwrap();
        commit(&app.app, [one, act("test.filtered", "乙")]).await;
        app.clock.advance(chrono::Duration::seconds(10));
        let labels = async |query: &str| {
            let list = auditor.get(&format!("/audit-entries?{query}")).await.expect(200);
            let mut labels = each(&list, "/resource/label");
            labels.sort_by_key(ToString::to_string);
            labels
        };
        let both = ["乙", "甲"];
        assert_eq!(labels("action=test.filtered").await, both);
        assert_eq!(labels(&format!("resource_id={id}")).await, ["甲"]);
        assert_eq!(labels("action=test.filtered&outcome=DONE").await, both);
        assert_eq!(labels("action=test.filtered&outcome=REFUSED").await, Vec::<Value>::new());
        assert_eq!(labels("action=test.filtered&resource_type=person").await, Vec::<Value>::new());
        let system = Uuid::nil();
        assert_eq!(labels(&format!("action=test.filtered&actor_id={system}")).await, both);
        let mine = auditor.id;
        assert_eq!(labels(&format!("action=test.filtered&actor_id={mine}")).await.len(), 0);
        let at = |time: chrono::DateTime<chrono::Utc>| time.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        let (before, after) = (at(before), at(now(&app)));
        let since = format!("action=test.filtered&occurred_after={before}");
        assert_eq!(labels(&since).await, both);
        let window = format!("{since}&occurred_before={after}");
        assert_eq!(labels(&window).await, both);
        assert_eq!(labels(&format!("action=test.filtered&occurred_before={before}")).await.len(), 0);
        assert_eq!(labels(&format!("action=test.filtered&occurred_after={after}")).await.len(), 0);
    }

    async fn q_finds_labels_and_acts_by_their_beginning_and_takes_wildcards_literally(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        commit(&app.app, [
            act("test.sought", "恒达机械有限公司"),
            act("test.sought", "恒通物流"),
            act("other.act", "100%纯棉"),
            act("other.act", "100号仓"),
        ]).await;
        let found = async |q: &str| {
            let list = auditor.get(&format!("/audit-entries?q={q}")).await.expect(200);
            let mut labels = each(&list, "/resource/label");
            labels.sort_by_key(ToString::to_string);
            labels
        };
        assert_eq!(found("恒达").await, ["恒达机械有限公司"]);
        assert_eq!(found("恒").await, ["恒达机械有限公司", "恒通物流"]);
        assert_eq!(found("机械").await, Vec::<Value>::new());
        assert_eq!(found("100%25").await, ["100%纯棉"]);
        assert_eq!(found("test.sou").await, ["恒达机械有限公司", "恒通物流"]);
    }

    /// A label that a thousand entries share is asked for in another way; the answer must be the same.
    async fn a_frequent_label_is_found_as_well(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        for _ in 0..3 {
            commit(&app.app, (0..400).map(|n| act("test.many", &format!("常见{n}")))).await;
        }
        let list = auditor.get("/audit-entries?q=常见&include_total=true").await.expect(200);
        assert_eq!(list["page"]["total"], 1200);
        let one = auditor.get("/audit-entries?q=常见399").await.expect(200);
        assert_eq!(each(&one, "/resource/label"), ["常见399"; 3]);
    }

    async fn entries_outside_reach_or_above_clearance_do_not_exist(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let here = department_of(&manager).await;
        let auditor = auditor_of(&app, here, 1).await;
        let at = |department: Uuid, level| Place {
            department_id: Some(DepartmentId(department)),
            level,
            ..Place::default()
        };
        commit(&app.app, [
            act("test.placed", "本部门").at(at(here, 1)),
            act("test.placed", "本部门机密").at(at(here, 2)),
            act("test.placed", "别的部门").at(at(Uuid::new_v4(), 0)),
            act("test.placed", "无处"),
        ]).await;
        let path = "/audit-entries?action=test.placed&include_total=true";
        let seen = auditor.get(path).await.expect(200);
        assert_eq!(each(&seen, "/resource/label"), ["本部门"]);
        assert_eq!(seen["page"]["total"], 1);

        let everything = app.signed_in(AUDITOR).await.get(path).await.expect(200);
        assert_eq!(everything["page"]["total"], 4);
        for entry in everything["items"].as_array().unwrap() {
            let answer = auditor.get(&format!("/audit-entries/{}", entry["id"].as_str().unwrap())).await;
            if entry["resource"]["label"] == "本部门" {
                let _ = answer.expect(200);
            } else {
                answer.refuses(404, "NOT_FOUND");
            }
        }
        assert_eq!(each(&auditor.get("/audit-entries?q=本部门").await.expect(200), "/action").len(), 1);
    }

    async fn personal_data_are_shown_to_those_with_the_right_and_named_to_others(app: TestApp) {
        let mobile = Changes::one("mobile", "13800138000", "13900139000");
        let open = Changes::one("position", "采购员", "采购经理");
        commit(&app.app, [act("test.personal", "李明").changes(open).personal(mobile)]).await;
        let path = "/audit-entries?action=test.personal";
        let manager = app.signed_in(GENERAL_MANAGER).await.get(path).await;
        let entry = &manager.expect(200)["items"][0];
        assert_eq!(entry["personal_changes"], json!({"mobile": ["13800138000", "13900139000"]}));

        let auditor = app.signed_in(AUDITOR).await;
        let answer = auditor.get(path).await;
        assert!(!answer.text.contains("13800138000") && !answer.text.contains("13900139000"));
        let entry = &answer.expect(200)["items"][0];
        assert_eq!(entry["personal_changes"], Value::Null);
        assert_eq!(entry["personal_fields"], json!(["mobile"]));
        assert_eq!(entry["changes"], json!({"position": ["采购员", "采购经理"]}));
        let one = auditor.get(&format!("/audit-entries/{}", entry["id"].as_str().unwrap())).await;
        assert!(!one.text.contains("13900139000"));
    }

    async fn bad_filters_are_refused_by_name(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        for (query, name) in [
            ("outcome=PERHAPS", "outcome"),
            ("actor_id=me", "actor_id"),
            ("occurred_after=yesterday", "occurred_after"),
            ("q=%00", "q"),
        ] {
            let problem = auditor.get(&format!("/audit-entries?{query}")).await;
            let problem = problem.refuses(400, "INVALID_PARAMETER");
            assert_eq!(problem["params"]["name"], name);
        }
        let unknown = auditor.get("/audit-entries?actoin=client.updated").await;
        unknown.refuses(400, "UNKNOWN_PARAMETER");
    }
}

#[actix_web::test]
async fn a_list_costs_one_statement_however_many_entries_it_shows() {
    for engine in ENGINES {
        let desk = Desk::open(engine, records::Wiring::default()).await;
        let auditor = desk.seat(AUDITOR).await;
        commit(&desk.app, (0..60).map(|n| act("test.counted", &format!("第{n}")))).await;
        assert_eq!(desk.cost(&auditor, "/audit-entries?limit=1").await, 1);
        assert_eq!(desk.cost(&auditor, "/audit-entries?limit=50&outcome=DONE").await, 1);
        assert_eq!(desk.cost(&auditor, "/audit-entries?limit=50&q=第").await, 3);
    }
}
