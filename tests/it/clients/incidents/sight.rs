//! Who sees which incident, and how much of it.
use super::*;
use tests::company::{
    AUDITOR, OTHER_SALESPERSON, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER, SERVICE_SPECIALIST,
    a_secret_client_of_sales_one, classify_for,
};
use tests::on_both;

/// Two parties of two departments, both heard, concluded.
async fn of_two(app: &TestApp) -> (String, Caller, Caller) {
    let (one, other) = (app.signed_in(SALESPERSON).await, app.signed_in(OTHER_SALESPERSON).await);
    let mut body = leak(&one, &[]);
    body["parties"] = json!([
        {"person_id": one.id, "deed": "转发名单"}, {"person_id": other.id, "deed": "索要名单"},
    ]);
    let incident = reported(&app.signed_in(SERVICE_SPECIALIST).await, &body).await;
    for (who, said) in [(&one, "程的申辩"), (&other, "袁的申辩")] {
        let _ = who.act_now(&incident, "state", json!({"statement": said})).await.expect(200);
    }
    let head = app.signed_in(SALES_MANAGER).await;
    let _ = head.act_now(&incident, "state", json!({"statement": "唐的申辩"})).await.expect(200);
    let mut fined = follows(&other);
    fined["measure"] = json!("FINE");
    fined["fine"] = json!({"amount": "2000.00", "currency": "CNY"});
    fined["leadership_note"] = json!("邓的领导责任");
    let handler = app.signed_in(SERVICE_MANAGER).await;
    let parties = conclusion(&[follows(&one), fined]);
    let _ = handler.act_now(&incident, "conclude", parties).await.expect(200);
    (incident, one, other)
}

async fn list_holds(by: &Caller, incident: &str) -> bool {
    let page = by.get("/client-incidents").await.expect(200);
    each(&page, "id").contains(&id(incident))
}

