//! Use case: open a site.
use super::dto::{Site, SiteInput};
use super::{entity, rules, store};
use crate::permissions::ManageSites;
use crate::unique;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::event::EVERYBODY;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::ids::SiteId;
use kernel::text::{phone, sort_key};
use kernel::work::Work;

pub async fn create(app: &App, actor: &Actor, input: SiteInput) -> ApiResult<Reply<Site>> {
    let mut work = Work::begin(app, actor).await?;
    let row = apply(&mut work, input).await?;
    work.commit_created(Site::shown(row, actor)).await
}

/// Within a work that may do more.
pub async fn apply(work: &mut Work<'_>, input: SiteInput) -> ApiResult<entity::Model> {
    rules::create(&work.actor().reach(ManageSites::NAME))?;
    let (at, id) = (work.at(), work.fresh::<SiteId>());
    let row = entity::Model {
        id,
        sort_key: sort_key(&input.name),
        code: input.code.clone(),
        name: input.name.clone(),
        address: input.address.clone(),
        telephone: input.telephone.as_deref().and_then(phone::normalise),
        closed: false,
        created_at: at,
        updated_at: at,
        version: 1,
    };
    store::insert(work.db(), row.clone()).await.map_err(unique::code)?;
    let resource = Resource::new("site", id.0, &row.name);
    let changes = Changes::created(&SiteInput::from(&row));
    work.record(Record::new("site.created", resource).changes(changes).tell(EVERYBODY));
    Ok(row)
}
