//! Use case: sign somebody out everywhere (a lost telephone, a suspicion).
use super::dto::PersonReason;
use super::{rules, store};
use crate::sessions::{rules::EndReason, store as sessions};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Nothing;
use kernel::ids::PersonId;
use kernel::work::Work;

pub async fn end_sessions(
    app: &App,
    actor: &Actor,
    id: PersonId,
    seen: IfMatch,
    input: PersonReason,
) -> ApiResult<Nothing> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock_visible(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    rules::manage(actor, &row, "session.end-any")?;
    seen.check(row.version)?;
    let all = sessions::all_of(id);
    let count = sessions::end(work.db(), all, EndReason::EndedByAdministrator, work.at()).await?;
    let resource = Resource::new("person", id.0, &row.name);
    let record = Record::new("person.sessions-ended", resource).at(store::place(&row));
    work.record(record.reason(Some(input.reason)).data("sessions", count));
    work.commit_nothing().await
}
