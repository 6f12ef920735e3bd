//! An empty installation and its first administrator.
use chrono::Duration;
use kernel::work::Work;
use migrations::{Migrator, MigratorTrait};
use serde_json::{Value, json};
use tests::{Caller, Engine, TestApp};
use zhidu::founding;

async fn empty() -> TestApp {
    let app = TestApp::start_with(Engine::Sqlite, |config| {
        let file = config.database.sqlite_path().expect("a file").with_file_name("empty.sqlite");
        config.database.url = format!("sqlite://{}", file.display());
    })
    .await;
    Migrator::up(app.app.db.exclusive(), None).await.expect("migrated");
    let system = founding::actor("first-start");
    let mut work = Work::begin(&app.app, &system).await.unwrap();
    founding::ensure(&mut work).await.unwrap();
    let _ = work.commit_nothing().await.unwrap();
    app
}

fn first(token: &str) -> Value {
    json!({"token": token, "login": "Zhang.Wei", "name": "张伟", "password": "清晨七点半的渡轮开往对岸"})
}

#[actix_web::test]
async fn the_first_start_makes_a_link_that_makes_an_administrator_once() {
    let app = empty().await;
    assert_eq!(app.anonymous().get("/system/info").await.expect(200)["setup_required"], true);
    let token = identity::setup::issue(&app.app).await.unwrap().expect("a token");
    app.anonymous()
        .post("/auth/setup", first("invented"))
        .await
        .refuses(403, "SETUP_TOKEN_INVALID");
    let weak =
        json!({"token": token, "login": "zhang.wei", "name": "张伟", "password": "1234567890"});
    app.anonymous().post("/auth/setup", weak).await.points_at("/password", "PASSWORD_COMMON");
    let made = app.anonymous().post("/auth/setup", first(&token)).await.expect(200);
    let token_of_admin = made["access_token"].as_str().unwrap().to_owned();
    let admin = app.bearing(token_of_admin, uuid::Uuid::nil());
    let me = admin.get("/me").await.expect(200);
    assert_eq!((&me["login"], &me["clearance"]), (&json!("zhang.wei"), &json!(0)));
    assert_eq!(me["roles"][0]["code"], "ADMINISTRATOR");
    let _ = admin.get("/people").await.expect(200);
    admin.get("/clients").await.refuses(403, "PERMISSION_MISSING");
    // Once.
    app.anonymous().post("/auth/setup", first(&token)).await.refuses(409, "SETUP_DONE");
    assert_eq!(identity::setup::issue(&app.app).await.unwrap(), None);
    assert_eq!(app.anonymous().get("/system/info").await.expect(200)["setup_required"], false);
}

#[actix_web::test]
async fn a_link_ends_after_a_day_and_with_the_next_start() {
    let app = empty().await;
    let old = identity::setup::issue(&app.app).await.unwrap().unwrap();
    let new = identity::setup::issue(&app.app).await.unwrap().unwrap();
    app.anonymous().post("/auth/setup", first(&old)).await.refuses(403, "SETUP_TOKEN_INVALID");
    app.clock.advance(Duration::hours(24));
    app.anonymous().post("/auth/setup", first(&new)).await.refuses(403, "SETUP_TOKEN_INVALID");
}

#[actix_web::test]
async fn two_who_hold_the_link_make_one_administrator() {
    let app = empty().await;
    let token = identity::setup::issue(&app.app).await.unwrap().unwrap();
    let other = json!({"token": token, "login": "li.na", "name": "李娜", "password": "对岸码头的末班渡轮已开"});
    let (nobody, body) = (app.anonymous(), first(&token));
    let (one, two) = futures_util::future::join(
        nobody.post("/auth/setup", body),
        nobody.post("/auth/setup", other),
    )
    .await;
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", one.text, two.text);
}

