//! Use case: close a site for good. Its records keep pointing at it.
use super::dto::{CloseSite, Site};
use super::{entity, rules, store};
use crate::people::store as people;
use crate::permissions::ManageSites;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::event::EVERYBODY;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::ids::SiteId;
use kernel::work::Work;

pub async fn close(
    app: &App,
    actor: &Actor,
    id: SiteId,
    seen: IfMatch,
    input: CloseSite,
) -> ApiResult<Reply<Site>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    rules::manage(&actor.reach(ManageSites::NAME), id)?;
    seen.check(row.version)?;
    rules::close(&row, people::count_at_site(work.db(), id).await?)?;
    let version = row.version.saturating_add(1);
    let after = entity::Model { closed: true, updated_at: work.at(), version, ..row };
    store::save(work.db(), &after).await?;
    let resource = Resource::new("site", id.0, &after.name);
    let changes = Changes::one("closed", false, true);
    let record = Record::new("site.closed", resource).changes(changes).tell(EVERYBODY);
    work.record(record.reason(Some(input.reason)));
    let answer = Site::shown(after, actor);
    work.commit(answer).await
}
