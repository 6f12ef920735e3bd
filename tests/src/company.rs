//! The standard company of the tests: the people of the demonstration without its clients.
//! Everybody signs in for real, with the demonstration's password.
use crate::app::{Caller, TestApp};
use kernel::app::App;
use serde_json::{Value, json};
use zhidu::{application::Service, demo_company};

/// Administers people and rights; no business right.
pub const ADMINISTRATOR: &str = "wuhaoran";
/// Keeps the archive: creates and changes files (A-CLI-16); clearance 机密.
pub const INFORMATION_ADMINISTRATOR: &str = "duxinyi";
/// 客户信息主管, clearance 绝密.
pub const INFORMATION_SUPERVISOR: &str = "shenhuimin";
/// 客户服务部经理, clearance 绝密.
pub const SERVICE_MANAGER: &str = "zhoumin";
/// 客服专员, clearance 秘密, without the right to personal data.
pub const SERVICE_SPECIALIST: &str = "lvwenjing";
/// 业务员 of 销售一部: sees what is theirs, collects (A-CLI-17).
pub const SALESPERSON: &str = "chengtao";
/// 销售一部经理.
pub const SALES_MANAGER: &str = "tangwei";
/// 业务员 of 销售二部.
pub const OTHER_SALESPERSON: &str = "yuanpengfei";
pub const GROUP_BUY_SPECIALIST: &str = "zengmeiling";
pub const GENERAL_MANAGER: &str = "hejianguo";
pub const AUDITOR: &str = "yezhengqing";

/// The name of whoever is new.
const NEWCOMER: &str = "钱新来";

/// One login of every role.
pub const EVERY_ROLE: &[&str] = &[
    ADMINISTRATOR,
    GENERAL_MANAGER,
    SERVICE_MANAGER,
    INFORMATION_SUPERVISOR,
    INFORMATION_ADMINISTRATOR,
    SERVICE_SPECIALIST,
    "luohaitao",
    SALES_MANAGER,
    SALESPERSON,
    "xiaoyating",
    GROUP_BUY_SPECIALIST,
    "fangsuqin",
    "renlihua",
    "maoyuting",
    "caozhenhua",
    "panlixin",
    "pengdeshun",
    "xiongdaqing",
    "shiyongsheng",
    "hanxuewen",
    "jinruolan",
    AUDITOR,
    "songliping",
    "qiuyulan",
];

/// Fill an empty database with the company.
pub async fn build(app: &App) {
    let service = Service::new(app.clone()).expect("a service");
    let order = demo_company::Order { seed: demo_company::SEED, clients: 0, lean: false };
    demo_company::fill(&service, order).await.expect("the company");
}

/// An institution's file as the information administrator keys it in, owned by `owner`.
#[must_use]
pub fn client(name: &str, owner: &Caller) -> Value {
    json!({
        "name": name,
        "kind": "INSTITUTION",
        "industry": "机械制造",
        "region": "四川省成都市",
        "address": "四川省成都市龙泉驿区成龙大道二段1666号",
        "telephone": "028-50017788",
        "owner_id": owner.id,
    })
}

/// A file of 销售一部 at the level 机密.
pub async fn a_secret_client_of_sales_one(app: &TestApp) -> uuid::Uuid {
    let owner = app.signed_in(SALESPERSON).await;
    let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
    let made =
        keeper.post("/clients", client("成都锦程精密机械有限公司", &owner)).await.expect(201);
    let id = made["id"].as_str().expect("an id").to_owned();
    // A salesperson is cleared for 秘密 alone: a client of this weight is their manager's (B-CRM-07).
    let path = format!("/clients/{id}");
    let manager = app.signed_in(SALES_MANAGER).await;
    classify_for(&keeper, &path, &manager, "CONFIDENTIAL").await;
    id.parse().expect("a UUID")
}

/// Set a file's level; first it becomes the client of somebody who is cleared for it (A-CLI-18).
pub async fn classify_for(keeper: &Caller, path: &str, owner: &Caller, level: &str) {
    let to = json!({"owner_id": owner.id, "reason": "提升密级前移交"});
    let handed = keeper.act_now(path, "hand-over", to).await;
    assert!(handed.status == 200 || handed.text.contains("CLIENT_UNCHANGED"), "{}", handed.text);
    let body = json!({"level": level, "reason": "重要业务往来"});
    let _ = keeper.act_now(path, "classify", body).await.expect(200);
}

/// An API key of 客户服务部经理 with these permissions.
pub async fn a_key_of_the_service_manager(app: &TestApp, permissions: &[&str]) -> Caller {
    let owner = app.signed_in(SERVICE_MANAGER).await;
    let body = json!({"name": "ERP 接口", "permissions": permissions, "expires_on": "2027-06-30"});
    let made = owner.post("/api-keys", body).await.expect(201);
    app.bearing(made["secret"].as_str().expect("a secret").to_owned(), owner.id)
}

impl TestApp {
    /// Somebody new, with an account and no role, who has not signed the undertaking of secrecy
    /// (A-CLI-18).
    pub async fn unsworn(&self, login: &str) -> Caller {
        let admin = self.signed_in(ADMINISTRATOR).await;
        let body = json!({"login": login, "name": NEWCOMER});
        let person = admin.post("/people", body).await.expect(201);
        let path = format!("/people/{}", person["id"].as_str().expect("an id"));
        let reset = admin.act_now(&path, "reset-password", json!({})).await.expect(200);
        let temporary = reset["temporary_password"].as_str().expect("a password").to_owned();
        let first = self.sign_in(login, &temporary).await;
        let chosen = "Chuntian-laile-2026";
        let change = json!({"current_password": temporary, "new_password": chosen});
        let _ = first.post("/me/actions/change-password", change).await.expect(204);
        self.sign_in(login, chosen).await
    }

    /// The same, bound to secrecy: what a role shows of clients is shown.
    pub async fn newcomer(&self, login: &str) -> Caller {
        let newcomer = self.unsworn(login).await;
        newcomer.acknowledge_secrecy(NEWCOMER).await;
        newcomer
    }
}

impl Caller {
    /// Sign the undertaking of secrecy as it stands.
    pub async fn acknowledge_secrecy(&self, name: &str) {
        let undertaking = self.get("/me/secrecy-undertaking").await.expect(200);
        let body = json!({"text_version": undertaking["text_version"], "confirmation": name});
        let _ = self.post("/me/secrecy-acknowledgements", body).await.expect(201);
    }
}
