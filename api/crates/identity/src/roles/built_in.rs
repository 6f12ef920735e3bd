//! Roles that come with the product. They are data like all others, only never taken away.
use super::dto::{RoleInput, RolePermission};
use super::{create, entity, store};
use crate::duties::guard as duties;
use crate::grants::store as grants;
use kernel::audit::event::EVERYBODY;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::savepoint;
use kernel::work::Work;

/// The role of whoever sets the system up.
pub const ADMINISTRATOR: &str = "ADMINISTRATOR";

/// Create those that are missing, and give those that nobody has changed what a release adds to them.
/// What the company has made of a role stays as it is.
pub async fn ensure(work: &mut Work<'_>, roles: &[RoleInput]) -> ApiResult<()> {
    for role in roles {
        match store::by_code(work.db(), &role.code).await? {
            None => drop(create::apply(work, role, true).await?),
            Some(row) if row.built_in && row.version == 1 => extend(work, row, role).await?,
            Some(_) => {}
        }
    }
    Ok(())
}

/// Only more, never less; and not where somebody would then hold what excludes each other.
async fn extend(work: &mut Work<'_>, row: entity::Model, role: &RoleInput) -> ApiResult<()> {
    let held = store::permissions(work.db(), Some(row.id)).await?.remove(&row.id);
    let held = held.unwrap_or_default();
    let has = |new: &&RolePermission| held.iter().any(|it| it.permission == new.permission);
    let added: Vec<_> = role.permissions.iter().filter(|new| !has(new)).cloned().collect();
    if added.is_empty() {
        return Ok(());
    }
    let before = RoleInput::of(&row, held.clone());
    let after = RoleInput { permissions: [held, added].concat(), ..before.clone() };
    let one = savepoint::open(work).await?;
    let given = give(work, &row, &after).await;
    if savepoint::close(work, one, given).await?.is_ok() {
        let record = Record::new("role.updated", Resource::new("role", row.id.0, &row.name));
        work.record(record.changes(Changes::between(&before, &after)).tell(EVERYBODY));
    }
    Ok(())
}

/// Its version stays the first: nobody has changed it.
async fn give(work: &Work<'_>, row: &entity::Model, after: &RoleInput) -> ApiResult<()> {
    let (db, at) = (work.db(), work.at());
    store::set_permissions(db, row.id, &after.permissions).await?;
    duties::check_role(db, after).await?;
    duties::check_people(db, &grants::holders(db, row.id, at).await?, at).await
}
