//! Use case: change what is known of a site.
use super::dto::{Site, SiteInput};
use super::{entity, rules, store};
use crate::permissions::ManageSites;
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
use kernel::ids::SiteId;
use kernel::text::{phone, sort_key};
use kernel::work::Work;

pub async fn update(
    app: &App,
    actor: &Actor,
    id: SiteId,
    seen: IfMatch,
    patch: &Patch<SiteInput>,
) -> ApiResult<Reply<Site>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), id).await?.ok_or(code::NOT_FOUND)?;
    rules::manage(&actor.reach(ManageSites::NAME), id)?;
    seen.check(row.version)?;
    rules::change(&row)?;
    let before = SiteInput::from(&row);
    let input = patch.onto(&before)?;
    let after = entity::Model {
        sort_key: sort_key(&input.name),
        code: input.code,
        name: input.name,
        address: input.address,
        telephone: input.telephone.as_deref().and_then(phone::normalise),
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row
    };
    store::save(work.db(), &after).await.map_err(unique::code)?;
    let changes = Changes::between(&before, &SiteInput::from(&after));
    let resource = Resource::new("site", id.0, &after.name);
    work.record(Record::new("site.updated", resource).changes(changes).tell(EVERYBODY));
    work.commit(Site::shown(after, actor)).await
}
