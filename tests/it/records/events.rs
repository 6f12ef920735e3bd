use super::desk::{commit, each};
use kernel::access::Place;
use kernel::audit::event::OWNER_ONLY;
use kernel::audit::{Record, Resource};
use kernel::ids::{DepartmentId, PersonId};
use serde_json::{Value, json};
use tests::company::*;
use tests::{Caller, on_both};
use uuid::Uuid;

/// An event about a client's file.
fn told(label: &str, place: Place) -> Record {
    Record::new("test.told", Resource::new("client", Uuid::new_v4(), label))
        .at(place)
        .tell("client.read")
        .data("label", label)
}

fn owned(by: &Caller, department: Uuid, level: i16) -> Place {
    Place {
        owner_id: Some(PersonId(by.id)),
        department_id: Some(DepartmentId(department)),
        site_id: None,
        level,
    }
}

async fn department_of(caller: &Caller) -> Uuid {
    let me = caller.get("/me").await.expect(200);
    me["department"]["id"].as_str().unwrap().parse().unwrap()
}

/// Where the events are now.
pub async fn head(caller: &Caller) -> i64 {
    let mut path = "/events?limit=200".to_owned();
    loop {
        let page = caller.get(&path).await.expect(200);
        let after = page["next_after"].as_i64().unwrap();
        if page["page"]["has_more"] == false {
            return after;
        }
        path = format!("/events?limit=200&after={after}");
    }
}

/// Sorted: the ids of one moment are in no order.
async fn labels(caller: &Caller, after: i64) -> Vec<Value> {
    let list = caller.get(&format!("/events?after={after}")).await.expect(200);
    let mut labels = each(&list, "/data/label");
    labels.sort_by_key(ToString::to_string);
    labels
}

fn sorted<const N: usize>(mut labels: [&str; N]) -> [&str; N] {
    labels.sort_unstable();
    labels
}

on_both! {
    async fn each_receives_only_what_they_may_see(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let elsewhere = app.signed_in(OTHER_SALESPERSON).await;
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let auditor = app.signed_in(AUDITOR).await;
        let buyer = app.signed_in("panlixin").await;
        let department = department_of(&seller).await;
        app.seal().await;
        let after = head(&auditor).await;
        let own_only = Record::new("test.told", Resource::new("notification", Uuid::new_v4(), ""))
            .at(Place { owner_id: Some(PersonId(seller.id)), ..Place::default() })
            .tell(OWNER_ONLY)
            .data("label", "只给本人");
        commit(&app.app, [
            told("本人秘密", owned(&seller, department, 1)),
            told("部门机密", owned(&manager, department, 2)),
            told("部门绝密", owned(&manager, department, 3)),
            told("别处", owned(&elsewhere, department_of(&elsewhere).await, 1)),
            own_only,
        ]).await;
        app.seal().await;
        assert_eq!(labels(&seller, after).await, sorted(["本人秘密", "只给本人"]));
        assert_eq!(labels(&manager, after).await, sorted(["本人秘密", "部门机密"]));
        assert_eq!(labels(&elsewhere, after).await, sorted(["别处"]));
        assert_eq!(labels(&specialist, after).await, sorted(["本人秘密", "别处"]));
        assert_eq!(labels(&auditor, after).await, sorted(["本人秘密", "部门机密", "部门绝密", "别处"]));
        assert_eq!(labels(&buyer, after).await, Vec::<Value>::new());
        app.anonymous().get("/events").await.refuses(401, "NOT_AUTHENTICATED");
    }

    async fn whoever_sees_nothing_still_moves_on(app: TestApp) {
        let (buyer, auditor) = (app.signed_in("panlixin").await, app.signed_in(AUDITOR).await);
        let place = Place::default();
        commit(&app.app, (0..5).map(|n| told(&n.to_string(), place))).await;
        app.seal().await;
        let (mine, theirs) = (head(&buyer).await, head(&auditor).await);
        assert_eq!(mine, theirs);
        let again = buyer.get(&format!("/events?after={mine}")).await.expect(200);
        assert_eq!((&again["items"], &again["next_after"]), (&json!([]), &json!(mine)));
    }

    async fn pages_go_on_in_order_by_cursor_and_by_sequence(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        app.seal().await;
        let start = head(&auditor).await;
        commit(&app.app, (0..9).map(|n| told(&n.to_string(), Place::default()))).await;
        app.seal().await;
        let whole = auditor.get(&format!("/events?after={start}&include_total=true")).await.expect(200);
        let mut expected: Vec<_> = (0..9).map(|n| n.to_string()).collect();
        let mut all = each(&whole, "/data/label");
        assert_eq!(whole["page"]["total"], 9);
        let sequences: Vec<_> = each(&whole, "/sequence").iter().map(|s| s.as_i64().unwrap()).collect();
        assert!(sequences.windows(2).all(|two| two[0] < two[1]), "{sequences:?}");

        let first = auditor.get(&format!("/events?after={start}&limit=4")).await.expect(200);
        let cursor = first["page"]["next_cursor"].as_str().unwrap();
        let second = format!("/events?after={start}&limit=4&cursor={cursor}");
        let second = auditor.get(&second).await.expect(200);
        let third = format!("/events?after={}&limit=4", second["next_after"]);
        let third = auditor.get(&third).await.expect(200);
        let paged = [first, second, third].iter().flat_map(|p| each(p, "/data/label")).collect::<Vec<_>>();
        assert_eq!(paged, all);
        all.sort_by_key(ToString::to_string);
        expected.sort();
        assert_eq!(all, expected);
    }

    async fn an_event_names_fields_and_holds_no_values(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        app.seal().await;
        let after = head(&auditor).await;
        let changes = kernel::audit::Changes::one("short_name", "恒达", "恒达股份");
        let personal = kernel::audit::Changes::one("mobile", "1", "13800138000");
        let id = Uuid::new_v4();
        let record = Record::new("client.updated", Resource::new("client", id, "恒达机械"))
            .changes(changes).personal(personal).tell("client.read");
        commit(&app.app, [record]).await;
        app.seal().await;
        let answer = auditor.get(&format!("/events?after={after}")).await;
        assert!(!answer.text.contains("恒达") && !answer.text.contains("13800138000"));
        let event = &answer.expect(200)["items"][0];
        assert_eq!(event["type"], "client.updated");
        assert_eq!(event["resource"], json!({"type": "client", "id": id}));
        assert_eq!(event["data"], json!({"changed": ["short_name"]}));
    }

    async fn a_negative_place_is_no_place(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        auditor.get("/events?after=-1").await.refuses(400, "INVALID_PARAMETER");
        let stream = auditor.request(reqwest::Method::GET, "/events/stream");
        let answer = tests::app::send(stream.header("Last-Event-ID", "x")).await;
        answer.refuses(400, "INVALID_PARAMETER");
    }
}
