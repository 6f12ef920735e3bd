//! Records of every kind that there is, made through the document: each operation that creates is
//! called with its own example by somebody who may do everything.
use crate::call::{self, Operation, all, changed, filled};
use chrono::Months;
use clients::archive::entity as files;
use reqwest::Method;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::atomic::{AtomicU32, Ordering},
};
use tests::{
    Answer, Caller, TestApp,
    app::send,
    company::{ADMINISTRATOR, INFORMATION_SUPERVISOR, OTHER_SALESPERSON, SALESPERSON},
};
use zhidu::openapi::EXAMPLE_ID;

/// What was made, and those who made it: people who may do all between them.
pub struct World {
    pub doers: Vec<Caller>,
    pub owner: Caller,
    pub admin: Caller,
    /// The last record of each kind, by the address of its list: `/clients/{}/contacts`.
    pub ids: BTreeMap<String, String>,
    files: Vec<String>,
    role: String,
    app: kernel::app::App,
}

/// Where the file stands that is proposed for destruction; the address of no list.
const OBSOLETE: &str = "obsolete";

/// A number that no other record of the test has.
fn next() -> u32 {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// A month whose report nobody has submitted yet, going back from that in which the tests begin.
fn month() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let back = Months::new(NEXT.fetch_add(1, Ordering::Relaxed) % 13);
    let month = tests::start_of_tests().date_naive().checked_sub_months(back);
    month.unwrap().format("%Y-%m").to_string()
}

