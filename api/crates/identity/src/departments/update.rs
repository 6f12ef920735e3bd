//! Use case: rename a department, give it another head or another place in the tree.
use super::dto::{Department, DepartmentInput};
use super::{entity, references, rules, store};
use crate::codes;
use crate::permissions::ManageDepartments;
use crate::rights::{guard, load};
use crate::unique;
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::audit::event::EVERYBODY;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::ids::DepartmentId;
use kernel::text::sort_key;
use kernel::work::Work;

pub async fn update(
    app: &App,
    actor: &Actor,
    id: DepartmentId,
    seen: IfMatch,
    patch: &Patch<DepartmentInput>,
) -> ApiResult<Reply<Department>> {
    let mut work = Work::begin(app, actor).await?;
    let after = apply(&mut work, id, seen, patch).await?;
    let heads = store::head(work.db(), &after).await?;
    work.commit(Department::shown(after, actor, &heads)).await
}

/// Within a work that may do more.
pub async fn apply(
    work: &mut Work<'_>,
    id: DepartmentId,
    seen: IfMatch,
    patch: &Patch<DepartmentInput>,
) -> ApiResult<entity::Model> {
    // Two moves at the same time could close a circle that neither of them sees.
    guard::lock(work.db()).await?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    rules::manage(&work.actor().reach(ManageDepartments::NAME), id)?;
    seen.check(row.version)?;
    rules::change(&row)?;
    let before = DepartmentInput::from(&row);
    let input = patch.onto(&before)?;
    check(work, &row, &input).await?;
    let after = entity::Model {
        sort_key: sort_key(&input.name),
        code: input.code,
        name: input.name,
        parent_id: input.parent_id,
        head_person_id: input.head_person_id,
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row
    };
    store::save(work.db(), &after).await.map_err(unique::code)?;
    record(work, &before, &after);
    Ok(after)
}

async fn check(work: &Work<'_>, row: &entity::Model, input: &DepartmentInput) -> ApiResult<()> {
    references::check(work.db(), work.actor(), row.head_person_id, input).await?;
    if input.parent_id == row.parent_id {
        return Ok(());
    }
    let actor = work.actor();
    rules::put_below(&actor.reach(ManageDepartments::NAME), input.parent_id)?;
    let tree = load::tree(work.db()).await?;
    if input.parent_id.is_some_and(|parent| tree.would_cycle(row.id, parent)) {
        return Err(ApiError::field("/parent_id", codes::DEPARTMENT_CYCLE));
    }
    Ok(rules::move_to(actor.department_id, &tree, row.id, input.parent_id)?)
}

fn record(work: &mut Work<'_>, before: &DepartmentInput, after: &entity::Model) {
    let place = Place { department_id: Some(after.id), ..Place::default() };
    let resource = Resource::new("department", after.id.0, &after.name);
    let changes = Changes::between(before, &DepartmentInput::from(after));
    let record = Record::new("department.updated", resource).at(place).changes(changes);
    work.record(record.tell(EVERYBODY));
}
