//! What anybody may know of an installation before signing in.
use actix_web::{get, web::Data};
use kernel::{
    access::Anyone,
    app::App,
    error::ApiResult,
    http::reply::{Answer, Reply},
};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn configure(config: &mut ServiceConfig) {
    config.service(get_system_info);
}

/// The installation, as its sign-in page needs it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SystemInfo {
    #[schema(example = "zhidu")]
    pub product: &'static str,
    pub version: &'static str,
    #[schema(example = "锦禾昱商贸（成都）有限公司")]
    pub company: String,
    /// IANA name; working time and dates are the company's.
    #[schema(example = "Asia/Shanghai")]
    pub time_zone: String,
    /// The demonstration company: invented data, known passwords, this machine only.
    pub demo: bool,
    /// Only in demo mode.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub demo_accounts: Vec<DemoAccount>,
    /// No administrator yet: open the link that the first start printed.
    pub setup_required: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DemoAccount {
    pub login: &'static str,
    pub name: &'static str,
    pub role: &'static str,
    pub password: &'static str,
}

impl Answer for SystemInfo {}

/// Describe the installation
///
/// Public: name, version and mode; nothing of its records.
#[utoipa::path(
    tag = "system", operation_id = "get_system_info",
    responses((status = 200, description = "The installation", body = SystemInfo)),
    security(()),
    extensions(("x-permission" = json!("public"))),
)]
#[get("/system/info")]
async fn get_system_info(app: Data<App>, _caller: Anyone) -> ApiResult<Reply<SystemInfo>> {
    Ok(Reply::ok(SystemInfo {
        product: "zhidu",
        version: env!("CARGO_PKG_VERSION"),
        company: app.config.company.name.clone(),
        time_zone: app.config.company.time_zone.clone(),
        demo: app.config.demo,
        demo_accounts: if app.config.demo { crate::demo_company::accounts() } else { vec![] },
        setup_required: identity::auth::setup::required(&app).await?,
    }))
}