/// New people who hold every right at this scope between them: as few as the duties that exclude each
/// other allow.
pub async fn everything(app: &TestApp, login: &str, scope: &str, clearance: i16) -> Vec<Caller> {
    let admin = app.signed_in(ADMINISTRATOR).await;
    let conflicts = admin.get("/duty-conflicts").await.expect(200);
    let conflicts: Vec<_> = conflicts["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["ended_at"].is_null())
        .map(|it| [it["permission_a"].clone(), it["permission_b"].clone()])
        .collect();
    let exclude = |one: &str, other: &str| {
        conflicts.iter().any(|pair| pair.contains(&json!(one)) && pair.contains(&json!(other)))
    };
    let all: Vec<_> = zhidu::wiring::permissions().iter().map(|it| it.code).collect();
    let (mut people, mut covered) = (vec![], BTreeSet::new());
    while covered.len() < all.len() {
        let mut held: Vec<&str> = vec![];
        let news = all.iter().filter(|code| !covered.contains(*code));
        for code in news.chain(&all) {
            if !held.contains(code) && !held.iter().any(|it| exclude(it, code)) {
                held.push(code);
            }
        }
        // A right over files is of no use to whoever cannot read them.
        let reads = held.contains(&"client.read");
        covered.extend(held.iter().filter(|code| reads || !code.starts_with("client")).copied());
        let grants: Vec<_> =
            held.iter().map(|code| json!({"permission": code, "scope": scope})).collect();
        let code = format!("ALL{}", next());
        let role =
            json!({"code": code, "name": code, "clearance": clearance, "permissions": grants});
        let role = admin.post("/roles", role).await.expect(201);
        let person = app.newcomer(&format!("{login}{}", next())).await;
        let grant = json!({"person_id": person.id, "role_id": role["id"], "reason": "岗位需要"});
        let _ = admin.post("/role-grants", grant).await.expect(201);
        people.push(person);
    }
    people
}

impl World {
    pub async fn make(app: &TestApp) -> Self {
        let admin = app.signed_in(ADMINISTRATOR).await;
        let doers = everything(app, "doer", "ALL", 3).await;
        let owner = app.signed_in(SALESPERSON).await;
        let role = admin.get("/roles").await.expect(200);
        let role = role["items"].as_array().unwrap().iter().find(|it| it["code"] == "AUDITOR");
        let role = role.map_or(Value::Null, |it| it["id"].clone());
        let role = role.as_str().unwrap().to_owned();
        let mut world = Self {
            doers,
            owner,
            admin,
            ids: BTreeMap::new(),
            files: vec![],
            role,
            app: app.app.clone(),
        };
        world.round(app).await;
        world
    }

    /// One more record of each kind, all of them of one client's file; the tasks wait for theirs.
    pub async fn round(&mut self, app: &TestApp) {
        self.create(|_| true).await;
        self.files.push(self.ids["/clients"].clone());
        self.beside(app).await;
    }

    /// More records of each kind, by the other people where they may, on the files that there are, and
    /// as many more files.
    pub async fn more(&mut self, app: &TestApp, rounds: u32) {
        for round in 0..rounds {
            self.doers.rotate_left(1);
            let file = self.a_file_of(&self.owner).await;
            self.files.push(file);
            let _ = app.signed_in(SALESPERSON).await;
            self.decide(app, round).await;
            self.create(|operation| operation.id != "create_client").await;
            self.beside(app).await;
        }
    }

    /// What is decided about a file again and again: who looks after it, that it is right, its tier.
    async fn decide(&self, app: &TestApp, round: u32) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        let other = app.signed_in(OTHER_SALESPERSON).await;
        let tier = if round.is_multiple_of(2) { "GENERAL" } else { "POTENTIAL" };
        let file = format!("/clients/{}", self.ids["/clients"]);
        for to in [&other, &self.owner] {
            let over = json!({"owner_id": to.id, "reason": "片区调整"});
            let _ = keeper.act_now(&file, "hand-over", over).await.expect(200);
        }
        let adjusted = json!({"result": "ADJUSTED", "note": "补充了资料"});
        let _ = keeper.act_now(&file, "verify", adjusted).await.expect(200);
        let grounds = json!({"tier": tier, "reason": "年度评审", "purchase_scale": "120 万元",
            "cooperation_frequency": "每月一单", "potential_value": "二期投产"});
        let _ = keeper.act_now(&file, "change-tier", grounds).await.expect(200);
    }

    async fn create(&mut self, is_meant: impl Fn(&Operation) -> bool) {
        let mut creating: Vec<_> = all().into_iter().filter(Operation::is_created).collect();
        creating.sort_by_key(|it| (it.template != "/clients", it.template.len()));
        for operation in creating.iter().filter(|it| is_meant(it)) {
            if operation.id == "request_exception" {
                let due = self.due_about(&self.ids["/client-submissions"]).await;
                self.ids.insert("/obligations".to_owned(), due);
            }
            if operation.id == "propose_client_destruction" {
                let file = self.an_obsolete_file().await;
                self.ids.insert(OBSOLETE.to_owned(), file);
            }
            let answer = self.created(operation).await;
            let id = answer.json()["id"]
                .as_str()
                .unwrap_or_else(|| panic!("{}", operation.id))
                .to_owned();
            self.ids.insert(filled(&operation.template, &|_| "{}".to_owned()), id);
        }
    }

    /// One more record of each kind below some addresses, all of a file; their ids.
    pub async fn hang_on(&mut self, file: String, below: &[&str]) -> BTreeSet<String> {
        let before: BTreeSet<_> = self.ids.values().cloned().collect();
        self.ids.insert("/clients".to_owned(), file);
        self.create(|it| below.iter().any(|list| it.template.starts_with(list))).await;
        let after: BTreeSet<_> = self.ids.values().cloned().collect();
        after.difference(&before).cloned().collect()
    }

    /// A file that somebody looks after.
    pub async fn a_file_of(&self, owner: &Caller) -> String {
        let create = all().into_iter().find(|it| it.id == "create_client").unwrap();
        let mut body = self.varied("create_client", &create.body.clone().unwrap().1);
        body["owner_id"] = json!(owner.id);
        let made = self.posted(&create, &create.template, &body, None).await;
        made.json()["id"].as_str().unwrap().to_owned()
    }

    /// A file that nobody has dealt with for years: it is proposed for destruction once.
    async fn an_obsolete_file(&self) -> String {
        let file = self.a_file_of(&self.owner).await;
        let id: uuid::Uuid = file.parse().unwrap();
        let long_ago = tests::start_of_tests() - chrono::Duration::days(1_000);
        files::Entity::update_many()
            .col_expr(files::Column::SupplementedAt, Expr::value(long_ago))
            .filter(files::Column::Id.eq(id))
            .exec(self.app.db.exclusive())
            .await
            .unwrap();
        file
    }

    /// The record that an address names, by the list that it is in; where there is none of that kind,
    /// something that can stand there.
    pub fn id(&self, list: &str) -> String {
        let other = match list {
            "/calendar/days" => "2026-12-31",
            "/calendar-feeds" => "AAAA",
            "/drafts" => "client.edit",
            "/presence" => "client",
            "/presence/{}" => return self.ids["/clients"].clone(),
            "/drafts/{}" => return self.ids["/clients"].clone(),
            "/parameters" => "clients.verification_months",
            "/rules" => "A-CLI-01",
            list => return self.ids[list].clone(),
        };
        other.to_owned()
    }

    /// Created, and asked for again with the same key.
    pub async fn twice(&self, operation: &Operation) -> [Answer; 2] {
        let (mut path, mut body) = self.request(operation);
        if operation.id == "propose_client_destruction" {
            body["client_id"] = json!(self.an_obsolete_file().await);
        }
        if operation.id == "request_exception" {
            // Of one obligation it is asked for once.
            let submit = all().into_iter().find(|it| it.id == "create_client_submission").unwrap();
            let made = self.created(&submit).await.json();
            let due = self.due_about(made["id"].as_str().unwrap()).await;
            path = format!("/obligations/{due}/exceptions");
        }
        let key = format!("twice-{}", next());
        let first = self.posted(operation, &path, &body, Some(&key)).await;
        [first, self.posted(operation, &path, &body, Some(&key)).await]
    }

    /// Called with its example, by whoever may.
    async fn created(&self, operation: &Operation) -> Answer {
        let (path, body) = self.request(operation);
        self.posted(operation, &path, &body, None).await
    }

    fn request(&self, operation: &Operation) -> (String, Value) {
        let path = filled(&operation.template, &|list| self.ids[list].clone());
        let (_, example) = operation.body.clone().unwrap();
        let mut body = self.varied(&operation.id, &example);
        if operation.id == "create_client_submission" || operation.id == "give_client_instruction" {
            body["client_id"] = json!(self.ids["/clients"]);
        }
        if operation.id == "give_client_instruction" {
            body["filter"] = Value::Null;
        }
        if operation.id == "create_client_submission" {
            body["client_version"] = json!(1);
        }
        if operation.id == "propose_client_destruction" {
            body["client_id"] = json!(self.ids[OBSOLETE]);
        }
        if operation.id == "report_client_incident" {
            body["files"] = json!([self.ids["/clients"]]);
            body["loan_id"] = Value::Null;
            body["parties"][0]["superior_id"] = json!(self.admin.id);
        }
        if operation.id == "request_client_disclosure" {
            body["files"][0]["client_id"] = json!(self.ids["/clients"]);
        }
        if operation.id == "create_client_information_report" {
            body["entries"][0]["client_id"] = json!(self.ids["/clients"]);
        }
        (path, body)
    }

    async fn posted(
        &self,
        operation: &Operation,
        path: &str,
        body: &Value,
        key: Option<&str>,
    ) -> Answer {
        let mut refused = vec![];
        for doer in &self.doers {
            let answer = call::call_with(doer, operation, path, body, key).await;
            if answer.status == 201 {
                return answer;
            }
            refused.push(answer.text);
        }
        panic!("{}: {refused:#?} ← {body}", operation.id);
    }

    /// The example with what is unique made so, and what it refers to named.
    fn varied(&self, operation: &str, example: &Value) -> Value {
        let n = next();
        let mut body = changed(example, "", &|field, text| match field {
            _ if text == EXAMPLE_ID => Some(match field {
                "role_id" => json!(self.role),
                "to_person_id" => json!(self.admin.id),
                _ => json!(self.owner.id),
            }),
            "period" if operation == "create_client_information_report" => Some(json!(month())),
            "code" if operation == "set_approval_flow" => Some(json!(format!("x{n}"))),
            "code" | "number" | "order_number" => Some(json!(format!("X{n}"))),
            "login" | "employee_number" => Some(json!(format!("x{n}"))),
            "email" => Some(json!(format!("x{n}@example.com"))),
            "telephone" => Some(json!(format!("028-7{n:07}"))),
            "name" if operation != "create_person" => Some(json!(format!("{text}{n}"))),
            _ => None,
        });
        if operation == "create_client" {
            body["confirm_duplicates"] = json!(true);
            body["duplicate_reason"] = json!("另一家公司");
        }
        if operation == "create_role_grant" {
            body["person_id"] = json!(self.ids["/people"]);
        }
        body
    }

    /// What no operation answers 201 for: a job, a session, an entry of the trail, a draft, a notice.
    async fn beside(&mut self, app: &TestApp) {
        let bulk = json!({"action": "VERIFY", "ids": self.files, "dry_run": true,
            "input": {"result": "CONFIRMED"}});
        let job = self.doers[0].post("/clients/actions/bulk", bulk).await.expect(202);
        let job = job["id"].as_str().unwrap().to_owned();
        for _ in 0..200 {
            let state =
                self.doers[0].get(&format!("/jobs/{job}")).await.expect(200)["state"].clone();
            if state == "DONE" {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        self.ids.insert("/jobs".to_owned(), job);
        let draft = format!("/drafts/client.edit/{}", self.ids["/clients"]);
        let kept = self.owner.request(Method::PUT, &draft).json(&json!({"content": {}}));
        let _ = send(kept).await.expect(200);
        app.seal().await;
        let sessions = self.owner.get("/me/sessions").await.expect(200);
        self.keep("/me/sessions", &sessions);
        for list in [
            "/duty-conflicts".to_owned(),
            // Of the request for archives; its task is below, of whoever has to decide.
            format!("/approvals?subject_id={}", self.ids["/client-loans"]),
            "/exceptions?kind=OBLIGATION".to_owned(),
            format!("/audit-entries?resource_id={}", self.ids["/clients"]),
        ] {
            let page = self.read(&list).await;
            self.keep(list.split('?').next().unwrap(), &page);
        }
        self.sent(app).await;
        let supervisor = app.signed_in(INFORMATION_SUPERVISOR).await;
        let tasks = supervisor.get("/approval-tasks").await.expect(200);
        self.keep("/approval-tasks", &tasks);
    }

    /// A few things on their way to the last webhook.
    async fn sent(&mut self, app: &TestApp) {
        for _ in 0..4 {
            self.tested().await;
        }
        app.seal().await;
        self.delivered().await;
    }

    /// A test of the last webhook, by whoever it acts for.
    async fn tested(&self) {
        let hook = format!("/webhooks/{}", self.ids["/webhooks"]);
        for doer in &self.doers {
            if doer.act_now(&hook, "test", json!({})).await.status == 200 {
                return;
            }
        }
        panic!("nobody tests {hook}");
    }

    /// Once it is on its way, everything from before it is as well.
    async fn delivered(&mut self) {
        let list = format!("/webhooks/{}/deliveries", self.ids["/webhooks"]);
        for _ in 0..200 {
            let page = self.read(&list).await;
            if page["items"][0]["type"] == "webhook.tested" {
                return self.keep("/webhooks/{}/deliveries", &page);
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("nothing in {list}");
    }

    /// What is due about what was handed in.
    async fn due_about(&self, submission: &str) -> String {
        let page = self.read(&format!("/obligations?subject_id={submission}")).await;
        page["items"][0]["id"].as_str().unwrap_or_else(|| panic!("{page}")).to_owned()
    }

    /// Read by whoever may.
    pub async fn read(&self, path: &str) -> Value {
        for doer in &self.doers {
            let answer = doer.get(path).await;
            if answer.status == 200 {
                return answer.json();
            }
        }
        panic!("nobody reads {path}");
    }

    fn keep(&mut self, list: &str, page: &Value) {
        let id = page["items"][0]["id"].as_str().unwrap_or_else(|| panic!("{list}: {page}"));
        self.ids.insert(list.to_owned(), id.to_owned());
    }
}
