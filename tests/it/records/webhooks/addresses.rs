//! Where webhooks may lead.
use super::{ENGINES, House, each};
use kernel::config::Webhooks;
use records::webhooks::{self, Post};
use serde_json::json;
use tests::company::SERVICE_MANAGER;
use tests::on_both;

/// One of each kind; `records::webhooks::address` has every spelling.
const REFUSED: &[&str] = &[
    "https://10.0.0.1:8443/",
    "https://0x7f000001/",
    "https://[::ffff:127.0.0.1]/",
    "https://erp.local/",
    "https://name@erp.zhidu.example/",
    "http://erp.zhidu.example/",
];

on_both! {
    async fn an_address_within_is_refused_when_a_webhook_is_made_or_changed(app: TestApp) {
        let manager = app.signed_in(SERVICE_MANAGER).await;
        for url in REFUSED {
            let answer = manager.post("/webhooks", json!({"name": "内网", "url": url})).await;
            answer.points_at("/url", "WEBHOOK_ADDRESS_REFUSED");
        }
        manager.post("/webhooks", json!({"name": "乱写", "url": "erp"})).await.points_at("/url", "FORMAT");
        manager.post("/webhooks", json!({"name": "换行", "url": "https://erp.zhidu.example/\n"})).await
            .points_at("/url", "CONTROL_CHARACTER");
        let long = format!("https://erp.zhidu.example/{}", "a".repeat(2000));
        manager.post("/webhooks", json!({"name": "过长", "url": long})).await.points_at("/url", "LENGTH");
        let body = json!({"name": "ERP", "url": "https://erp.zhidu.example:8443/x", "types": ["none.such"]});
        let made = manager.post("/webhooks", body).await.expect(201);
        let hook = format!("/webhooks/{}", made["id"].as_str().unwrap());
        manager.patch_now(&hook, json!({"url": "https://127.0.0.1/"})).await
            .points_at("/url", "WEBHOOK_ADDRESS_REFUSED");
        let changed = manager.patch_now(&hook, json!({"url": "https://crm.zhidu.example/y"})).await.expect(200);
        assert_eq!((&changed["host"], &changed["types"]), (&json!("crm.zhidu.example"), &json!(["none.such"])));
    }
}

/// What was let in by other settings, or whose name leads elsewhere by now: every address is looked at
/// before it is called.
#[actix_web::test]
async fn an_address_within_is_refused_at_every_sending() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let port = house.receiver.port;
        let strict = Webhooks { allow_private_addresses: false, timeout_seconds: 2 };
        let strict = Post::new(&strict).unwrap();
        for url in [
            // A name, which is looked up; literals, which nobody looks up; and without TLS.
            format!("https://localhost:{port}/"),
            format!("https://127.0.0.1:{port}/"),
            format!("https://2130706433:{port}/"),
            format!("https://[::1]:{port}/"),
            format!("https://[::ffff:127.0.0.1]:{port}/"),
            format!("http://127.0.0.1:{port}/"),
            format!("http://localhost:{port}/"),
        ] {
            let (hook, _) = house.hook_at(&manager, &url, &["test.*"]).await;
            house.anything("一").await;
            let _ = house.fan_out().await;
            let sent = webhooks::send_due(&house.app.app, &*house.owners, &strict).await.unwrap();
            assert_eq!((sent.delivered, sent.failed), (0, 1), "{url}");
            let deliveries = house.deliveries(&manager, &hook).await;
            assert_eq!(each(&deliveries, "last_error"), ["REFUSED_ADDRESS"], "{url}");
            house.delete(&manager, &hook).await;
        }
        assert!(house.receiver.take().is_empty());
    }
}

#[actix_web::test]
async fn why_nobody_answered_is_told_in_a_word() {
    for engine in ENGINES {
        let house = House::open(engine).await;
        let manager = house.manager().await;
        let closed =
            std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        for (url, word) in [
            (format!("http://127.0.0.1:{closed}/"), "CONNECTION"),
            (format!("https://127.0.0.1:{}/", house.receiver.port), "TLS"),
        ] {
            let (hook, _) = house.hook_at(&manager, &url, &["test.*"]).await;
            house.anything("一").await;
            let _ = house.round().await;
            assert_eq!(
                each(&house.deliveries(&manager, &hook).await, "last_error"),
                [word],
                "{url}"
            );
            house.delete(&manager, &hook).await;
        }
    }
}
