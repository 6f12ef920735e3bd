use super::{allowed, begun, each, institution, supervisor_and_owner};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tests::app::send;
use tests::company::*;
use tests::form::{multipart, of_form};
use tests::{Answer, Caller, Engine, TestApp, on_both};

pub(super) const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0";

fn request(caller: &Caller, list: &str, body: Vec<u8>, boundary: &str) -> RequestBuilder {
    of_form(caller.request(Method::POST, list), boundary, body)
}

pub(super) async fn upload(caller: &Caller, list: &str, name: &str, bytes: &[u8]) -> Answer {
    let said = [("kind", "QUOTATION"), ("note", "第三版")];
    send(caller.upload(list, (name, bytes), &said)).await
}

/// A file of the salesperson; the address of its attachments.
async fn client(app: &TestApp) -> (Caller, Caller, String) {
    let (keeper, owner) = supervisor_and_owner(app).await;
    let path = begun(&keeper, institution("成都锦川机电设备有限公司", &owner)).await;
    (keeper, owner, format!("{path}/attachments"))
}

async fn count(caller: &Caller, list: &str) -> usize {
    caller.get(list).await.expect(200)["items"].as_array().unwrap().len()
}

on_both! {
    /// A-CLI-21: the register of archive material.
    async fn the_register_holds_every_paper_that_the_reader_may_see(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let foreign = begun(&keeper, institution("绵阳东升机电有限公司", &other)).await;
        let first = upload(&owner, &list, "报价单.pdf", PDF).await.expect(201);
        let _ = upload(&keeper, &format!("{foreign}/attachments"), "厂房.png", PNG).await.expect(201);
        let register = async |caller: &Caller, query: &str| {
            let page = caller.get(&format!("/client-materials?include_total=true&{query}")).await.expect(200);
            assert_eq!(page["page"]["total"], page["items"].as_array().unwrap().len(), "{query}");
            each(&page, "file_name").into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(register(&keeper, "").await, ["厂房.png", "报价单.pdf"]);
        assert_eq!(register(&owner, "").await, ["报价单.pdf"]);
        assert_eq!(register(&other, "").await, ["厂房.png"]);
        assert_eq!(register(&keeper, &format!("created_by={}", owner.id)).await, ["报价单.pdf"]);
        assert_eq!(register(&keeper, "kind=DRAWING").await, [""; 0]);
        assert_eq!(register(&keeper, "created_before=2026-11-01T00:00:00Z").await, [""; 0]);
        let page = owner.get("/client-materials").await.expect(200);
        let line = &page["items"][0];
        assert!(line["client"]["name"].as_str().unwrap().contains("成都锦川"), "{line}");
        assert_eq!((&line["created_by"]["id"], &line["size"]), (&json!(owner.id), &json!(PDF.len())));
        let paper = format!("{list}/{}", first["id"].as_str().unwrap());
        let _ = owner.act_now(&paper, "withdraw", json!({"reason": "版本有误"})).await.expect(200);
        assert_eq!(register(&owner, "").await, [""; 0]);
        assert_eq!(register(&owner, "include_withdrawn=true").await, ["报价单.pdf"]);
        // A file above the clearance takes its papers out of the register.
        classify_for(&keeper, &foreign, &app.signed_in(SERVICE_MANAGER).await, "TOP_SECRET").await;
        assert_eq!(register(&other, "").await, [""; 0]);
        let nobody = app.signed_in(ADMINISTRATOR).await;
        nobody.get("/client-materials").await.refuses(403, "PERMISSION_MISSING");
    }

    /// A-CLI-25.
    async fn a_salesperson_files_a_quotation_and_gets_it_back_byte_for_byte(app: TestApp) {
        let (_, owner, list) = client(&app).await;
        let made = upload(&owner, &list, "C:/报价/报价单 2026-11.PDF", PDF).await;
        let body = made.expect(201);
        assert_eq!((&body["file_name"], &body["media_type"]), (&json!("报价单 2026-11.pdf"), &json!("application/pdf")));
        assert_eq!((&body["kind"], &body["note"], &body["size"]), (&json!("QUOTATION"), &json!("第三版"), &json!(PDF.len())));
        let path = made.header("location").strip_prefix("/api/v1").unwrap().to_owned();
        let response = owner.request(Method::GET, &format!("{path}/content")).send().await.unwrap();
        assert_eq!(response.status(), 200);
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        assert_eq!((header("content-type").as_str(), header("x-content-type-options").as_str()), ("application/pdf", "nosniff"));
        assert!(header("content-security-policy").starts_with("sandbox"));
        assert!(header("content-disposition").starts_with("attachment;"), "{}", header("content-disposition"));
        assert!(header("content-disposition").contains("filename*=UTF-8''%E6%8A%A5"));
        assert_eq!(header("cache-control"), "no-store");
        assert_eq!(response.bytes().await.unwrap(), PDF);
    }

    async fn what_is_not_what_it_says_is_refused_and_nothing_is_kept(app: TestApp) {
        let (_, owner, list) = client(&app).await;
        for (name, bytes) in [
            ("报价单.pdf", PNG),
            ("x.png", b"MZ\x90\0\x03\0\0\0".as_slice()),
            ("x.exe", b"MZ\x90\0\x03\0\0\0"),
            ("x.html", b"<html><script>alert(1)</script></html>"),
            ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
            ("x.csv", b"a,b\0c"),
        ] {
            upload(&owner, &list, name, bytes).await.refuses(415, "FILE_REFUSED");
        }
        upload(&owner, &list, "x.pdf", b"").await.points_at("/file", "REQUIRED");
        for (parts, pointer, code) in [
            (vec![], "/kind", "REQUIRED"),
            (vec![("kind", "LOVE_LETTER")], "/kind", "NOT_IN_CHOICE"),
            (vec![("kind", "OTHER"), ("kind", "DRAWING")], "/kind", "DUPLICATE"),
            (vec![("kind", "OTHER"), ("client_id", "x")], "/client_id", "UNKNOWN_FIELD"),
            (vec![("kind", "OTHER"), ("note", "\u{0}")], "/note", "CONTROL_CHARACTER"),
        ] {
            send(owner.upload(&list, ("x.pdf", PDF), &parts)).await.points_at(pointer, code);
        }
        owner.post(&list, json!({"kind": "OTHER"})).await.refuses(415, "UNSUPPORTED_TYPE");
        let cut = multipart("b0undary", ("x.pdf", PDF), &[("kind", "OTHER")]);
        let cut = cut[..cut.len() - 20].to_vec();
        send(request(&owner, &list, cut, "b0undary")).await.refuses(400, "MALFORMED_REQUEST");
        assert_eq!(count(&owner, &list).await, 0);
    }

    async fn a_name_cannot_mislead(app: TestApp) {
        let (_, owner, list) = client(&app).await;
        for (given, kept) in [
            ("=1+2.pdf", "_=1+2.pdf"),
            ("@SUM(1+9).pdf", "_@SUM(1+9).pdf"),
            ("../../../etc/cron.d/x.pdf", "x.pdf"),
            ("con.pdf", "_con.pdf"),
            ("报价\u{202e}xslx.pdf", "报价xslx.pdf"),
            ("报价单", "报价单.pdf"),
        ] {
            let made = upload(&owner, &list, given, PDF).await.expect(201);
            assert_eq!(made["file_name"], kept, "{given:?}");
        }
    }

    /// Another try of a cut request has another boundary and is the same request.
    async fn a_repeated_upload_has_one_effect(app: TestApp) {
        let (_, owner, list) = client(&app).await;
        let tried = async |bytes: &[u8], boundary: &str| {
            let body = multipart(boundary, ("报价单.pdf", bytes), &[("kind", "QUOTATION")]);
            send(request(&owner, &list, body, boundary).header("Idempotency-Key", "u-1")).await
        };
        let (first, again) = (tried(PDF, "one").await, tried(PDF, "two").await);
        assert_eq!(first.expect(201)["id"], again.expect(201)["id"]);
        assert_eq!(again.header("idempotent-replayed"), "true");
        tried(b"%PDF-1.4 another", "three").await.refuses(422, "IDEMPOTENCY_MISMATCH");
        assert_eq!(count(&owner, &list).await, 1);
    }

    async fn a_withdrawn_paper_is_kept_and_handed_to_nobody(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let made = upload(&owner, &list, "报价单.pdf", PDF).await;
        let path = made.header("location").strip_prefix("/api/v1").unwrap().to_owned();
        let changed = owner.patch_now(&path, json!({"kind": "AGREEMENT", "note": null})).await.expect(200);
        assert_eq!((&changed["kind"], &changed["note"], &changed["version"]), (&json!("AGREEMENT"), &json!(null), &json!(2)));
        keeper.patch(&path, "\"2\"", json!({"sha256": "0"})).await.points_at("/sha256", "UNKNOWN_FIELD");
        let specialist = app.signed_in(SERVICE_SPECIALIST).await;
        let refused = specialist.act_now(&path, "withdraw", json!({"reason": "x"})).await;
        refused.refuses_by(403, "WRITTEN_BY_ANOTHER", "A-CLI-25");
        let stale = keeper.act(&format!("{path}/actions/withdraw"), "\"1\"", json!({"reason": "x"})).await;
        stale.refuses(412, "STALE_VERSION");
        let gone = keeper.act_now(&path, "withdraw", json!({"reason": "报价作废"})).await.expect(200);
        assert_eq!(gone["removed"]["reason"], "报价作废");
        assert_eq!(allowed(&gone, "download"), (false, "HANGING_REMOVED"));
        owner.get(&format!("{path}/content")).await.refuses(409, "HANGING_REMOVED");
        assert_eq!(count(&owner, &list).await, 0);
        let all = owner.get(&format!("{list}?include_withdrawn=true")).await.expect(200);
        assert_eq!(each(&all, "file_name"), ["报价单.pdf"]);
    }

    async fn a_paper_is_reached_only_through_a_file_that_one_sees(app: TestApp) {
        let (keeper, owner, list) = client(&app).await;
        let other = begun(&keeper, institution("成都宏远商贸有限公司", &owner)).await;
        let made = upload(&owner, &list, "报价单.pdf", PDF).await.expect(201);
        let id = made["id"].as_str().unwrap();
        owner.get(&format!("{other}/attachments/{id}/content")).await.refuses(404, "NOT_FOUND");
        let outsider = app.signed_in(OTHER_SALESPERSON).await;
        for path in [format!("{list}/{id}"), format!("{list}/{id}/content"), list.clone()] {
            outsider.get(&path).await.refuses(404, "NOT_FOUND");
        }
        upload(&outsider, &list, "报价单.pdf", PDF).await.refuses(404, "NOT_FOUND");
        let auditor = app.signed_in(AUDITOR).await;
        upload(&auditor, &list, "报价单.pdf", PDF).await.refuses_by(403, "PERMISSION_MISSING", "A-CLI-25");
        assert_eq!(auditor.get(&format!("{list}/{id}/content")).await.expect_text(200).as_bytes(), PDF);
        assert_eq!(count(&owner, &list).await, 1);
    }
}

/// The sender hears why, although most of what was sent is thrown away.
#[actix_web::test]
async fn too_large_a_file_is_refused_while_it_arrives() {
    let limit = 64 * 1024;
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app =
            TestApp::start_with(engine, |config| config.storage.attachment_limit_bytes = limit)
                .await;
        let (_, owner, list) = client(&app).await;
        let of = |size: usize| {
            PDF.iter().copied().chain(std::iter::repeat(b' ')).take(size).collect::<Vec<_>>()
        };
        let body: Value =
            upload(&owner, &list, "a.pdf", &of(limit + 1)).await.refuses(413, "TOO_LARGE");
        assert_eq!(body["params"]["limit"], "64 KiB");
        let outsider = app.signed_in(OTHER_SALESPERSON).await;
        upload(&outsider, &list, "a.pdf", &of(limit * 2)).await.refuses(404, "NOT_FOUND");
        let _ = upload(&owner, &list, "a.pdf", &of(limit)).await.expect(201);
        assert_eq!(count(&owner, &list).await, 1);
    }
}
