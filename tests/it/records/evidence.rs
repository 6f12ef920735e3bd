//! Packs of evidence: what an auditor takes away, by whose rights, and how it proves itself.
use crate::identity::{grant, new_role};
use records::evidence::{Manifest, public_key, verify};
use serde_json::json;
use std::io::{Cursor, Read};
use tests::company::{
    AUDITOR, INFORMATION_SUPERVISOR, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER,
};
use tests::{Caller, on_both};

const NOVEMBER: &str = "/compliance/evidence?from=2026-11-01&to=2026-11-30";

async fn pack(who: &Caller, path: &str) -> Vec<u8> {
    let answer = who.request(reqwest::Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    assert_eq!(answer.headers()["content-type"], "application/zip");
    answer.bytes().await.unwrap().to_vec()
}

/// The lines of a table below its headings, the mark of order taken off.
fn table(pack: &[u8], name: &str) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(pack)).unwrap();
    let mut text = String::new();
    archive.by_name(&format!("{name}.csv")).unwrap().read_to_string(&mut text).unwrap();
    text.lines().skip(1).map(str::to_owned).collect()
}

fn lines(manifest: &Manifest, name: &str) -> u64 {
    let file = format!("{name}.csv");
    manifest.parts.iter().find(|part| part.file == file).unwrap_or_else(|| panic!("{name}")).lines
}

async fn begun(keeper: &Caller, name: &str, owner: &Caller, telephone: &str) -> String {
    let body = json!({
        "name": name, "kind": "INSTITUTION", "industry": "机械制造", "region": "四川省成都市",
        "address": "四川省成都市龙泉驿区成龙大道二段1666号", "telephone": telephone, "owner_id": owner.id,
    });
    keeper.post("/clients", body).await.expect(201)["id"].as_str().unwrap().to_owned()
}

on_both! {
    async fn a_pack_holds_what_happened_and_proves_itself(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let file = begun(&keeper, "成都锦川机电设备有限公司", &owner, "028-85550001").await;
        let disclosure = json!({
            "recipient_kind": "AUTHORITY", "recipient": "成都市公安局成华区分局", "purpose": "配合调查取证",
            "ground": "LAW", "legal_basis": "《中华人民共和国数据安全法》第三十五条", "sections": ["BASIC"],
            "form": "PAPER", "files": [{"client_id": file}],
        });
        let _ = owner.post_with_key("/client-disclosures", &tests::app::fresh_key(), &disclosure).await.expect(201);
        // Refused by a rule (A-CLI-17): it is evidence that the rule is kept.
        let auditor = app.signed_in(AUDITOR).await;
        let _ = auditor.post("/client-submissions", json!({"payload": {}})).await.text;
        app.seal().await;
        let key = public_key(&app.app.keys);
        let pack = pack(&auditor, NOVEMBER).await;
        let verdict = verify(&pack, &key).unwrap();
        assert!(verdict.holds(), "{:?}", verdict.wrong);
        let manifest = verdict.manifest;
        assert_eq!((manifest.from.as_str(), manifest.to.as_str()), ("2026-11-01", "2026-11-30"));
        assert_eq!(manifest.made_by, "叶正清");
        assert_eq!(lines(&manifest, "working-hours"), 30);
        assert!(lines(&manifest, "compliance") > 50, "every live rule");
        assert_eq!(table(&pack, "compliance").len(), usize::try_from(lines(&manifest, "compliance")).unwrap());
        let refused = table(&pack, "refusals");
        assert!(refused.iter().any(|line| line.contains("叶正清")), "{refused:?}");
        // B-SEC-07: who was to be given what, and not of whom.
        let disclosed = table(&pack, "disclosures");
        assert!(disclosed.len() == 1 && disclosed[0].contains("成都市公安局成华区分局"), "{disclosed:?}");
        assert!(!disclosed[0].contains("锦川"), "{disclosed:?}");
        let chain = auditor.get("/audit-chain").await.expect(200);
        assert!(manifest.audit_sequence > 0 && chain["sequence"].as_i64() >= Some(manifest.audit_sequence), "{chain}");
        app.seal().await;
        let page = auditor.get("/audit-entries?action=compliance.evidence-exported").await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), 1, "that it was taken stands in the trail");
    }

    /// Whoever may not read a table does not get it in a pack, and the pack says so.
    async fn a_pack_shows_nothing_that_its_reader_may_not_see(app: TestApp) {
        let (keeper, owner) = (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
        let _ = begun(&keeper, "成都锦川机电设备有限公司", &owner, "028-85550002").await;
        for login in [SALESPERSON, SALES_MANAGER, SERVICE_MANAGER] {
            let who = app.signed_in(login).await;
            who.get(NOVEMBER).await.refuses(403, "PERMISSION_MISSING");
        }
        let outsider = app.newcomer("qianxinlai").await;
        let admin = app.signed_in(tests::company::ADMINISTRATOR).await;
        let role = new_role(&admin, "EVIDENCE", &["compliance.export", "compliance.read", "obligation.read"]).await;
        let _ = grant(&admin, &outsider.id.to_string(), &role).await.expect(201);
        let outsider = app.sign_in("qianxinlai", "Chuntian-laile-2026").await;
        let pack = pack(&outsider, NOVEMBER).await;
        let manifest = verify(&pack, &public_key(&app.app.keys)).unwrap().manifest;
        assert_eq!(manifest.left_out, ["approvals", "incidents", "disclosures", "refusals"], "none is theirs to read");
        assert!(!manifest.parts.iter().any(|part| part.file == "refusals.csv"));
    }

    async fn a_pack_is_of_days_that_follow_each_other(app: TestApp) {
        let auditor = app.signed_in(AUDITOR).await;
        for (from, to) in [("2026-11-30", "2026-11-29"), ("2026-01-01", "2027-01-03")] {
            let path = format!("/compliance/evidence?from={from}&to={to}");
            auditor.get(&path).await.refuses(400, "INVALID_PARAMETER");
        }
        let year = pack(&auditor, "/compliance/evidence?from=2026-01-01&to=2027-01-02").await;
        let manifest = verify(&year, &public_key(&app.app.keys)).unwrap().manifest;
        assert_eq!(lines(&manifest, "working-hours"), 367);
    }
}
