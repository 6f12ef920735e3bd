//! Use case: change a role, and with it what all its holders may do.
use super::create::check_permissions;
use super::dto::{Role, RoleInput};
use super::{entity, rules, store};
use crate::duties::guard as duties;
use crate::grants::store as grants;
use crate::ids::RoleId;
use crate::people::rules::keep_an_administrator;
use crate::permissions::{Inventory, ManageRoles};
use crate::rights::guard;
use crate::unique;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::event::EVERYBODY;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn update(
    app: &App,
    actor: &Actor,
    inventory: &Inventory,
    id: RoleId,
    seen: IfMatch,
    patch: &Patch<RoleInput>,
) -> ApiResult<Reply<Role>> {
    let mut work = Work::begin(app, actor).await?;
    guard::lock(work.db()).await?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    rules::manage(&actor.reach(ManageRoles::NAME))?;
    seen.check(row.version)?;
    let permissions = store::permissions(work.db(), Some(id)).await?.remove(&id);
    let before = RoleInput::of(&row, permissions.unwrap_or_default());
    let input = patch.onto(&before)?;
    check_permissions(&input, inventory)?;
    let mine = grants::holds_role(work.db(), actor.id, id, work.at()).await?;
    rules::change(actor, mine, Some(&before), &input)?;
    let after = save(&work, row, &input).await?;
    let resource = Resource::new("role", id.0, &after.name);
    let record = Record::new("role.updated", resource).changes(Changes::between(&before, &input));
    work.record(record.tell(EVERYBODY));
    work.commit(Role::shown(after, input.permissions, actor)).await
}

/// Store it, and see that everybody who is touched may still hold what they then hold.
async fn save(work: &Work<'_>, row: entity::Model, input: &RoleInput) -> ApiResult<entity::Model> {
    let (db, at) = (work.db(), work.at());
    let before = grants::count_administrators(db, at).await?;
    let after = entity::Model {
        code: input.code.clone(),
        name: input.name.clone(),
        description: input.description.clone(),
        clearance: input.clearance,
        updated_at: at,
        version: row.version.saturating_add(1),
        ..row
    };
    store::save(db, &after).await.map_err(unique::code)?;
    store::set_permissions(db, after.id, &input.permissions).await?;
    keep_an_administrator(before, grants::count_administrators(db, at).await?)?;
    duties::check_role(db, input).await?;
    duties::check_people(db, &grants::holders(db, after.id, at).await?, at).await?;
    Ok(after)
}
