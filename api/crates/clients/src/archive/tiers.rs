//! How each tier is served (B-CRM-06): strategy, communication plan, and how often the client is to
//! be contacted (B-CRM-07 to B-CRM-09), as the parameters say today.
use super::kinds::Tier;
use crate::parameters::of_tier;
use handbook::Handbook;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use serde::Serialize;
use utoipa::ToSchema;

/// How a tier is served.
#[derive(Debug, Serialize, ToSchema)]
pub struct TierService {
    pub tier: Tier,
    /// 服务策略
    pub strategy: String,
    /// 沟通计划
    pub communication_plan: String,
    /// Days between two contacts.
    pub contact_days: i64,
}

pub async fn tiers(app: &App, handbook: &Handbook) -> ApiResult<Reply<Items<TierService>>> {
    let values = handbook.values(app.db.reader()).await?;
    let today = handbook.date(app.clock.now());
    let items = [Tier::Key, Tier::Core, Tier::General, Tier::Potential].map(|tier| {
        let parameters = of_tier(tier);
        Ok(TierService {
            tier,
            strategy: values.at(&parameters.strategy, today)?.value,
            communication_plan: values.at(&parameters.plan, today)?.value,
            contact_days: values.at(&parameters.interval, today)?.value,
        })
    });
    let items = items.into_iter().collect::<ApiResult<Vec<_>>>()?;
    Ok(Reply::ok(Items { items }))
}
