//! What a webhook is told of: what its owner may receive, and nothing else.
use super::{ENGINES, House, commit, each, of};
use crate::records::mail::tell;
use kernel::audit::{Record, Resource};
use records::webhooks::Sent;
use serde_json::json;
use tests::company::{ADMINISTRATOR, OTHER_SALESPERSON};
use uuid::Uuid;

#[actix_web::test]
async fn a_webhook_is_told_exactly_what_its_owner_may_receive() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let seller = house.seller().await;
        let other = house.app.signed_in(OTHER_SALESPERSON).await;
        let _ = house.hook(&seller, "/seller", &[]).await;
        let manager = house.manager().await;
        let _ = house.hook(&manager, "/manager", &["test.*"]).await;
        house.app.seal().await;
        let _ = house.round().await;
        let _ = house.receiver.take();

        house.happens("本人秘密", Uuid::new_v4(), of(&seller, 1)).await;
        house.happens("本人机密", Uuid::new_v4(), of(&seller, 2)).await;
        house.happens("他人秘密", Uuid::new_v4(), of(&other, 1)).await;
        house.happens("他人绝密", Uuid::new_v4(), of(&other, 3)).await;
        let _ = house.round().await;
        let got = house.receiver.take();
        let to = |path: &str| {
            let mut labels: Vec<_> =
                got.iter().filter(|it| it.path == path).map(super::receiver::Got::label).collect();
            labels.sort();
            labels
        };
        assert_eq!(to("/seller"), ["本人秘密"]);
        assert_eq!(to("/manager"), ["他人秘密", "他人绝密", "本人机密", "本人秘密"]);
        // Word for word as the list of events has it.
        let letter = got.iter().find(|it| it.path == "/seller").unwrap().json();
        let listed = seller.get("/events?limit=200").await.expect(200);
        let listed = listed["items"].as_array().unwrap();
        let event = listed.iter().find(|it| it["data"]["label"] == "本人秘密").unwrap();
        assert_eq!(
            letter,
            json!({"type": "test.told", "timestamp": event["occurred_at"], "data": event})
        );
    }
}

#[actix_web::test]
async fn a_webhook_is_told_of_the_types_that_it_asks_for_from_when_it_was_made() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        house.anything("从前").await;
        house.app.seal().await;
        let (hook, _) = house.hook(&manager, "/a", &["test.*"]).await;
        let _ = house.hook(&manager, "/b", &["client.updated"]).await;
        house.anything("如今").await;
        let sent = house.round().await;
        assert_eq!((sent.delivered, sent.failed), (1, 0));
        assert_eq!(house.receiver.labels(), ["如今"]);
        assert_eq!(house.round().await.delivered, 0, "each once");
        let shown = house.deliveries(&manager, &hook).await;
        assert_eq!(each(&shown, "state"), ["DELIVERED"]);
        assert_eq!(each(&shown, "last_status"), [204]);
        assert_eq!(shown[0]["attempts"], 1);
    }
}

#[actix_web::test]
async fn what_the_owner_may_no_longer_see_when_it_is_sent_is_not_sent() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let seller = house.seller().await;
        let (hook, _) = house.hook(&seller, "/", &["test.*"]).await;
        house.happens("本人秘密", Uuid::new_v4(), of(&seller, 1)).await;
        assert_eq!(house.fan_out().await, 1);
        let admin = house.app.signed_in(ADMINISTRATOR).await;
        let role = crate::identity::role_id(&admin, "SALESPERSON").await;
        let grants =
            admin.get(&format!("/role-grants?role_id={role}&person_id={}", seller.id)).await;
        let grants = grants.expect(200);
        let grant = format!("/role-grants/{}", grants["items"][0]["id"].as_str().unwrap());
        let _ = admin.act_now(&grant, "revoke", json!({"reason": "调岗"})).await.expect(200);
        let sent = house.send().await;
        assert_eq!((sent.delivered, sent.failed, sent.dropped), (0, 0, 1));
        assert!(house.receiver.take().is_empty());
        assert_eq!(each(&house.deliveries(&seller, &hook).await, "state"), ["DROPPED"]);
    }
}

