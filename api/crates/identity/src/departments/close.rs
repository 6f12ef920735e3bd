//! Use case: close a department for good. Its records keep pointing at it.
use super::dto::{CloseDepartment, Department};
use super::{entity, rules, store};
use crate::people::store as people;
use crate::permissions::ManageDepartments;
use crate::rights::guard;
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::audit::event::EVERYBODY;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::ids::DepartmentId;
use kernel::work::Work;

pub async fn close(
    app: &App,
    actor: &Actor,
    id: DepartmentId,
    seen: IfMatch,
    input: CloseDepartment,
) -> ApiResult<Reply<Department>> {
    let mut work = Work::begin(app, actor).await?;
    guard::lock(work.db()).await?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    rules::manage(&actor.reach(ManageDepartments::NAME), id)?;
    seen.check(row.version)?;
    let people = people::count_in_department(work.db(), id).await?;
    rules::close(&row, people, store::count_below(work.db(), id).await?)?;
    let version = row.version.saturating_add(1);
    let after = entity::Model { closed: true, updated_at: work.at(), version, ..row };
    store::save(work.db(), &after).await?;
    let place = Place { department_id: Some(id), ..Place::default() };
    let resource = Resource::new("department", id.0, &after.name);
    let record = Record::new("department.closed", resource).at(place).tell(EVERYBODY);
    work.record(record.changes(Changes::one("closed", false, true)).reason(Some(input.reason)));
    let heads = store::head(work.db(), &after).await?;
    let answer = Department::shown(after, actor, &heads);
    work.commit(answer).await
}
