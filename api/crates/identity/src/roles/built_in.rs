//! Roles that come with the product. They are data like all others, only never taken away.
use super::dto::{RoleInput, RolePermission};
use super::scope::Scope;
use super::{entity, store};
use crate::ids::RoleId;
use crate::permissions::{self, Inventory};
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::lang::Text;
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
        description: "管理人员、角色与系统设置,不参与业务,不阅读涉密资料。".to_owned(),
        clearance: 0,
        permissions: codes.iter().map(everywhere).collect(),
    }
}

/// A role as the product writes it down.
#[derive(Clone, Copy, Debug)]
pub struct RoleSpec {
    pub code: &'static str,
    pub name: Text,
    pub clearance: i16,
    pub permissions: &'static [(&'static str, Scope)],
}

impl From<&RoleSpec> for RoleInput {
    fn from(spec: &RoleSpec) -> Self {
        let one = |(permission, scope): &(&str, Scope)| RolePermission {
            permission: (*permission).to_owned(),
            scope: *scope,
        };
        Self {
            code: spec.code.to_owned(),
            name: spec.name.zh.to_owned(),
            description: String::new(),
            clearance: spec.clearance,
            permissions: spec.permissions.iter().map(one).collect(),
        }
    }
}

/// Create those that are missing; those that exist are the company's to change and stay as they are.
pub async fn ensure(work: &mut Work<'_>, roles: &[RoleSpec]) -> ApiResult<()> {
    for role in roles {
        ensure_one(work, &role.into()).await?;
    }
    Ok(())
}

pub(crate) async fn ensure_one(work: &mut Work<'_>, role: &RoleInput) -> ApiResult<()> {
    match store::by_code(work.db(), &role.code).await? {
        Some(_) => Ok(()),
        None => create(work, role).await,
    }
}

async fn create(work: &mut Work<'_>, role: &RoleInput) -> ApiResult<()> {
    let at = work.at();
    let id: RoleId = work.fresh();
    let row = entity::Model {
        id,
        code: role.code.clone(),
        name: role.name.clone(),
        description: role.description.clone(),
        built_in: true,
        clearance: role.clearance,
        created_at: at,
        updated_at: at,
        version: 1,
    };
    store::insert(work.db(), row).await?;
    store::set_permissions(work.db(), id, &role.permissions).await?;
    let resource = Resource::new("role", id.0, &role.name);
    work.record(Record::new("role.created", resource).changes(Changes::created(role)));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::access::PermissionInfo;

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
