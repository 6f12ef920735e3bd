//! Who may do what to a webhook, and what is left behind.
use super::{ENGINES, House, each, redelivery};
use chrono::Duration;
use serde_json::{Value, json};
use tests::company::{
    ADMINISTRATOR, AUDITOR, INFORMATION_SUPERVISOR, SALESPERSON, a_key_of_the_service_manager,
};
use uuid::Uuid;

fn enabled(shown: &Value) -> Vec<&str> {
    let actions = shown["allowed_actions"].as_array().unwrap();
    let enabled = actions.iter().filter(|it| it["enabled"] == true);
    enabled.map(|it| it["action"].as_str().unwrap()).collect()
}

/// Whoever could point it elsewhere would read by its owner's rights.
#[actix_web::test]
async fn another_manager_may_stop_a_webhook_and_nothing_else() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/secret-path", &["test.*"]).await;
        house.anything("一").await;
        let _ = house.round().await;
        let again = redelivery(&hook, &house.deliveries(&manager, &hook).await[0]);
        let own = manager.get(&hook).await.expect(200);
        assert_eq!(
            enabled(&own),
            ["update", "pause", "rotate-secret", "test", "read-deliveries", "delete"]
        );
        let admin = house.app.signed_in(ADMINISTRATOR).await;
        let answer = admin.get(&hook).await;
        assert!(!answer.text.contains("secret-path"));
        let shown = answer.expect(200);
        assert_eq!((&shown["url"], &shown["types"]), (&Value::Null, &Value::Null));
        assert_eq!(
            (&shown["host"], &shown["owner"]["id"]),
            (&json!("127.0.0.1"), &json!(manager.id))
        );
        assert_eq!(enabled(&shown), ["pause", "delete"]);
        let elsewhere = json!({"url": "https://elsewhere.zhidu.example/"});
        admin.patch_now(&hook, elsewhere).await.refuses(403, "WEBHOOK_OF_ANOTHER");
        for action in ["rotate-secret", "test", "resume"] {
            admin.act_now(&hook, action, json!({})).await.refuses(403, "WEBHOOK_OF_ANOTHER");
        }
        admin.get(&format!("{hook}/deliveries")).await.refuses(403, "WEBHOOK_OF_ANOTHER");
        admin.post(&again, json!({})).await.refuses(403, "WEBHOOK_OF_ANOTHER");
        let _ = admin.act_now(&hook, "pause", json!({})).await.expect(200);
        admin.act_now(&hook, "resume", json!({})).await.refuses(403, "WEBHOOK_OF_ANOTHER");
        house.delete(&admin, &hook).await;
        manager.get(&hook).await.refuses(404, "NOT_FOUND");
        manager.post(&again, json!({})).await.refuses(404, "NOT_FOUND");
    }
}

#[actix_web::test]
async fn whoever_manages_their_own_alone_sees_no_other() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let (hook, _) = house.hook(&house.manager().await, "/", &[]).await;
        let other = house.app.signed_in(INFORMATION_SUPERVISOR).await;
        other.get(&hook).await.refuses(404, "NOT_FOUND");
        other.get(&format!("{hook}/deliveries")).await.refuses(404, "NOT_FOUND");
        for action in ["pause", "resume", "rotate-secret", "test"] {
            other
                .act(&format!("{hook}/actions/{action}"), "\"1\"", json!({}))
                .await
                .refuses(404, "NOT_FOUND");
        }
        other.delete(&hook, "\"1\"").await.refuses(404, "NOT_FOUND");
        assert_eq!(other.get("/webhooks").await.expect(200)["items"], json!([]));
        let seller = house.app.signed_in(SALESPERSON).await;
        seller.get("/webhooks").await.refuses(403, "PERMISSION_MISSING");
    }
}

#[actix_web::test]
async fn a_key_has_nothing_to_do_with_webhooks() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let (hook, _) = house.hook(&house.manager().await, "/", &[]).await;
        let key =
            a_key_of_the_service_manager(&house.app, &["webhook.manage", "client.read"]).await;
        let body = json!({"name": "ERP", "url": house.receiver.url("/")});
        key.post("/webhooks", body).await.refuses(403, "SESSION_NEEDED");
        key.get(&hook).await.refuses(403, "SESSION_NEEDED");
        key.get(&format!("{hook}/deliveries")).await.refuses(403, "SESSION_NEEDED");
        key.act(&format!("{hook}/actions/rotate-secret"), "\"1\"", json!({}))
            .await
            .refuses(403, "SESSION_NEEDED");
    }
}

