//! The command line and what the process says, as an operator meets them.
use kernel::config::Config;
use serde_json::{Value, json};
use std::fs;
use tests::company::{ADMINISTRATOR, INFORMATION_SUPERVISOR};
use tests::database::TestDatabase;
use tests::process::Installation;
use tests::{Engine, process::free_address};

/// A machine on which nothing was ever started.
async fn new_machine(change: impl FnOnce(&mut Config)) -> Installation {
    let installation =
        Installation::of(Engine::Sqlite, TestDatabase::new(Engine::Sqlite).await, change);
    fs::remove_file(installation.directory().join("zhidu.sqlite")).unwrap();
    installation
}

#[track_caller]
fn refused(installation: &Installation, arguments: &[&str]) -> String {
    let out = installation.run(arguments);
    assert!(!out.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&out.stdout));
    String::from_utf8_lossy(&out.stderr).into_owned()
}

#[actix_web::test]
async fn settings_come_from_file_environment_and_flags_and_a_slip_is_named() {
    let installation = Installation::with(Engine::Sqlite, |config| {
        config.database.read_connections = 5;
        config.server.rate_limit_per_minute = 700;
    })
    .await;
    assert!(installation.succeeds(&["config", "check"]).contains("in order"));
    let mut command = installation.command(&["config", "dump", "--set", "server.workers=3"]);
    command.env("ZHIDU__SERVER__WORKERS", "9").env("ZHIDU__SERVER__RATE_LIMIT_PER_MINUTE", "800");
    let secret = installation.directory().join("secret");
    fs::write(&secret, "zhidu-test-secret\n").unwrap();
    command.env("ZHIDU__STORAGE__S3_SECRET_ACCESS_KEY_FILE", &secret);
    let dump = String::from_utf8(tests::cluster::succeed(command).stdout).unwrap();
    // The flag over the environment, that over the file, that over the default.
    for line in [
        "workers = 3",
        "rate_limit_per_minute = 800",
        "read_connections = 5",
        "request_timeout_seconds = 90",
    ] {
        assert!(dump.contains(line), "{line}: {dump}");
    }
    assert!(!dump.contains("zhidu-test-secret"), "a secret is printed");
    let slip = refused(&installation, &["config", "check", "--set", "server.adress=127.0.0.1:1"]);
    assert!(slip.contains("server.adress") && slip.contains("address"), "{slip}");
    let mut command = installation.command(&["config", "check"]);
    let out = command.env("ZHIDU__SERVER__WORKER", "9").output().unwrap();
    assert!(!out.status.success() && String::from_utf8_lossy(&out.stderr).contains("workers"));
}

#[actix_web::test]
async fn the_first_start_prints_a_link_that_makes_the_administrator_once() {
    let installation = new_machine(|_| {}).await;
    let process = installation.start().await;
    let said = process.said();
    let token = said.split("/setup#token=").nth(1).and_then(|rest| rest.split_whitespace().next());
    let token = token.unwrap_or_else(|| panic!("no link: {said}"));
    let nobody = process.nobody();
    for wrong in ["admin", "password", "zhidu", "chengdu-demo-2026"] {
        let body = json!({"login": "admin", "password": wrong});
        nobody.post("/auth/sign-in", body).await.refuses(401, "INVALID_CREDENTIALS");
    }
    let first = json!({"token": token, "login": "guanliyuan", "name": "管理员", "password": "jinhe-yu-2026-shou"});
    let made = nobody.post("/auth/setup", first.clone()).await;
    assert!(made.status.is_success(), "{}", made.text);
    let again = nobody.post("/auth/setup", first).await;
    assert!(again.status.is_client_error(), "{}", again.text);
    let administrator = nobody.signed_in("guanliyuan", "jinhe-yu-2026-shou").await;
    let _ = administrator.get("/roles").await.expect(200);
    assert!(process.stop().await.success());
    let process = installation.start().await;
    assert_eq!(process.said().matches("/setup#token=").count(), 1, "one link for good");
    assert!(process.stop().await.success());
    // It is a company of its own: the demonstration is not put into it.
    assert!(
        refused(&installation, &["seed", "--yes", "--lean", "--clients", "5"])
            .contains("records of its own")
    );
}

