//! Roles that come with the product. They are data like all others, only never taken away.
use super::dto::RoleInput;
use super::{create, store};
use kernel::error::ApiResult;
use kernel::work::Work;

/// The role of whoever sets the system up.
pub const ADMINISTRATOR: &str = "ADMINISTRATOR";

/// Create those that are missing; those that exist are the company's to change and stay as they are.
pub async fn ensure(work: &mut Work<'_>, roles: &[RoleInput]) -> ApiResult<()> {
    let known = store::codes(work.db()).await?;
    for role in roles.iter().filter(|role| !known.contains(&role.code)) {
        create::apply(work, role, true).await?;
    }
    Ok(())
}
