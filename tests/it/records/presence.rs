//! Who has a record open.
use chrono::Duration;
use records::retention;
use reqwest::Method;
use serde_json::{Value, json};
use tests::app::send;
use tests::company::{
    AUDITOR, GROUP_BUY_SPECIALIST, INFORMATION_SUPERVISOR, OTHER_SALESPERSON, SALES_MANAGER,
    SALESPERSON, client,
};
use tests::{Answer, Caller, TestApp, on_both};
use uuid::Uuid;

async fn say(caller: &Caller, path: &str, doing: &str) -> Answer {
    send(caller.request(Method::PUT, path).json(&json!({"doing": doing}))).await
}

async fn leave(caller: &Caller, path: &str) -> Answer {
    send(caller.request(Method::DELETE, path)).await
}

/// A file of the salesperson: its keeper, its owner, its address here.
async fn open_file(app: &TestApp) -> (Caller, Caller, String) {
    let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
    let owner = app.signed_in(SALESPERSON).await;
    let body = client("成都锦川机电设备有限公司", &owner);
    let file = keeper.post("/clients", body).await.expect(201);
    let path = format!("/presence/client/{}", file["id"].as_str().unwrap());
    (keeper, owner, path)
}

/// Names and what they do.
fn seen(answer: &Answer) -> Vec<(String, String)> {
    let page: Value = answer.expect(200);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let row = |row: &Value| (text(&row["person"]["name"]), text(&row["doing"]));
    page["items"].as_array().unwrap().iter().map(row).collect()
}

fn is(name: &str, doing: &str) -> Vec<(String, String)> {
    vec![(name.to_owned(), doing.to_owned())]
}

on_both! {
    async fn those_who_have_a_record_open_see_each_other_until_they_leave(app: TestApp) {
        let (keeper, owner, file) = open_file(&app).await;
        let first = say(&keeper, &file, "VIEWING").await;
        assert_eq!(seen(&first), [], "nobody sees themselves");
        assert_eq!(first.expect(200)["again_after_s"], 15);
        let answer = say(&owner, &file, "EDITING").await;
        assert_eq!(seen(&answer), is("沈慧敏", "VIEWING"));
        assert_eq!(seen(&say(&keeper, &file, "VIEWING").await), is("程涛", "EDITING"));
        assert_eq!(leave(&owner, &file).await.status, 204);
        assert_eq!(leave(&owner, &file).await.status, 204, "gone is gone");
        assert_eq!(seen(&say(&keeper, &file, "VIEWING").await), []);
    }

    async fn silence_is_leaving_and_since_is_when_they_began_to_do_it(app: TestApp) {
        let (keeper, owner, file) = open_file(&app).await;
        let since = async || say(&owner, &file, "VIEWING").await.expect(200)["items"][0]["since"].clone();
        let _ = say(&keeper, &file, "VIEWING").await.expect(200);
        let began = since().await;
        app.clock.advance(Duration::seconds(30));
        let _ = say(&keeper, &file, "VIEWING").await.expect(200);
        assert_eq!(since().await, began, "still the same looking");
        app.clock.advance(Duration::seconds(30));
        let _ = say(&keeper, &file, "EDITING").await.expect(200);
        assert_ne!(since().await, began);
        app.clock.advance(Duration::seconds(45));
        assert_eq!(seen(&say(&owner, &file, "VIEWING").await), []);
        assert_eq!(retention::forget_presences(&app.app).await.unwrap(), 0);
        app.clock.advance(Duration::hours(1));
        assert_eq!(retention::forget_presences(&app.app).await.unwrap(), 2);
    }

    /// Neither who is there nor that there is something.
    async fn a_record_out_of_reach_has_nobody_in_it_because_it_is_not_there(app: TestApp) {
        let (_, owner, file) = open_file(&app).await;
        let _ = say(&owner, &file, "EDITING").await.expect(200);
        for login in [OTHER_SALESPERSON, GROUP_BUY_SPECIALIST] {
            let outsider = app.signed_in(login).await;
            for path in [
                file.clone(),
                format!("/presence/client/{}", Uuid::new_v4()),
                format!("/presence/department/{}", owner.id),
            ] {
                say(&outsider, &path, "VIEWING").await.refuses(404, "NOT_FOUND");
                leave(&outsider, &path).await.refuses(404, "NOT_FOUND");
            }
        }
        assert_eq!(seen(&say(&owner, &file, "EDITING").await), []);
    }

    async fn being_there_is_no_act_and_what_is_no_doing_is_refused(app: TestApp) {
        let (_, _, file) = open_file(&app).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let auditor = app.signed_in(AUDITOR).await;
        let trail = async || auditor.get("/audit-entries").await.expect(200)["items"][0]["id"].clone();
        let before = trail().await;
        let _ = say(&manager, &file, "VIEWING").await.expect(200);
        assert_eq!(trail().await, before);
        say(&manager, &file, "SLEEPING").await.points_at("/doing", "NOT_IN_CHOICE");
    }
}
