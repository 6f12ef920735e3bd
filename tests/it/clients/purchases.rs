use super::{begun, each, institution, with};
use serde_json::{Value, json};
use tests::company::*;
use tests::{Caller, TestApp, on_both};

fn bought(on: &str, amount: &str, order: &str) -> Value {
    json!({
        "product": "中秋月饼礼盒", "occurred_on": on, "order_number": order,
        "amount": {"amount": amount, "currency": "CNY"},
    })
}

/// A group-buy client of the specialist's own; the address of its purchases.
async fn group_buyer(app: &TestApp) -> (Caller, String) {
    let specialist = app.signed_in(GROUP_BUY_SPECIALIST).await;
    let body =
        with(institution("成都味聚餐饮管理有限公司", &specialist), &json!({"group_buy": true}));
    let path = begun(&specialist, body).await;
    (specialist, format!("{path}/purchases"))
}

on_both! {
    /// B-CRM-02.
    async fn the_purchases_of_a_group_buyer_are_kept_exactly_and_latest_first(app: TestApp) {
        let (specialist, list) = group_buyer(&app).await;
        for (on, amount, order) in [
            ("2026-01-20", "12800.50", "TG-20260120-0001"),
            ("2026-09-18", "922337203685477.5807", "TG-20260918-0007"),
            ("2026-06-10", "0.0001", "TG-20260610-0003"),
        ] {
            let made = specialist.post(&list, bought(on, amount, order)).await.expect(201);
            assert_eq!(made["amount"], json!({"amount": amount, "currency": "CNY"}));
        }
        let page = specialist.get(&format!("{list}?limit=2")).await.expect(200);
        assert_eq!(each(&page, "occurred_on"), ["2026-09-18", "2026-06-10"]);
        let next = page["page"]["next_cursor"].as_str().unwrap();
        let rest = specialist.get(&format!("{list}?limit=2&cursor={next}")).await.expect(200);
        assert_eq!(each(&rest, "occurred_on"), ["2026-01-20"]);
        let filtered = "occurred_on_after=2026-06-10&occurred_on_before=2026-09-18";
        let some = specialist.get(&format!("{list}?{filtered}")).await.expect(200);
        assert_eq!(each(&some, "occurred_on"), ["2026-06-10"]);
    }

    async fn a_purchase_is_put_right_or_taken_out(app: TestApp) {
        let (specialist, list) = group_buyer(&app).await;
        let made = specialist.post(&list, bought("2026-09-18", "100.00", "TG-1")).await;
        let address = made.header("location").strip_prefix("/api/v1").unwrap().to_owned();
        let amount = json!({"amount": {"amount": "120.00", "currency": "CNY"}});
        let body = specialist.patch_now(&address, amount).await.expect(200);
        assert_eq!((&body["amount"]["amount"], &body["version"]), (&json!("120.00"), &json!(2)));
        let same = specialist.patch_now(&address, json!({"product": "中秋月饼礼盒 "})).await.expect(200);
        assert_eq!(same["version"], 2, "nothing changed, nothing is recorded");
        specialist.post(&list, bought("2026-09-19", "1.00", "TG-1")).await.points_at("/order_number", "DUPLICATE");
        let gone = specialist.act_now(&address, "remove", json!({"reason": "订单取消"})).await.expect(200);
        assert_eq!(gone["removed"]["reason"], "订单取消");
        let _ = specialist.post(&list, bought("2026-09-19", "1.00", "TG-1")).await.expect(201);
    }

    async fn what_cannot_be_true_is_refused(app: TestApp) {
        let (specialist, list) = group_buyer(&app).await;
        for (on, amount, pointer, code) in [
            ("2026-11-24", "1.00", "/occurred_on", "RANGE"),
            ("2026-11-20", "-1.00", "/amount", "RANGE"),
            ("2026-11-20", "1.00001", "/amount/amount", "FORMAT"),
            ("2026-02-30", "1.00", "/occurred_on", "FORMAT"),
        ] {
            specialist.post(&list, bought(on, amount, "TG-1")).await.points_at(pointer, code);
        }
        let outsider = app.signed_in(SALESPERSON).await;
        outsider.get(&list).await.refuses(404, "NOT_FOUND");
        let manager = app.signed_in("xiaoyating").await;
        manager.post(&list, bought("2026-09-19", "1.00", "TG-1")).await.refuses(403, "PERMISSION_MISSING");
    }
}
