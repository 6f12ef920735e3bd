//! Use case: keep a view.
use super::dto::{SavedView, SavedViewInput};
use super::{entity, rules, store};
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(
    app: &App,
    actor: &Actor,
    input: SavedViewInput,
) -> ApiResult<Reply<SavedView>> {
    let mut work = Work::begin(app, actor).await?;
    let team = rules::team(actor, input.visibility, None)?;
    rules::one_more(store::count_own(work.db(), actor, &input.list).await?)?;
    let row = entity::Model {
        id: work.fresh(),
        owner_id: actor.id.0,
        department_id: team,
        list: input.list.clone(),
        name: input.name.clone(),
        visibility: input.visibility.as_str().to_owned(),
        query: input.query.clone(),
        columns: serde_json::to_string(&input.columns)?,
        created_at: work.at(),
        updated_at: work.at(),
        version: 1,
    };
    let row = store::insert(work.db(), row).await?;
    if input.is_default {
        store::choose(work.db(), actor, &row).await?;
    }
    work.record(
        Record::new("saved-view.created", Resource::new("saved-view", row.id, &row.name))
            .at(store::place(&row))
            .changes(Changes::created(&input)),
    );
    work.commit_created(SavedView::shown(&row, input.is_default, &Names::of_caller(actor), actor))
        .await
}