/// A new company begins with the product's roles, and with the duties that exclude each other.
#[actix_web::test]
async fn a_new_company_has_its_roles_and_its_matrix_of_duties() {
    let app = empty().await;
    let token = identity::setup::issue(&app.app).await.unwrap().expect("a token");
    let made = app.anonymous().post("/auth/setup", first(&token)).await.expect(200);
    let admin = app.bearing(made["access_token"].as_str().unwrap().to_owned(), uuid::Uuid::nil());
    let roles = admin.get("/roles").await.expect(200);
    let roles = roles["items"].as_array().unwrap();
    assert_eq!(roles.len(), zhidu::roles::built_in().len());
    let id = |code: &str| roles.iter().find(|role| role["code"] == code).unwrap()["id"].clone();
    let matrix = admin.get("/duty-conflicts").await.expect(200);
    assert_eq!(matrix["items"].as_array().unwrap().len(), zhidu::roles::CONFLICTS.len());
    let hired = json!({"login": "li.na", "name": "李娜"});
    let person = admin.post("/people", hired).await.expect(201)["id"].clone();
    let give = |role: &str| json!({"person_id": person, "role_id": id(role), "reason": "任命"});
    let _ = admin.post("/role-grants", give("SERVICE_SPECIALIST")).await.expect(201);
    let clash = admin.post("/role-grants", give("SERVICE_MANAGER")).await;
    clash.refuses_by(409, "DUTY_CONFLICT", "B-CRM-12");
    // A second start changes nothing.
    let system = founding::actor("first-start");
    let mut work = Work::begin(&app.app, &system).await.unwrap();
    founding::ensure(&mut work).await.unwrap();
    let _ = work.commit_nothing().await.unwrap();
    let again = admin.get("/duty-conflicts").await.expect(200);
    assert_eq!(again["items"].as_array().unwrap().len(), zhidu::roles::CONFLICTS.len());
}

/// Take somebody in, give them a role, and sign them in with a password and an undertaking of their own.
async fn taken_in(
    app: &TestApp,
    admin: &Caller,
    (login, name, role): (&str, &str, &str),
    place: &Value,
) -> Caller {
    const OWN: &str = "傍晚渡口的灯塔亮了三盏";
    let body = json!({
        "login": login, "name": name, "department_id": place["department"], "site_id": place["site"],
    });
    let person = admin.post("/people", body).await.expect(201);
    let roles = admin.get("/roles").await.expect(200);
    let role = roles["items"].as_array().unwrap().iter().find(|it| it["code"] == role).unwrap();
    let grant = json!({"person_id": person["id"], "role_id": role["id"], "reason": "任命"});
    let _ = admin.post("/role-grants", grant).await.expect(201);
    let path = format!("/people/{}", person["id"].as_str().unwrap());
    let reset = admin.act_now(&path, "reset-password", json!({})).await.expect(200);
    let temporary = reset["temporary_password"].as_str().unwrap();
    let change = json!({"current_password": temporary, "new_password": OWN});
    let first = app.sign_in(login, temporary).await;
    let _ = first.post("/me/actions/change-password", change).await.expect(204);
    let caller = app.sign_in(login, OWN).await;
    caller.acknowledge_secrecy(name).await;
    caller
}

/// From the link of the first start to the first file that Sales finds: nothing of the demonstration.
#[actix_web::test]
async fn a_company_of_ones_own_comes_to_its_first_client() {
    let app = empty().await;
    let token = identity::setup::issue(&app.app).await.unwrap().expect("a token");
    let made = app.anonymous().post("/auth/setup", first(&token)).await.expect(200);
    let admin = app.bearing(made["access_token"].as_str().unwrap().to_owned(), uuid::Uuid::nil());
    let site = admin.post("/sites", json!({"code": "CD", "name": "成都总部"})).await.expect(201);
    let department = json!({"code": "XS", "name": "销售部"});
    let department = admin.post("/departments", department).await.expect(201);
    let place = json!({"site": site["id"], "department": department["id"]});
    let keeper = ("liu.yan", "刘燕", "INFORMATION_SUPERVISOR");
    let keeper = taken_in(&app, &admin, keeper, &place).await;
    let seller = taken_in(&app, &admin, ("zhao.lei", "赵磊", "SALESPERSON"), &place).await;
    let body = json!({
        "name": "成都锦川机电设备有限公司", "kind": "INSTITUTION", "telephone": "028-85123456",
        "owner_id": seller.id,
    });
    let file = keeper.post("/clients", body).await.expect(201);
    assert_eq!(file["department"]["name"], "销售部");
    let found = seller.get("/clients?q=jcjd").await.expect(200);
    assert_eq!(found["items"][0]["number"], file["number"]);
    admin.get("/clients").await.refuses(403, "PERMISSION_MISSING");
}