#[actix_web::test]
async fn what_happens_while_it_is_paused_is_never_sent() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.anything("之前").await;
        let _ = house.fan_out().await;
        let _ = manager.act_now(&hook, "pause", json!({})).await.expect(200);
        manager.act_now(&hook, "pause", json!({})).await.refuses(409, "WEBHOOK_NOT_ACTIVE");
        manager.act_now(&hook, "test", json!({})).await.refuses(409, "WEBHOOK_NOT_ACTIVE");
        house.anything("期间").await;
        assert_eq!(house.round().await.delivered, 0);
        let _ = manager.act_now(&hook, "resume", json!({})).await.expect(200);
        manager.act_now(&hook, "resume", json!({})).await.refuses(409, "WEBHOOK_ACTIVE");
        house.anything("之后").await;
        let _ = house.round().await;
        let mut labels = house.receiver.labels();
        labels.sort();
        assert_eq!(labels, ["之前", "之后"]);
    }
}

#[actix_web::test]
async fn a_test_goes_to_the_webhook_that_is_tested_whatever_it_asks_for() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, secret) = house.hook(&manager, "/tested", &["none.such"]).await;
        let _ = house.hook(&manager, "/other", &["webhook.tested"]).await;
        let _ = manager.act_now(&hook, "test", json!({})).await.expect(200);
        let _ = house.round().await;
        let got = house.receiver.take();
        assert_eq!(got.len(), 1, "{got:?}");
        assert_eq!(got[0].path, "/tested");
        assert_eq!(got[0].json()["type"], "webhook.tested");
        assert!(got[0].is_signed_with(&secret));
    }
}

#[actix_web::test]
async fn what_was_delivered_is_sent_once_more_when_asked_for() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.anything("一").await;
        let _ = house.fan_out().await;
        let again = redelivery(&hook, &house.deliveries(&manager, &hook).await[0]);
        manager.post(&again, json!({})).await.refuses(409, "WEBHOOK_DELIVERY_WAITING");
        assert_eq!(house.send().await.delivered, 1);
        let _ = manager.post(&again, json!({})).await.expect(200);
        assert_eq!(house.send().await.delivered, 1);
        let got = house.receiver.take();
        assert_eq!(got[0].headers["webhook-id"], got[1].headers["webhook-id"]);
        let missing = redelivery(&hook, &json!({"id": Uuid::new_v4()}));
        manager.post(&missing, json!({})).await.refuses(404, "NOT_FOUND");
        let page = manager.get(&format!("{hook}/deliveries?state=DELIVERED")).await.expect(200);
        assert_eq!(each(page["items"].as_array().unwrap(), "attempts"), [2]);
        let page =
            manager.get(&format!("{hook}/deliveries?state=FAILED&state=PENDING")).await.expect(200);
        assert_eq!(page["items"], json!([]));
    }
}

#[actix_web::test]
async fn every_act_stands_in_the_trail_without_the_address() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/secret-path", &["test.*"]).await;
        let _ = manager.patch_now(&hook, json!({"name": "ERP 新接口"})).await.expect(200);
        for action in ["test", "rotate-secret", "pause", "resume"] {
            let _ = manager.act_now(&hook, action, json!({})).await.expect(200);
        }
        house.receiver.says(410);
        house.anything("一").await;
        let _ = house.round().await;
        house.delete(&manager, &hook).await;
        house.app.seal().await;
        let auditor = house.app.signed_in(AUDITOR).await;
        let id = hook.strip_prefix("/webhooks/").unwrap();
        let trail = auditor.get(&format!("/audit-entries?resource_id={id}")).await;
        assert!(!trail.text.contains("secret-path"));
        let trail = trail.expect(200);
        let mut acts = each(trail["items"].as_array().unwrap(), "action");
        acts.reverse();
        let expected = [
            "created",
            "updated",
            "tested",
            "secret-rotated",
            "paused",
            "resumed",
            "disabled",
            "deleted",
        ];
        let expected: Vec<_> = expected.iter().map(|act| json!(format!("webhook.{act}"))).collect();
        assert_eq!(acts, expected);
    }
}

#[actix_web::test]
async fn what_was_settled_is_forgotten_after_thirty_days() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        house.anything("一").await;
        let _ = house.round().await;
        house.app.clock.advance(Duration::days(30));
        assert_eq!(records::retention::forget_deliveries(&house.app.app).await.unwrap(), 0);
        house.app.clock.advance(Duration::seconds(1));
        assert_eq!(records::retention::forget_deliveries(&house.app.app).await.unwrap(), 1);
        let manager = house.manager().await;
        assert!(house.deliveries(&manager, &hook).await.is_empty());
    }
}

#[actix_web::test]
async fn nobody_has_webhooks_without_end() {
    let house = House::open(tests::Engine::Sqlite).await;
    let manager = house.manager().await;
    for _ in 0..20 {
        let _ = house.hook(&manager, "/", &[]).await;
    }
    let body = json!({"name": "再多一个", "url": house.receiver.url("/")});
    manager.post("/webhooks", body).await.refuses(409, "WEBHOOK_LIMIT");
}
