//! Nobody whom an incident names has a hand in it (A-BOR-05).
use super::*;
use tests::company::{
    ADMINISTRATOR, GENERAL_MANAGER, INFORMATION_ADMINISTRATOR, OTHER_SALESPERSON, SALES_MANAGER,
    SALESPERSON, SERVICE_MANAGER, a_key_of_the_service_manager,
};
use tests::on_both;

/// Give somebody one more role.
async fn granted(app: &TestApp, who: &Caller, role: &str) {
    let admin = app.signed_in(ADMINISTRATOR).await;
    let roles = admin.get("/roles").await.expect(200);
    let role = roles["items"].as_array().unwrap().iter().find(|it| it["code"] == role).unwrap();
    let grant = json!({"person_id": who.id, "role_id": role["id"], "reason": "岗位调整"});
    let _ = admin.post("/role-grants", grant).await.expect(201);
}

async fn refused(by: &Caller, incident: &str, code: &str, party: &Caller) {
    let seen = by.get(incident).await.expect(200);
    let acts = [
        ("conclude", conclusion(&[follows(party)])),
        ("amend", as_it_stands(&seen, "更正")),
        ("take-up", json!({"reason": "重新调查"})),
    ];
    for (act, body) in acts {
        let problem = by.act_now(incident, act, body).await.refuses_by(409, code, "A-BOR-05");
        assert_eq!(problem["escalation"], "client-incident.handle", "{act}");
        assert_eq!(allowed(&seen, act), (false, code), "{act}");
    }
}

on_both! {
    /// The party, and the superior, whatever they hold: here the supervisor who handles incidents, and the
    /// service manager above her; the general manager is left.
    async fn neither_party_nor_superior_handles_it(app: TestApp) {
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let finder = app.signed_in(SALESPERSON).await;
        let incident = reported(&finder, &leak(&supervisor, &[])).await;
        refused(&supervisor, &incident, "INCIDENT_NAMED", &supervisor).await;
        refused(&manager, &incident, "INCIDENT_NAMED", &supervisor).await;
        let head = app.signed_in(GENERAL_MANAGER).await;
        assert_eq!(told(&head).await, ["client-incident.reported"]);
        let done = head.act_now(&incident, "conclude", conclusion(&[follows(&supervisor)])).await.expect(200);
        assert_eq!(done["state"], "CONCLUDED");
        manager.act_now(&incident, "take-up", json!({"reason": "复查"})).await.refuses(409, "INCIDENT_NAMED");
    }

    /// Nor by reporting it oneself, and be it about oneself.
    async fn whoever_reports_themselves_does_not_judge_themselves(app: TestApp) {
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let incident = reported(&supervisor, &leak(&supervisor, &[])).await;
        refused(&supervisor, &incident, "INCIDENT_NAMED", &supervisor).await;
    }

    /// Nor by another role, a key, or a right that was lent.
    async fn no_role_key_or_delegation_gets_round_it(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let finder = app.signed_in(OTHER_SALESPERSON).await;
        let incident = reported(&finder, &leak(&seller, &[])).await;
        granted(&app, &seller, "GENERAL_MANAGER").await;
        let seller = app.signed_in(SALESPERSON).await;
        refused(&seller, &incident, "INCIDENT_NAMED", &seller).await;
        // A key acts as whoever made it.
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        let of_manager = reported(&finder, &leak(&app.signed_in("lvwenjing").await, &[])).await;
        let rights = ["client-incident.read", "client-incident.report", "client-incident.handle"];
        let key = a_key_of_the_service_manager(&app, &rights).await;
        refused(&key, &of_manager, "INCIDENT_NAMED", &app.signed_in("lvwenjing").await).await;
        // Whoever is named chooses nobody to judge it in their place.
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let lend = json!({"to_person_id": admin.id, "permissions": ["client-incident.handle", "client-incident.read"],
            "reason": "代为处理", "valid_until": "2026-11-30T00:00:00Z"});
        let _ = manager.post("/delegations", lend).await.expect(201);
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        refused(&admin, &of_manager, "INCIDENT_LENT_BY_NAMED", &app.signed_in("lvwenjing").await).await;
        // Of what does not name the lender, they handle all.
        let done = admin.act_now(&incident, "conclude", conclusion(&[follows(&seller)])).await.expect(200);
        assert_eq!(done["state"], "CONCLUDED");
    }

    /// A right of one's own is not taken by lending it once more.
    async fn nobody_is_kept_from_it_by_being_lent_the_right(app: TestApp) {
        let manager = app.signed_in(SERVICE_MANAGER).await;
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let party = app.signed_in("lvwenjing").await;
        let incident = reported(&app.signed_in(SALESPERSON).await, &leak(&party, &[])).await;
        let lend = json!({"to_person_id": supervisor.id, "permissions": ["client-incident.handle"],
            "reason": "代班", "valid_until": "2026-11-30T00:00:00Z"});
        let _ = manager.post("/delegations", lend).await.expect(201);
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let done = supervisor.act_now(&incident, "conclude", conclusion(&[follows(&party)])).await.expect(200);
        assert_eq!(done["state"], "CONCLUDED");
    }

    /// Only the named state a case, and each their own.
    async fn nobody_speaks_for_another(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let finder = app.signed_in(OTHER_SALESPERSON).await;
        let incident = reported(&finder, &leak(&seller, &[])).await;
        let said = json!({"statement": "他承认了"});
        finder.act_now(&incident, "state", said.clone()).await.refuses_by(409, "INCIDENT_NOT_NAMED", "A-BOR-05");
        let handler = app.signed_in(SERVICE_MANAGER).await;
        handler.act_now(&incident, "state", said).await.refuses(409, "INCIDENT_NOT_NAMED");
    }

    /// To report, or to be a manager, is not to handle.
    async fn whoever_does_not_handle_incidents_handles_none(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let manager = app.signed_in(SALES_MANAGER).await;
        let incident = reported(&manager, &leak(&app.signed_in(OTHER_SALESPERSON).await, &[])).await;
        for by in [&manager, &seller] {
            by.act_now(&incident, "conclude", conclusion(&[follows(&seller)])).await.refuses(403, "PERMISSION_MISSING");
        }
        let admin = app.signed_in(ADMINISTRATOR).await;
        admin.get("/client-incidents").await.refuses(403, "PERMISSION_MISSING");
    }
}
