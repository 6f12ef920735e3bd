//! Who is told what.
use super::*;
use tests::company::{SALES_MANAGER, SALESPERSON, SERVICE_MANAGER, SERVICE_SPECIALIST};
use tests::on_both;

on_both! {
    /// Handlers, the party and the superior at the report; handlers when somebody states their case; everybody
    /// named and the reporter at the conclusion; everybody named when it is taken up again.
    async fn everybody_concerned_is_told(app: TestApp) {
        let (seller, superior) = (app.signed_in(SALESPERSON).await, app.signed_in(SALES_MANAGER).await);
        let finder = app.signed_in(SERVICE_SPECIALIST).await;
        let (supervisor, manager) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SERVICE_MANAGER).await);
        let incident = reported(&finder, &leak(&seller, &[])).await;
        assert_eq!(told(&seller).await, ["client-incident.named"]);
        assert_eq!(told(&superior).await, ["client-incident.below"]);
        assert_eq!(told(&manager).await, ["client-incident.reported"]);
        assert_eq!(told(&finder).await, Vec::<String>::new());
        let _ = seller.act_now(&incident, "state", json!({"statement": "已撤回"})).await.expect(200);
        assert_eq!(told(&supervisor).await, ["client-incident.stated", "client-incident.reported"]);
        assert_eq!(told(&superior).await, ["client-incident.below"], "nobody named hears that somebody spoke");
        let _ = manager.act_now(&incident, "conclude", conclusion(&[follows(&seller)])).await.expect(200);
        assert_eq!(told(&finder).await, ["client-incident.concluded"]);
        let _ = supervisor.act_now(&incident, "take-up", json!({"reason": "新证据"})).await.expect(200);
        for who in [&seller, &superior] {
            assert_eq!(told(who).await[..2], ["client-incident.taken-up", "client-incident.concluded"]);
        }
        assert_eq!(told(&finder).await, ["client-incident.concluded"]);
        // The page of whoever is named is read again when something happens, and learns no contents.
        let events = seller.get("/events?limit=200").await.expect_text(200).to_owned();
        assert!(events.contains("client-incident.concluded") && !events.contains("client-incident.stated"), "{events}");
        assert!(!events.contains("已撤回") && !events.contains("DEMERIT"), "{events}");
    }
}
