//! Use case: set up a department.
use super::dto::{Department, DepartmentInput};
use super::{entity, references, rules, store};
use crate::permissions::ManageDepartments;
use crate::rights::guard;
use crate::unique;
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::audit::event::EVERYBODY;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::ids::DepartmentId;
use kernel::text::sort_key;
use kernel::work::Work;

pub async fn create(
    app: &App,
    actor: &Actor,
    input: DepartmentInput,
) -> ApiResult<Reply<Department>> {
    let mut work = Work::begin(app, actor).await?;
    let row = apply(&mut work, input).await?;
    let heads = store::head(work.db(), &row).await?;
    work.commit_created(Department::shown(row, actor, &heads)).await
}

/// Within a work that may do more.
pub async fn apply(work: &mut Work<'_>, input: DepartmentInput) -> ApiResult<entity::Model> {
    guard::lock(work.db()).await?;
    rules::put_below(&work.actor().reach(ManageDepartments::NAME), input.parent_id)?;
    references::check(work.db(), work.actor(), None, &input).await?;
    let (at, id) = (work.at(), work.fresh::<DepartmentId>());
    let row = entity::Model {
        id,
        sort_key: sort_key(&input.name),
        code: input.code,
        name: input.name,
        parent_id: input.parent_id,
        head_person_id: input.head_person_id,
        closed: false,
        created_at: at,
        updated_at: at,
        version: 1,
    };
    store::insert(work.db(), row.clone()).await.map_err(unique::code)?;
    let place = Place { department_id: Some(id), ..Place::default() };
    let resource = Resource::new("department", id.0, &row.name);
    let changes = Changes::created(&DepartmentInput::from(&row));
    let record = Record::new("department.created", resource).at(place).changes(changes);
    work.record(record.tell(EVERYBODY));
    Ok(row)
}
