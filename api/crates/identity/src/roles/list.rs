//! Use cases: all roles, one role, and the inventory of permissions.
use super::dto::{PermissionShown, Role};
use super::store;
use crate::ids::RoleId;
use crate::permissions::{Inventory, is_over_rights};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};

pub async fn list(app: &App, actor: &Actor) -> ApiResult<Reply<Items<Role>>> {
    let db = app.db.reader();
    let mut permissions = store::permissions(db, None).await?;
    let rows = store::all(db).await?;
    let items = rows.into_iter().map(|row| {
        let of_role = permissions.remove(&row.id).unwrap_or_default();
        Role::shown(row, of_role, actor)
    });
    Ok(Reply::ok(Items { items: items.collect() }))
}

pub async fn get(app: &App, actor: &Actor, id: RoleId) -> ApiResult<Reply<Role>> {
    let db = app.db.reader();
    let row = store::find(db, id).await?.ok_or(code::NOT_FOUND)?;
    let permissions = store::permissions(db, Some(id)).await?.remove(&id).unwrap_or_default();
    Ok(Reply::ok(Role::shown(row, permissions, actor)))
}

pub fn inventory(actor: &Actor, inventory: &Inventory) -> Reply<Items<PermissionShown>> {
    let shown = |info: &kernel::access::PermissionInfo| PermissionShown {
        code: info.code,
        module: info.code.split('.').next().unwrap_or_default(),
        description: info.text.in_lang(actor.request.lang),
        privileged: info.privileged,
        lendable: !is_over_rights(info.code),
    };
    Reply::ok(Items { items: inventory.0.iter().map(shown).collect() })
}