#[actix_web::test]
async fn notices_go_out_for_the_kinds_that_their_reader_chose_webhooks_for() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let (manager, admin) = (house.manager().await, house.app.signed_in(ADMINISTRATOR).await);
        let _ = house.hook(&manager, "/manager", &["notification.*"]).await;
        let _ = house.hook(&admin, "/admin", &["notification.created"]).await;
        let kinds = json!([
            {"kind": "client.mentioned", "mail": "DIGEST", "webhook": true},
            {"kind": "client.handed-over", "mail": "NEVER", "webhook": false},
        ]);
        let settings = json!({"kinds": kinds});
        let _ = manager.patch_now("/me/notification-settings", settings).await.expect(200);
        for kind in [
            clients::notices::CLIENT_MENTIONED,
            clients::notices::CLIENT_HANDED_OVER,
            clients::notices::CLIENT_HANDED_AWAY,
        ] {
            tell(&house.app, &manager, kind).await;
        }
        let _ = house.round().await;
        let got = house.receiver.take();
        assert_eq!(got.len(), 1, "{got:?}");
        assert_eq!(got[0].path, "/manager");
        assert_eq!(got[0].json()["data"]["data"], json!({"kind": "client.mentioned"}));
    }
}

#[actix_web::test]
async fn whoever_has_left_is_sent_nothing_then_or_later() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        let admin = house.app.signed_in(ADMINISTRATOR).await;
        let person = format!("/people/{}", manager.id);
        house.anything("已在途中").await;
        let _ = house.fan_out().await;
        let _ = admin.act_now(&person, "disable", json!({"reason": "离职"})).await.expect(200);
        let sent = house.send().await;
        assert_eq!((sent.delivered, sent.failed), (0, 0));
        house.anything("离职之后").await;
        let _ = house.round().await;
        assert!(house.receiver.take().is_empty());
        let shown = admin.get(&hook).await.expect(200);
        assert_eq!(
            (&shown["state"], &shown["state_reason"]),
            (&json!("DISABLED"), &json!("OWNER_LEFT"))
        );
        let _ = admin.act_now(&person, "enable", json!({"reason": "返聘"})).await.expect(200);
        let _ = house.round().await;
        assert!(house.receiver.take().is_empty(), "nothing by itself");
        let manager = house.manager().await;
        let _ = manager.act_now(&hook, "resume", json!({})).await.expect(200);
        house.anything("返聘之后").await;
        let _ = house.round().await;
        assert_eq!(
            house.receiver.labels(),
            ["已在途中", "返聘之后"],
            "what waited, and not what happened meanwhile"
        );
    }
}

#[actix_web::test]
async fn whoever_lost_the_right_is_sent_nothing() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let seller = house.seller().await;
        let (hook, _) = house.hook(&seller, "/", &["test.*"]).await;
        let admin = house.app.signed_in(ADMINISTRATOR).await;
        let role = crate::identity::role_id(&admin, "INTEGRATOR").await;
        let grants = admin.get(&format!("/role-grants?role_id={role}")).await.expect(200);
        let grant = format!("/role-grants/{}", grants["items"][0]["id"].as_str().unwrap());
        let _ = admin.act_now(&grant, "revoke", json!({"reason": "对接结束"})).await.expect(200);
        house.happens("本人秘密", Uuid::new_v4(), of(&seller, 1)).await;
        let _ = house.round().await;
        assert!(house.receiver.take().is_empty());
        let shown = admin.get(&hook).await.expect(200);
        assert_eq!(
            (&shown["state"], &shown["state_reason"]),
            (&json!("DISABLED"), &json!("RIGHT_LOST"))
        );
    }
}

#[actix_web::test]
async fn what_comes_after_two_thousand_that_wait_waits_among_the_events() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let (hook, _) = house.hook(&manager, "/", &["test.*"]).await;
        let told = |number: u32| {
            Record::new("test.told", Resource::new("client", Uuid::new_v4(), number.to_string()))
                .tell("client.read")
        };
        commit(&house.app.app, (0..2300).map(told)).await;
        // Looked at before each batch of 200.
        let put = house.fan_out().await;
        assert!((2000..2200).contains(&put), "{put}");
        assert_eq!(house.fan_out().await, 0);
        house.delete(&manager, &hook).await;
        assert_eq!(house.send().await, Sent::default(), "nothing of it is left");
    }
}
