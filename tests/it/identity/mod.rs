//! The way in, and who may do what.
mod delegations;
mod doors;
mod foreign;
mod forgery;
mod grants;
mod keys;
mod matrix;
mod me;
mod organisation;
mod passwords;
mod people;
mod refresh;
mod release;
mod setup;
mod statements;
mod throttle;

use reqwest::{Method, header};
use serde_json::{Value, json};
use tests::{Answer, Caller, TestApp, app::send};
use zhidu::demo_company::PASSWORD;

/// Keeps people's files, and gives nobody a right.
pub const HR_MANAGER: &str = "songliping";

/// The refresh cookie that an answer sets, as it is sent back.
#[must_use]
pub fn cookie_of(answer: &Answer) -> String {
    let set = answer.headers.get_all(header::SET_COOKIE);
    let cookie = set
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find(|value| value.starts_with("__Host-zhidu-refresh="))
        .expect("a refresh cookie");
    cookie.split(';').next().expect("a value").to_owned()
}

/// Sign in and keep the whole answer.
pub async fn try_sign_in(app: &TestApp, login: &str, password: &str) -> Answer {
    app.anonymous().post("/auth/sign-in", json!({"login": login, "password": password})).await
}

/// Signed in, with the cookie.
pub async fn with_cookie(app: &TestApp, login: &str) -> (Caller, String) {
    let answer = try_sign_in(app, login, PASSWORD).await;
    let token = answer.expect(200)["access_token"].as_str().expect("a token").to_owned();
    (app.bearing(token, uuid::Uuid::nil()), cookie_of(&answer))
}

/// POST to `/auth/…` with a cookie.
pub async fn with(app: &TestApp, path: &str, cookie: &str) -> Answer {
    send(app.anonymous().request(Method::POST, path).header(header::COOKIE, cookie)).await
}

#[must_use]
pub fn id(body: &Value) -> String {
    body["id"].as_str().expect("an id").to_owned()
}

/// Somebody of the standard company, as the administrator finds them.
pub async fn person_id(admin: &Caller, login: &str) -> String {
    let found = admin.get(&format!("/people?q={login}")).await.expect(200);
    let people = found["items"].as_array().expect("items");
    let person = people.iter().find(|p| p["login"] == login).expect("somebody of this login");
    id(person)
}

pub async fn role_id(admin: &Caller, code: &str) -> String {
    let roles = admin.get("/roles").await.expect(200);
    let role = roles["items"].as_array().expect("items").iter().find(|r| r["code"] == code);
    id(role.expect("a role of this code"))
}

/// A new role with these permissions for the whole company.
pub async fn new_role(admin: &Caller, code: &str, permissions: &[&str]) -> String {
    let permissions: Vec<_> =
        permissions.iter().map(|p| json!({"permission": p, "scope": "ALL"})).collect();
    let body = json!({"code": code, "name": code, "permissions": permissions});
    id(&admin.post("/roles", body).await.expect(201))
}

pub async fn grant(admin: &Caller, person: &str, role: &str) -> Answer {
    let body = json!({"person_id": person, "role_id": role, "reason": "岗位需要"});
    admin.post("/role-grants", body).await
}

/// The moment of the test's clock.
#[must_use]
pub fn now(app: &TestApp) -> chrono::DateTime<chrono::Utc> {
    app.app.clock.now()
}
