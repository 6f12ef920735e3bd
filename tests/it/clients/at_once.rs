//! The largest sheet that is imported all or nothing: one transaction, one trail.
use super::importing::imported;
use serde_json::json;
use std::fmt::Write;
use tests::company::INFORMATION_ADMINISTRATOR;
use tests::on_both;

const ROWS: usize = 2_000;

on_both! {
    async fn two_thousand_rows_are_one_work(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let surnames: Vec<char> = "恒诚锦川蓉城天府华西蜀都巴山岷江".chars().collect();
        let mut sheet = "客户名称,客户类型,电话\n".to_owned();
        for n in 0..ROWS {
            let (one, two) = (surnames[n % 16], surnames[n / 16 % 16]);
            writeln!(sheet, "成都{one}{two}第{n}号机械有限公司,机构,028-6{n:07}").unwrap();
        }
        let (job, _) = imported(&keeper, &sheet, &[]).await;
        assert_eq!(job["result"], json!({"dry_run": false, "rows": ROWS, "good": ROWS, "refused": 0, "skipped": 0}));
        let page = keeper.get("/clients?include_total=true&limit=1").await.expect(200);
        assert_eq!(page["page"]["total"], ROWS);
        // An event is told once the trail is sealed up to it.
        app.seal().await;
        let filed = keeper.get("/events?limit=200").await.expect(200);
        assert_eq!(filed["items"].as_array().unwrap().len(), 200, "each file has its event");
        let verdict = kernel::audit::verify::verify(app.app.db.reader()).await.unwrap();
        assert!(verdict.valid && verdict.checked > i64::try_from(ROWS).unwrap(), "{verdict:?}");
    }
}
