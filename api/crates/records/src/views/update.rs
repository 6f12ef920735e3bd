//! Use case: change a view, or whether the list opens with it.
use super::dto::{SavedView, SavedViewInput};
use super::{entity, rules, store};
use crate::names::Names;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code::{self, field};
use kernel::error::{ApiError, ApiResult};
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use uuid::Uuid;

pub async fn update(
    app: &App,
    actor: &Actor,
    id: Uuid,
    seen: IfMatch,
    patch: Patch<SavedViewInput>,
) -> ApiResult<Reply<SavedView>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::change(actor, &row)?;
    let was_default = store::defaults(work.db(), actor).await?.contains(&row.id);
    let before = SavedViewInput::from((&row, was_default));
    let after = patch.onto(&before)?;
    if after.list != before.list {
        return Err(ApiError::field("/list", field::NOT_IN_CHOICE));
    }
    let row = save(&work, row, &before, &after).await?;
    if after.is_default {
        store::choose(work.db(), actor, &row).await?;
    } else {
        store::forget_choice(work.db(), actor, &row).await?;
    }
    work.record(
        Record::new("saved-view.updated", Resource::new("saved-view", row.id, &row.name))
            .at(store::place(&row))
            .changes(Changes::between(&before, &after)),
    );
    let names = Names::of(work.db(), actor, [row.owner_id]).await?;
    work.commit(SavedView::shown(&row, after.is_default, &names, actor)).await
}

/// What is a default for one person leaves the view as everybody has it, its version too.
async fn save(
    work: &Work<'_>,
    row: entity::Model,
    before: &SavedViewInput,
    after: &SavedViewInput,
) -> ApiResult<entity::Model> {
    let team = rules::team(work.actor(), after.visibility, Some(&row))?;
    let same = SavedViewInput { is_default: before.is_default, ..after.clone() } == *before;
    if same {
        return Ok(row);
    }
    store::save(work.db(), &row, after, team, work.at()).await
}
