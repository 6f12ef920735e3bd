//! Roles that come with the product. They are data like all others, only never taken away.
use super::dto::{RoleInput, RolePermission};
use super::scope::Scope;
use super::{create, store};
use crate::permissions::{self, Inventory};
use kernel::error::ApiResult;
use kernel::work::Work;
use std::collections::BTreeSet;

pub const ADMINISTRATOR: &str = "ADMINISTRATOR";

/// Runs the system and does no business: people, roles and settings, but no client, contract or
/// payment, and no confidential record.
#[must_use]
pub fn administrator(inventory: &Inventory) -> RoleInput {
    let own = permissions::PERMISSIONS.iter().map(|info| info.code);
    let manage = inventory.0.iter().map(|info| info.code).filter(|code| code.ends_with(".manage"));
    let codes: BTreeSet<&str> = own.chain(manage).collect();
    let everywhere =
        |code: &&str| RolePermission { permission: (*code).to_owned(), scope: Scope::All };
    RoleInput {
        code: ADMINISTRATOR.to_owned(),
        name: "系统管理员".to_owned(),
        description: "管理人员、机构、角色授权、接口密钥与工作日历；不经办业务，不阅读客户档案。"
            .to_owned(),
        clearance: 0,
        permissions: codes.iter().map(everywhere).collect(),
    }
}

/// Create those that are missing; those that exist are the company's to change and stay as they are.
pub async fn ensure(work: &mut Work<'_>, roles: &[RoleInput]) -> ApiResult<()> {
    for role in roles {
        if store::by_code(work.db(), &role.code).await?.is_none() {
            create::apply(work, role, true).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::access::PermissionInfo;
    use kernel::lang::Text;

    #[test]
    fn the_administrator_manages_everything_and_does_no_business() {
        let text = Text { zh: "", tw: "", en: "" };
        let other = |code| PermissionInfo { code, text, privileged: false };
        let inventory = Inventory(vec![other("client.read"), other("calendar.manage")]);
        let role = administrator(&inventory);
        let codes: Vec<_> = role.permissions.iter().map(|p| p.permission.as_str()).collect();
        assert!(codes.contains(&"calendar.manage") && codes.contains(&"role.grant-any"));
        assert!(!codes.contains(&"client.read"));
        assert_eq!(role.clearance, 0);
    }
}
