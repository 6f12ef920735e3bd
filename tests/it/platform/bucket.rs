//! Attachments in a bucket. The bucket is a small server of the test's own that speaks as much of the
//! S3 API as the service uses; what it is asked is signed, and what it holds is looked at.
use actix_web::http::Method;
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, dev::ServerHandle, web};
use kernel::config::Config;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};
use tests::company::{INFORMATION_SUPERVISOR, SALESPERSON, client};
use tests::{Answer, Caller, Engine, TestApp, app::send};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";

#[derive(Default)]
struct Bucket {
    objects: Mutex<HashMap<String, Vec<u8>>>,
    away: AtomicBool,
}

/// Signed for this bucket's region, and the body is what was signed.
fn is_signed(request: &HttpRequest, body: &[u8]) -> bool {
    let header = |name: &str| {
        request.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    };
    let digest = header("x-amz-content-sha256");
    header("authorization").starts_with("AWS4-HMAC-SHA256 Credential=zhidu-test/")
        && header("authorization").contains("/cn-north-1/s3/aws4_request")
        && (digest == hex::encode(Sha256::digest(body)) || digest == "UNSIGNED-PAYLOAD")
}

async fn answer(request: HttpRequest, body: web::Bytes, bucket: web::Data<Bucket>) -> HttpResponse {
    if bucket.away.load(Ordering::SeqCst) {
        return HttpResponse::ServiceUnavailable().body("<Error><Code>SlowDown</Code></Error>");
    }
    if !is_signed(&request, &body) {
        return HttpResponse::Forbidden().body("<Error><Code>SignatureDoesNotMatch</Code></Error>");
    }
    let key = request.path().to_owned();
    let mut objects = bucket.objects.lock().unwrap();
    match *request.method() {
        Method::PUT => {
            objects.insert(key, body.to_vec());
            HttpResponse::Ok().insert_header(("ETag", "\"1\"")).finish()
        }
        Method::GET | Method::HEAD => match objects.get(&key) {
            Some(bytes) => HttpResponse::Ok()
                .insert_header(("ETag", "\"1\""))
                .insert_header(("Last-Modified", "Mon, 23 Nov 2026 02:00:00 GMT"))
                .body(bytes.clone()),
            None => HttpResponse::NotFound().body("<Error><Code>NoSuchKey</Code></Error>"),
        },
        _ => HttpResponse::MethodNotAllowed().finish(),
    }
}

fn serve(bucket: &web::Data<Bucket>) -> (ServerHandle, String) {
    let shared = bucket.clone();
    let server = HttpServer::new(move || {
        App::new().app_data(shared.clone()).default_service(web::to(answer))
    })
    .workers(1)
    .disable_signals()
    .bind("127.0.0.1:0")
    .unwrap();
    let address = format!("http://{}", server.addrs()[0]);
    let running = server.run();
    let handle = running.handle();
    tokio::spawn(running);
    (handle, address)
}

fn settings(config: &mut Config, address: &str) {
    let storage = &mut config.storage;
    "s3".clone_into(&mut storage.kind);
    address.clone_into(&mut storage.s3_endpoint);
    "zhidu-files".clone_into(&mut storage.s3_bucket);
    "cn-north-1".clone_into(&mut storage.s3_region);
    "zhidu-test".clone_into(&mut storage.s3_access_key_id);
    "0123456789abcdef".clone_into(&mut storage.s3_secret_access_key);
}

async fn upload(caller: &Caller, list: &str) -> Answer {
    send(caller.upload(list, ("报价单.pdf", PDF), &[("kind", "QUOTATION")])).await
}

#[actix_web::test]
async fn papers_lie_in_the_bucket_come_back_whole_and_a_bucket_that_is_away_is_said_so() {
    let bucket = web::Data::from(Arc::new(Bucket::default()));
    let (server, address) = serve(&bucket);
    let app = TestApp::start_with(Engine::Sqlite, |config| settings(config, &address)).await;
    let (keeper, owner) =
        (app.signed_in(INFORMATION_SUPERVISOR).await, app.signed_in(SALESPERSON).await);
    let made =
        keeper.post("/clients", client("成都锦川机电设备有限公司", &owner)).await.expect(201);
    let list = format!("/clients/{}/attachments", made["id"].as_str().unwrap());

    let kept = upload(&owner, &list).await.expect(201);
    let hash = hex::encode(Sha256::digest(PDF));
    let key = format!("/zhidu-files/{}/{hash}", &hash[..2]);
    assert_eq!(bucket.objects.lock().unwrap().get(&key).map(Vec::as_slice), Some(PDF));
    let content = format!("{list}/{}/content", kept["id"].as_str().unwrap());
    let back = owner.request(reqwest::Method::GET, &content).send().await.unwrap();
    assert_eq!(back.bytes().await.unwrap(), PDF);

    // Bytes that somebody changed in the bucket are not handed out.
    bucket.objects.lock().unwrap().insert(key.clone(), b"%PDF-1.7 forged".to_vec());
    let _ = owner.get(&content).await.refuses(500, "INTERNAL");
    bucket.objects.lock().unwrap().insert(key, PDF.to_vec());

    bucket.away.store(true, Ordering::SeqCst);
    let nobody = app.anonymous();
    let waiting = send(nobody.root("/readyz")).await.refuses(503, "UNAVAILABLE");
    assert_eq!(waiting["params"]["waiting_for"], "files");
    let refused = owner.get(&content).await;
    refused.refuses(503, "UNAVAILABLE");
    assert!(!refused.header("retry-after").is_empty());
    bucket.away.store(false, Ordering::SeqCst);
    let _ = send(nobody.root("/readyz")).await.expect_text(200);
    assert_eq!(owner.get(&content).await.status, 200);
    server.stop(false).await;
}
