use super::{begun, each, institution, supervisor_and_owner};
use chrono::Duration;
use serde_json::{Value, json};
use tests::company::*;
use tests::on_both;

fn permit(until: &str) -> Value {
    json!({
        "kind": "LICENCE", "name": "食品经营许可证", "number": "JY15101080012345",
        "issued_by": "成都市市场监督管理局", "valid_from": "2023-12-01", "valid_until": until,
    })
}

on_both! {
    async fn files_with_a_qualification_about_to_end_are_listed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都锦程精密机械有限公司", &owner)).await;
        let _ = begun(&keeper, institution("绵阳东升机电有限公司", &owner)).await;
        let paper = json!({"kind": "LICENCE", "name": "食品经营许可证", "valid_until": "2026-12-20"});
        let made = keeper.post(&format!("{path}/qualifications"), paper).await;
        let made = made.expect(201);
        let ending = async |day: &str| {
            let page = keeper.get(&format!("/clients?qualification_ends_before={day}")).await.expect(200);
            page["items"].as_array().unwrap().len()
        };
        assert_eq!((ending("2026-12-20").await, ending("2026-12-21").await), (0, 1));
        let paper = format!("{path}/qualifications/{}", made["id"].as_str().unwrap());
        let _ = keeper.act_now(&paper, "remove", json!({"reason": "换发新证"})).await.expect(200);
        assert_eq!(ending("2026-12-21").await, 0);
    }

    /// Tests begin on 2026-11-23.
    async fn a_qualification_runs_out_by_the_clock(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都味聚餐饮管理有限公司", &owner)).await;
        let made = keeper.post(&format!("{path}/qualifications"), permit("2026-12-25")).await;
        let body = made.expect(201);
        assert_eq!((&body["validity"], &body["days_left"]), (&json!("VALID"), &json!(32)));
        let address = made.header("location").strip_prefix("/api/v1").unwrap().to_owned();
        for (days, validity, left) in [(2, "EXPIRING", 30), (30, "EXPIRING", 0), (1, "EXPIRED", -1)] {
            app.clock.advance(Duration::days(days));
            let reader = app.signed_in(SALESPERSON).await;
            let body = reader.get(&address).await.expect(200);
            assert_eq!((&body["validity"], &body["days_left"]), (&json!(validity), &json!(left)));
        }
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let ended = keeper.get(&format!("{path}/qualifications?valid_until_before=2026-12-26")).await;
        assert_eq!(ended.expect(200)["items"].as_array().unwrap().len(), 1);
        let renewed = keeper.patch_now(&address, json!({"valid_until": null})).await.expect(200);
        assert_eq!((&renewed["validity"], &renewed["days_left"]), (&json!("VALID"), &json!(null)));
    }

    async fn a_qualification_counts_for_completeness_while_it_is_in_place(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都味聚餐饮管理有限公司", &owner)).await;
        let lacks = async || {
            let file = keeper.get(&path).await.expect(200);
            file["completeness"]["missing"].as_array().unwrap().contains(&json!("qualifications"))
        };
        assert!(lacks().await);
        let made = keeper.post(&format!("{path}/qualifications"), permit("2030-12-01")).await;
        let address = made.header("location").strip_prefix("/api/v1").unwrap().to_owned();
        assert!(!lacks().await);
        let gone = keeper.act_now(&address, "remove", json!({"reason": "已被吊销"})).await.expect(200);
        assert_eq!(gone["removed"]["reason"], "已被吊销");
        assert!(lacks().await);
        let all = keeper.get(&format!("{path}/qualifications?include_removed=true&kind=LICENCE")).await;
        assert_eq!(each(&all.expect(200), "name"), ["食品经营许可证"]);
    }

    async fn what_cannot_be_true_is_refused(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let path = begun(&keeper, institution("成都味聚餐饮管理有限公司", &owner)).await;
        let list = format!("{path}/qualifications");
        keeper.post(&list, permit("2023-11-30")).await.points_at("/valid_until", "ORDER");
        keeper.post(&list, permit("9999-12-31")).await.points_at("/valid_until", "RANGE");
        let _ = keeper.post(&list, permit("2028-11-30")).await.expect(201);
        keeper.post(&list, permit("2029-11-30")).await.points_at("/number", "DUPLICATE");
        owner.post(&list, permit("2029-11-30")).await.refuses(403, "PERMISSION_MISSING");
        let outsider = app.signed_in(OTHER_SALESPERSON).await;
        outsider.get(&list).await.refuses(404, "NOT_FOUND");
        assert_eq!(owner.get(&list).await.expect(200)["items"].as_array().unwrap().len(), 1);
    }
}
