//! What secrecy incidents tell of a file that is destroyed (A-BOR-05 to A-BOR-07).
use super::*;
use crate::clients::{begun, institution, supervisor_and_owner};
use clients::incidents::entity as incident;
use sea_orm::sea_query::ExprTrait;
use tests::company::{AUDITOR, SERVICE_SPECIALIST};
use tests::on_both;

const NAME: &str = "绵阳涪城精工机械有限公司";

/// Reported about a file, with its name in every text there is; the address.
async fn reported(app: &TestApp, owner: &Caller, file: &str) -> String {
    let finder = app.signed_in(SERVICE_SPECIALIST).await;
    let body = json!({
        "kind": "LEAK", "occurred_on": "2026-11-20", "what_happened": format!("{NAME}的合同被拍照外传"),
        "files": [id(file)],
        "parties": [{"person_id": owner.id, "deed": format!("拍摄{NAME}的合同")}],
    });
    let made = finder.post_with_key("/client-incidents", &fresh_key(), &body).await.expect(201);
    let path = format!("/client-incidents/{}", made["id"].as_str().unwrap());
    let said = json!({"statement": format!("未拍摄{NAME}的合同")});
    let _ = owner.act_now(&path, "state", said).await.expect(200);
    path
}

async fn concluded(app: &TestApp, owner: &Caller, path: &str) {
    let follows = json!({"person_id": owner.id, "measure": "DISMISSAL", "measure_note": format!("外传{NAME}资料"),
        "leadership": "WARNING", "leadership_note": format!("未管好{NAME}的档案")});
    let body = json!({"parties": [follows], "remedy": format!("已向{NAME}致歉")});
    let handler = app.signed_in(SERVICE_MANAGER).await;
    let _ = handler.act_now(path, "conclude", body).await.expect(200);
}

/// As if it had been settled years ago.
async fn long_ago(app: &TestApp) {
    incident::Entity::update_many()
        .col_expr(incident::Column::ReportedAt, Expr::value(years_ago()))
        .col_expr(
            incident::Column::ConcludedAt,
            Expr::case(Expr::col(incident::Column::ConcludedAt).is_not_null(), years_ago())
                .finally(Expr::null())
                .into(),
        )
        .exec(app.app.db.exclusive())
        .await
        .unwrap();
}

on_both! {
    /// A-BOR-05, A-BOR-07: evidence is not destroyed while it is looked into, nor right afterwards.
    async fn a_file_under_investigation_is_not_destroyed(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(NAME, &owner)).await;
        age(&app, &[&file]).await;
        let path = reported(&app, &owner, &file).await;
        let admin = app.signed_in(INFORMATION_ADMINISTRATOR).await;
        long_ago(&app).await;
        let refused = propose(&admin, &file).await;
        let problem = refused.refuses_by(409, "DESTRUCTION_IN_USE", "A-BOR-05");
        assert_eq!(problem["params"]["why"], "INVESTIGATED");
        concluded(&app, &owner, &path).await;
        propose(&admin, &file).await.refuses_by(409, "DESTRUCTION_NOT_OUT_OF_DATE", "A-BOR-07");
        long_ago(&app).await;
        let _ = proposed(&admin, &file).await;
    }

    /// The record of who did what and what followed stays, as secret as the file was; what the file was
    /// called goes, from every text and from the trail.
    async fn the_incident_stays_and_names_the_file_no_more(app: TestApp) {
        let (keeper, owner) = supervisor_and_owner(&app).await;
        let file = begun(&keeper, institution(NAME, &owner)).await;
        let path = reported(&app, &owner, &file).await;
        concluded(&app, &owner, &path).await;
        long_ago(&app).await;
        let before = erased::found_in_tables(&app, &[NAME]).await;
        for table in ["client_incident.what", "client_incident.remedy", "client_incident_party.deed",
            "client_incident_party.measure_note", "client_incident_party.leadership_note",
            "client_incident_statement.text", "audit_entry.changes"] {
            assert!(before.iter().any(|text| text.starts_with(table)), "{table}: {before:#?}");
        }
        let certificate = destroyed(&app, &file).await;
        assert_eq!(erased::found_in_tables(&app, &[NAME]).await, Vec::<String>::new());
        let count = certificate["counts"].as_array().unwrap().iter().find(|it| it["kind"] == "client_incident_file");
        assert_eq!(count.unwrap()["count"], 1);
        let auditor = app.signed_in(AUDITOR).await;
        let seen = auditor.get(&path).await.expect(200);
        assert_eq!((&seen["level"], &seen["files"]), (&json!(1), &json!([])));
        assert_eq!(seen["what_happened"], "［已销毁的档案］的合同被拍照外传");
        assert_eq!(seen["parties"][0]["consequence"]["measure"], "DISMISSAL");
        // The trail goes on proving itself.
        app.seal().await;
        let verdict = kernel::audit::verify::verify(app.app.db.reader()).await.unwrap();
        assert!(verdict.valid, "{:?}", verdict.first_bad);
    }
}