#[actix_web::test]
async fn administrators_are_made_helped_and_shut_out_from_the_machine() {
    let installation = Installation::new(Engine::Sqlite).await;
    let password = |text: String| {
        text.split_whitespace().skip_while(|word| *word != "with").nth(1).unwrap().to_owned()
    };
    let made = password(installation.succeeds(&["admin", "create", "linmeng", "林梦"]));
    let process = installation.start().await;
    let sign_in = async |login: &str, password: &str| {
        let body = json!({"login": login, "password": password});
        process.nobody().post("/auth/sign-in", body).await
    };
    let first = sign_in("linmeng", &made).await;
    assert_eq!(first.expect(200)["password_change_required"], true);
    let new = password(installation.succeeds(&["admin", "reset", "linmeng"]));
    let _ = sign_in("linmeng", &made).await.refuses(401, "INVALID_CREDENTIALS");
    let _ = sign_in("linmeng", &new).await.expect(200);
    let _ = installation.succeeds(&["admin", "disable", "linmeng"]);
    let _ = sign_in("linmeng", &new).await.refuses(401, "INVALID_CREDENTIALS");
    assert!(refused(&installation, &["admin", "reset", "nobody"]).contains("nobody"));
    // What was done at the machine stands in the trail like everything else.
    let auditor = process.signed_in(tests::company::AUDITOR).await;
    let acts = auditor.get("/audit-entries?action=person.disabled").await.expect(200);
    assert_eq!(acts["items"].as_array().unwrap().len(), 1);
    let _ = process.signed_in(ADMINISTRATOR).await;
    assert!(process.stop().await.success());
}

#[actix_web::test]
async fn the_doctor_and_the_health_check_say_what_is_wrong() {
    let installation = new_machine(|_| {}).await;
    assert!(refused(&installation, &["doctor"]).contains("needs attention"));
    let process = installation.start().await;
    let address = process.address.to_string();
    assert!(installation.succeeds(&["healthcheck", "--address", &address]).contains("ready"));
    assert!(process.stop().await.success());
    let _ = refused(&installation, &["healthcheck", "--address", &address]);
    let findings = installation.succeeds(&["doctor"]);
    for finding in
        ["0 migrations missing", "journal_mode wal", "quick_check ok", "synchronous FULL: true"]
    {
        assert!(findings.contains(finding), "{finding}: {findings}");
    }
    let open = [
        "doctor",
        "--set",
        "server.address=0.0.0.0:8080",
        "--set",
        "server.public_url=http://10.0.0.1",
    ];
    let out = installation.run(&open);
    assert!(String::from_utf8_lossy(&out.stdout).contains("BAD  server.address 0.0.0.0:8080"));
    let demo = Installation::new(Engine::Sqlite).await;
    assert!(
        String::from_utf8_lossy(&demo.run(&["doctor"]).stdout)
            .contains("BAD  holds the demonstration company")
    );
}

/// Its password stands in the README.
#[actix_web::test]
async fn the_demonstration_stays_on_this_machine_and_out_of_other_databases() {
    let seeded = Installation::new(Engine::Sqlite).await;
    let outside = refused(&seeded, &["serve", "--set", "server.address=0.0.0.0:0"]);
    assert!(outside.contains("loopback only"), "{outside}");
    let outside = refused(&seeded, &["serve", "--demo", "--set", "server.address=0.0.0.0:0"]);
    assert!(outside.contains("loopback only"), "{outside}");
    let company = new_machine(|_| {}).await;
    assert!(company.start().await.stop().await.success());
    // A company's database where the demonstration keeps its own.
    let own = company.directory().join("data/demo");
    fs::create_dir_all(&own).unwrap();
    for file in ["zhidu.sqlite", "master.key"] {
        let _ = fs::copy(company.directory().join(file), own.join(file)).unwrap();
    }
    let foreign = refused(&company, &["serve", "--demo", "--clients", "5"]);
    assert!(foreign.contains("records of its own"), "{foreign}");
}

#[actix_web::test]
async fn a_request_is_a_line_of_the_log_and_a_figure_by_template() {
    let metrics = free_address();
    let installation = Installation::with(Engine::Sqlite, |config| {
        config.metrics.address = metrics.to_string();
        config.log.filter = "info".to_owned();
        config.log.format = "json".to_owned();
    })
    .await;
    let process = installation.start().await;
    let keeper = process.signed_in(INFORMATION_SUPERVISOR).await;
    let missing = keeper.get(&format!("/clients/{}", uuid::Uuid::nil())).await;
    let id = missing.expect(404)["request_id"].as_str().unwrap().to_owned();
    let strange = keeper.request(reqwest::Method::from_bytes(b"BREW").unwrap(), "/clients");
    assert!(strange.send().await.unwrap().status().is_client_error());
    let page =
        reqwest::get(format!("http://{metrics}/metrics")).await.unwrap().text().await.unwrap();
    assert!(page.contains(r#"route="/api/v1/clients/{id}",status="404""#), "{page}");
    assert!(!page.contains(&uuid::Uuid::nil().to_string()) && !page.contains("BREW"), "{page}");
    assert_eq!(
        process
            .nobody()
            .root("/metrics")
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
            .matches("http_requests_total")
            .count(),
        0
    );
    let line = process.said().lines().find(|line| line.contains(&id)).map(str::to_owned);
    let line: Value = serde_json::from_str(&line.expect("a line with the request's id")).unwrap();
    assert_eq!((&line["route"], &line["status"]), (&json!("/api/v1/clients/{id}"), &json!(404)));
    assert!(line["micros"].is_u64() && line["timestamp"].is_string(), "{line}");
    assert!(!process.said().contains(&keeper.bearer), "a token stands in the log");
    assert!(process.stop().await.success());
}
