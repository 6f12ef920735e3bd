//! What was due, who was told that it was late and what was excused, in a pack of evidence.
use super::{at, begun, only, tick, tick_at};
use chrono::Duration;
use records::evidence::{public_key, verify};
use std::io::{Cursor, Read};
use tests::company::{AUDITOR, INFORMATION_SUPERVISOR, SALESPERSON};
use tests::{TestApp, on_both};

async fn table(app: &TestApp, name: &str) -> Vec<String> {
    let auditor = app.signed_in(AUDITOR).await;
    let path = "/compliance/evidence?from=2027-01-01&to=2027-01-31";
    let answer = auditor.request(reqwest::Method::GET, path).send().await.unwrap();
    let pack = answer.bytes().await.unwrap().to_vec();
    assert!(verify(&pack, &public_key(&app.app.keys)).unwrap().holds());
    let mut archive = zip::ZipArchive::new(Cursor::new(pack)).unwrap();
    let mut text = String::new();
    archive.by_name(&format!("{name}.csv")).unwrap().read_to_string(&mut text).unwrap();
    text.lines().skip(1).map(str::to_owned).collect()
}

on_both! {
    async fn what_was_late_stands_there_with_whom_it_was_told(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let owner = app.signed_in(SALESPERSON).await;
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner).await;
        let _ = tick_at(&app, "2027-01-08 09:00").await;
        let contact = only(&app.signed_in(SALESPERSON).await, "kind=client.contact").await;
        // Until two superiors were told.
        app.clock.set(at("2027-01-25 09:00"));
        for _ in 0..12 {
            let _ = tick(&app, "test").await;
            app.clock.advance(Duration::days(1));
        }
        let id = contact["id"].as_str().unwrap();
        let due = table(&app, "obligations").await;
        let line = due.iter().find(|line| line.contains(id)).expect("the contact");
        assert!(line.contains("B-CRM-08") && line.contains("锦川") && line.contains("OPEN"), "{line}");
        let told = table(&app, "escalations").await;
        assert!(told.iter().filter(|line| line.contains(id)).count() >= 1, "{told:?}");
    }
}