on_both! {
    /// A party learns what followed for themselves, and nothing of what others said or what followed for
    /// them; a superior, what followed for whoever is below them.
    async fn a_party_sees_their_own_case_alone(app: TestApp) {
        let (incident, one, _) = of_two(&app).await;
        let seen = one.get(&incident).await.expect(200);
        assert_eq!(seen["parties"][0]["statement"]["text"], "程的申辩");
        assert_eq!(seen["parties"][0]["consequence"]["measure"], "DEMERIT");
        for hidden in ["superior_statement", "leadership"] {
            assert_eq!(seen["parties"][0][hidden], Value::Null, "{hidden}");
        }
        let others = json!({"person": seen["parties"][1]["person"], "deed": "索要名单", "superior": seen["parties"][1]["superior"],
            "statement": null, "superior_statement": null, "consequence": null, "leadership": null});
        assert_eq!(seen["parties"][1], others);
        let by: Vec<_> = seen["history"].as_array().unwrap().iter().filter(|it| it["act"] == "STATED")
            .map(|it| it["by"]["name"].as_str().unwrap()).collect();
        assert_eq!(by, ["程涛"]);
        let head = app.signed_in(SALES_MANAGER).await;
        let seen = head.get(&incident).await.expect(200);
        let party = &seen["parties"][0];
        assert_eq!((&party["consequence"]["measure"], &party["leadership"]["measure"]), (&json!("DEMERIT"), &json!("WARNING")));
        assert_eq!((&party["statement"], &party["superior_statement"]["text"]), (&Value::Null, &json!("唐的申辩")));
        assert_eq!(seen["parties"][1]["consequence"], Value::Null);
        let text = seen.to_string() + &one.get(&incident).await.text;
        for word in ["袁的申辩", "2000", "邓的领导责任"] {
            assert!(!text.contains(word), "{word}");
        }
    }

    /// Whoever reported it sees what they told, and that it was concluded; no case.
    async fn a_reporter_sees_no_case(app: TestApp) {
        let (incident, ..) = of_two(&app).await;
        let seen = app.signed_in(SERVICE_SPECIALIST).await.get(&incident).await;
        assert_eq!(seen.json()["state"], "CONCLUDED");
        for word in ["的申辩", "DEMERIT", "2000", "领导责任"] {
            assert!(!seen.text.contains(word), "{word}");
        }
        let auditor = app.signed_in(AUDITOR).await.get(&incident).await.expect(200);
        assert_eq!(auditor["parties"][1]["consequence"]["fine"]["amount"], "2000.00");
    }

    /// An incident that is nothing to somebody is not there: no record, no line, no count, no filter.
    async fn a_stranger_finds_nothing(app: TestApp) {
        let (incident, one, _) = of_two(&app).await;
        let stranger = app.signed_in("liangjing").await;
        stranger.get(&incident).await.refuses(404, "NOT_FOUND");
        let path = format!("{incident}/actions/state");
        let blind = stranger.request(reqwest::Method::POST, &path).header("If-Match", "\"1\"");
        let blind = blind.header("Idempotency-Key", fresh_key()).json(&json!({"statement": "试探"}));
        tests::app::send(blind).await.refuses(404, "NOT_FOUND");
        for query in ["", "&kind=LEAK", &format!("&person_id={}", one.id)] {
            let page = stranger.get(&format!("/client-incidents?include_total=true{query}")).await.expect(200);
            assert_eq!((&page["items"], &page["page"]["total"]), (&json!([]), &json!(0)));
        }
        let events = stranger.get("/events").await.expect_text(200).to_owned();
        assert!(!events.contains("client-incident"), "{events}");
    }

    /// A-CLI-18: also where it names somebody, what is above their clearance is not there, from the moment
    /// at which a file rises; and they are told of nothing.
    async fn above_the_clearance_there_is_no_incident(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let service = app.signed_in(SERVICE_MANAGER).await;
        let file = a_file_of(&app, &seller).await;
        let incident = reported(&keeper, &leak(&seller, &[&file])).await;
        assert!(list_holds(&seller, &incident).await);
        classify_for(&keeper, &file, &service, "TOP_SECRET").await;
        seller.get(&incident).await.refuses(404, "NOT_FOUND");
        assert!(!list_holds(&seller, &incident).await);
        let seen = service.get(&incident).await.expect(200);
        assert_eq!(seen["level"], 3);
        let done = service.act_now(&incident, "conclude", conclusion(&[follows(&seller)])).await.expect(200);
        assert_eq!(done["state"], "CONCLUDED");
        assert_eq!(told(&seller).await, Vec::<String>::new(), "shown only while it may be seen");
        // Nor is a secret file named by whoever does not see it.
        let secret = a_secret_client_of_sales_one(&app).await;
        let body = leak(&app.signed_in(OTHER_SALESPERSON).await, &[&secret.to_string()]);
        report(&seller, &body).await.points_at("/files/0", "UNKNOWN_REFERENCE");
    }

    /// A file is named to whoever may read it, and to nobody else; nor does the filter tell.
    async fn files_are_shown_to_whoever_may_read_them(app: TestApp) {
        let seller = app.signed_in(SALESPERSON).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let file = a_file_of(&app, &seller).await;
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let incident = reported(&keeper, &leak(&other, &[&file])).await;
        assert_eq!(keeper.get(&incident).await.expect(200)["files"][0]["name"], NAME);
        let seen = other.get(&incident).await;
        assert_eq!(seen.json()["files"], json!([]));
        assert!(!seen.text.contains(id(&file)));
        let about = format!("/client-incidents?client_id={}", id(&file));
        assert_eq!(other.get(&about).await.expect(200)["items"], json!([]));
        assert_eq!(keeper.get(&about).await.expect(200)["items"].as_array().unwrap().len(), 1);
    }

    /// Taken away in a pack of evidence by whoever reads all of it, and by nobody for having reported it.
    async fn the_pack_of_evidence_holds_the_cases(app: TestApp) {
        use std::io::Read;
        let _ = of_two(&app).await;
        let auditor = app.signed_in(AUDITOR).await;
        let path = "/compliance/evidence?from=2026-11-01&to=2026-11-30";
        let pack = tests::app::send(auditor.request(reqwest::Method::GET, path)).await;
        assert_eq!(pack.status, 200, "{}", pack.text);
        let bytes = auditor.request(reqwest::Method::GET, path).send().await.unwrap().bytes().await.unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut table = String::new();
        let _ = archive.by_name("incidents.csv").unwrap().read_to_string(&mut table).unwrap();
        assert_eq!(table.lines().count(), 3, "{table}");
        for word in ["程涛", "唐伟", "袁鹏飞", "邓俊峰", "DEMERIT", "2000.00", "邓的领导责任"] {
            assert!(table.contains(word), "{word}: {table}");
        }
    }
}
