use super::desk::{Desk, ENGINES, each};
use reqwest::Method;
use serde_json::{Value, json};
use tests::company::*;
use tests::{Caller, on_both};

fn view(name: &str, visibility: &str) -> Value {
    json!({
        "list": "clients", "name": name, "visibility": visibility,
        "query": "tier=KEY&tier=CORE&sort=-updated_at",
        "columns": [{"id": "name", "width": 240, "pinned": "LEFT"}, {"id": "tier"}],
    })
}

async fn names(caller: &Caller) -> Vec<Value> {
    each(&caller.get("/saved-views?list=clients").await.expect(200), "/name")
}

async fn keep(caller: &Caller, input: Value) -> String {
    let made = caller.post("/saved-views", input).await.expect(201);
    format!("/saved-views/{}", made["id"].as_str().unwrap())
}

on_both! {
    async fn a_private_view_is_its_owners_alone(app: TestApp) {
        let me = app.signed_in(SALESPERSON).await;
        let made = me.post("/saved-views", view("重点", "PRIVATE")).await;
        let path = format!("/saved-views/{}", made.expect(201)["id"].as_str().unwrap());
        assert_eq!(made.header("location"), format!("/api/v1{path}"));
        let read = me.get(&path).await;
        assert_eq!((read.etag(), made.etag()), ("\"1\"".to_owned(), "\"1\"".to_owned()));
        let read = read.expect(200);
        assert_eq!(read["query"], "tier=KEY&tier=CORE&sort=-updated_at");
        assert_eq!(read["columns"], json!([{"id": "name", "width": 240, "pinned": "LEFT"}, {"id": "tier"}]));
        assert_eq!((&read["owner"]["name"], &read["editable"]), (&json!("程涛"), &json!(true)));

        // The same department, and the right to share.
        let manager = app.signed_in(SALES_MANAGER).await;
        assert_eq!(names(&manager).await, Vec::<Value>::new());
        manager.get(&path).await.refuses(404, "NOT_FOUND");
        manager.patch(&path, "\"1\"", json!({"name": "x"})).await.refuses(404, "NOT_FOUND");
        manager.delete(&path, "\"1\"").await.refuses(404, "NOT_FOUND");
        let default = format!("{path}/actions/make-default");
        manager.post(&default, json!({})).await.refuses(404, "NOT_FOUND");
        assert_eq!(names(&me).await, ["重点"]);
    }

    async fn a_shared_view_is_the_departments_to_use_and_its_owners_to_change(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let colleague = app.signed_in(SALESPERSON).await;
        let elsewhere = app.signed_in(OTHER_SALESPERSON).await;
        let path = keep(&manager, view("部门重点", "TEAM")).await;
        assert_eq!(names(&colleague).await, ["部门重点"]);
        assert_eq!(names(&elsewhere).await, Vec::<Value>::new());
        elsewhere.get(&path).await.refuses(404, "NOT_FOUND");
        let seen = colleague.get(&path).await.expect(200);
        assert_eq!((&seen["editable"], &seen["owner"]["name"]), (&json!(false), &json!("唐伟")));
        let refused = colleague.patch(&path, "\"1\"", json!({"name": "我的"})).await;
        refused.refuses(403, "SAVED_VIEW_OF_ANOTHER");
        colleague.delete(&path, "\"1\"").await.refuses(403, "SAVED_VIEW_OF_ANOTHER");

        // No longer shared, it is gone from where it was.
        let private = manager.patch(&path, "\"1\"", json!({"visibility": "PRIVATE"})).await.expect(200);
        assert_eq!(private["department_id"], Value::Null);
        assert_eq!(names(&colleague).await, Vec::<Value>::new());
    }

    async fn sharing_needs_its_permission(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let refused = seller.post("/saved-views", view("部门", "TEAM")).await;
        let problem = refused.refuses(403, "PERMISSION_MISSING");
        assert_eq!(problem["escalation"], "saved-view.share");
        let path = keep(&seller, view("部门", "PRIVATE")).await;
        let refused = seller.patch_now(&path, json!({"visibility": "TEAM"})).await;
        refused.refuses(403, "PERMISSION_MISSING");
    }

    async fn each_list_opens_with_one_view_for_each_person(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let colleague = app.signed_in(SALESPERSON).await;
        let shared = keep(&manager, view("部门", "TEAM")).await;
        let mut mine = view("我的", "PRIVATE");
        mine["is_default"] = json!(true);
        let mine = keep(&colleague, mine).await;
        let defaults = async |caller: &Caller| {
            each(&caller.get("/saved-views").await.expect(200), "/is_default")
        };
        // By name, as pinyin: 部门 before 我的.
        assert_eq!(defaults(&colleague).await, [false, true]);
        assert_eq!(defaults(&manager).await, [false]);
        let _ = colleague.post(&format!("{shared}/actions/make-default"), json!({})).await.expect(200);
        assert_eq!(defaults(&colleague).await, [true, false]);
        assert_eq!(defaults(&manager).await, [false]);
        assert_eq!(manager.get(&shared).await.etag(), "\"1\"");
        let _ = colleague.patch_now(&mine, json!({"is_default": true})).await.expect(200);
        assert_eq!(defaults(&colleague).await, [false, true]);
        assert_eq!(colleague.get(&mine).await.etag(), "\"1\"");
        let _ = colleague.post(&format!("{mine}/actions/clear-default"), json!({})).await.expect(200);
        assert_eq!(defaults(&colleague).await, [false, false]);
    }

    async fn a_view_is_changed_on_the_version_that_was_seen(app: TestApp) {
        let me = app.signed_in(SALESPERSON).await;
        let path = keep(&me, view("一", "PRIVATE")).await;
        let _ = keep(&me, view("二", "PRIVATE")).await;
        let changed = me.patch(&path, "\"1\"", json!({"query": "", "columns": []})).await.expect(200);
        assert_eq!((&changed["version"], &changed["query"], &changed["name"]), (&json!(2), &json!(""), &json!("一")));
        let stale = me.patch(&path, "\"1\"", json!({"name": "三"})).await;
        assert_eq!(stale.refuses(412, "STALE_VERSION")["current_version"], 2);
        let unversioned = tests::app::send(me.request(Method::PATCH, &path).json(&json!({"name": "三"}))).await;
        unversioned.refuses(428, "VERSION_REQUIRED");
        me.patch(&path, "\"2\"", json!({"name": "二"})).await.points_at("/name", "DUPLICATE");
        me.post("/saved-views", view("二", "PRIVATE")).await.points_at("/name", "DUPLICATE");
        me.patch(&path, "\"2\"", json!({"list": "people"})).await.points_at("/list", "NOT_IN_CHOICE");
        me.patch(&path, "\"2\"", json!({"name": null})).await.points_at("/name", "REQUIRED");
        me.patch(&path, "\"2\"", json!({"colour": "red"})).await.points_at("/colour", "UNKNOWN_FIELD");
        me.patch(&path, "\"2\"", json!({"owner": {"id": me.id}})).await.points_at("/owner", "UNKNOWN_FIELD");
    }

    async fn a_deleted_view_is_gone_for_everybody_who_used_it(app: TestApp) {
        let manager = app.signed_in(SALES_MANAGER).await;
        let colleague = app.signed_in(SALESPERSON).await;
        let path = keep(&manager, view("部门", "TEAM")).await;
        let _ = colleague.post(&format!("{path}/actions/make-default"), json!({})).await.expect(200);
        manager.delete(&path, "\"9\"").await.refuses(412, "STALE_VERSION");
        let _ = manager.delete(&path, "\"1\"").await.expect(204);
        assert_eq!(names(&colleague).await, Vec::<Value>::new());
        // The name is free again.
        let _ = keep(&manager, view("部门", "TEAM")).await;
        let again = colleague.get("/saved-views").await.expect(200);
        assert_eq!(each(&again, "/is_default"), [false]);
        let auditor = app.signed_in(AUDITOR).await;
        let trail = auditor.get("/audit-entries?action=saved-view.deleted").await.expect(200);
        assert_eq!(each(&trail, "/resource/label"), ["部门"]);
    }

    async fn nobody_keeps_views_without_end(app: TestApp) {
        let me = app.signed_in(SALESPERSON).await;
        for n in 0..50 {
            let _ = keep(&me, view(&n.to_string(), "PRIVATE")).await;
        }
        let refused = me.post("/saved-views", view("51", "PRIVATE")).await;
        assert_eq!(refused.refuses(409, "SAVED_VIEW_LIMIT")["params"]["limit"], "50");
        let mut other = view("51", "PRIVATE");
        other["list"] = json!("people");
        let _ = me.post("/saved-views", other).await.expect(201);
    }
}

#[actix_web::test]
async fn a_list_of_views_costs_the_same_however_many_there_are() {
    for engine in ENGINES {
        let desk = Desk::open(engine, records::Wiring::default()).await;
        let (me, manager) = (desk.seat(SALESPERSON).await, desk.seat(SALES_MANAGER).await);
        let _ = manager.post("/saved-views", view("部门", "TEAM")).await.expect(201);
        assert_eq!(desk.cost(&me, "/saved-views").await, 3);
        for n in 0..10 {
            let _ = me.post("/saved-views", view(&n.to_string(), "PRIVATE")).await.expect(201);
        }
        assert_eq!(desk.cost(&me, "/saved-views").await, 3);
    }
}
