//! Use case: make a role.
use super::dto::{Role, RoleInput};
use super::{entity, rules, store};
use crate::duties::guard as duties;
use crate::ids::RoleId;
use crate::permissions::{Inventory, ManageRoles, check_known};
use crate::rights::guard;
use crate::unique;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::event::EVERYBODY;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(
    app: &App,
    actor: &Actor,
    inventory: &Inventory,
    input: RoleInput,
) -> ApiResult<Reply<Role>> {
    let mut work = Work::begin(app, actor).await?;
    check_permissions(&input, inventory)?;
    let row = apply(&mut work, &input, false).await?;
    work.commit_created(Role::shown(row, input.permissions, actor)).await
}

/// Within a work that may do more.
pub async fn apply(
    work: &mut Work<'_>,
    input: &RoleInput,
    built_in: bool,
) -> ApiResult<entity::Model> {
    guard::lock(work.db()).await?;
    let actor = work.actor();
    rules::manage(&actor.reach(ManageRoles::NAME))?;
    rules::change(actor, false, None, input)?;
    duties::check_role(work.db(), input).await?;
    let (at, id) = (work.at(), work.fresh::<RoleId>());
    let row = entity::Model {
        id,
        code: input.code.clone(),
        name: input.name.clone(),
        description: input.description.clone(),
        built_in,
        clearance: input.clearance,
        created_at: at,
        updated_at: at,
        version: 1,
    };
    store::insert(work.db(), row.clone()).await.map_err(unique::code)?;
    store::set_permissions(work.db(), id, &input.permissions).await?;
    let resource = Resource::new("role", id.0, &row.name);
    let record = Record::new("role.created", resource).changes(Changes::created(input));
    work.record(record.tell(EVERYBODY));
    Ok(row)
}

/// Permissions that exist, each once.
pub fn check_permissions(input: &RoleInput, inventory: &Inventory) -> ApiResult<()> {
    let codes = input.permissions.iter().map(|one| one.permission.as_str());
    check_known(codes, |place| format!("/permissions/{place}/permission"), inventory)
}
