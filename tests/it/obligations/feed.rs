//! One's obligations as a calendar by secret link.
use super::{begun, only, tick_at};
use serde_json::{Value, json};
use tests::company::{INFORMATION_SUPERVISOR, OTHER_SALESPERSON, SALESPERSON};
use tests::{Answer, Caller, on_both};

const FEED: &str = "/me/calendar-feed";

/// The address below the API.
fn path(made: &Value) -> String {
    let url = made["url"].as_str().expect("the link");
    url.split_once("/api/v1").unwrap().1.to_owned()
}

async fn made(who: &Caller) -> String {
    path(&who.post(FEED, json!({})).await.expect(200))
}

/// The lines, unfolded.
fn lines(answer: &Answer) -> Vec<String> {
    let text = answer.expect_text(200);
    assert!(answer.header("content-type").starts_with("text/calendar"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line:?}");
    }
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

on_both! {
    async fn a_calendar_shows_what_is_due_and_names_no_record(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let owner = app.signed_in(SALESPERSON).await;
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        let _ = tick_at(&app, "2027-01-08 09:00").await;
        let (owner, other) = (app.signed_in(SALESPERSON).await, app.signed_in(OTHER_SALESPERSON).await);
        let (mine, theirs) = (made(&owner).await, made(&other).await);
        let contact = only(&owner, "kind=client.contact").await;
        let anyone = app.anonymous();
        let lines = lines(&anyone.get(&mine).await);
        let day = contact["due_on"].as_str().unwrap().replace('-', "");
        assert!(lines.contains(&format!("DTSTART;VALUE=DATE:{day}")), "{lines:?}");
        assert!(lines.contains(&format!("UID:{}", contact["id"].as_str().unwrap())), "{lines:?}");
        assert!(lines.contains(&format!("SUMMARY:{}", contact["name"].as_str().unwrap())), "{lines:?}");
        assert!(lines.iter().any(|line| line.contains("B-CRM-07")), "the rule: {lines:?}");
        assert_eq!(lines.iter().filter(|line| line.starts_with("PRODID:")).count(), 1, "{lines:?}");
        assert!(!lines.concat().contains("DTEND"), "the whole day");
        assert!(!lines.concat().contains("锦川"), "no record is named (A-SEC-03)");
        let foreign = anyone.get(&theirs).await;
        assert!(!foreign.expect_text(200).contains(contact["id"].as_str().unwrap()));
        let standing = owner.get(FEED).await.expect(200);
        assert_eq!((&standing["active"], &standing["url"]), (&json!(true), &Value::Null));
        assert!(standing["last_read_at"].is_string());
    }

    async fn a_calendar_costs_the_same_few_statements_however_much_is_due(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let owner = app.signed_in(SALESPERSON).await;
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        let _ = tick_at(&app, "2027-01-08 09:00").await;
        let link = made(&app.signed_in(SALESPERSON).await).await;
        // The cheapest of three: what is known for a while is read again now and then.
        let read = async || {
            let (mut there, mut cost) = (0, usize::MAX);
            for _ in 0..3 {
                let _ = app.statements.take();
                there = app.anonymous().get(&link).await.expect_text(200).matches("BEGIN:VEVENT").count();
                cost = cost.min(app.statements.texts().len());
            }
            (there, cost)
        };
        let (few, cost) = read().await;
        assert!(cost <= 10, "{:#?}", app.statements.texts());
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        for number in 0..20 {
            let _ = begun(&keeper, &format!("成都锦川机电设备第{number}分公司"), &owner).await;
        }
        let _ = tick_at(&app, "2027-02-25 09:00").await;
        let (many, again) = read().await;
        assert!(many >= few + 20, "{few} {many}");
        assert_eq!(again, cost);
    }

    async fn a_link_is_shown_once_and_ends_with_the_next(app: TestApp) {
        let who = app.signed_in(SALESPERSON).await;
        assert_eq!(who.get(FEED).await.expect(200)["active"], false);
        let first = who.post_with_key(FEED, "key-1", &json!({})).await.expect(200);
        let old = path(&first);
        let again = who.post_with_key(FEED, "key-1", &json!({})).await.expect(200);
        assert_eq!(again["url"], Value::Null, "no secret is kept with the key");
        assert_eq!(who.get(FEED).await.expect(200)["url"], Value::Null);
        let anyone = app.anonymous();
        let _ = anyone.get(&old).await.expect_text(200).len();
        let new = made(&who).await;
        anyone.get(&old).await.refuses(404, "NOT_FOUND");
        let _ = anyone.get(&new).await.expect_text(200).len();
        let _ = who.delete(FEED, "\"1\"").await.expect_text(204).len();
        anyone.get(&new).await.refuses(404, "NOT_FOUND");
        let _ = who.delete(FEED, "\"1\"").await.expect_text(204).len();
        anyone.get("/calendar-feeds/AAAA").await.refuses(404, "NOT_FOUND");
    }

    /// A link has its owner's rights of the moment, and none of its own.
    async fn a_link_of_who_left_leads_nowhere(app: TestApp) {
        let who = app.signed_in(SALESPERSON).await;
        let link = made(&who).await;
        let hr = app.signed_in("songliping").await;
        let _ = hr.act_now(&format!("/people/{}", who.id), "disable", json!({"reason": "离职"})).await.expect(200);
        app.anonymous().get(&link).await.refuses(404, "NOT_FOUND");
    }
}
