//! Change the contents of a file.
use super::another::AnotherClient;
use super::entity::Model;
use super::input::ClientInput;
use super::similar::Keys;
use super::{act, contents, dto::Client, hanging, index, rules, step, store};
use crate::ClientId;
use crate::obligations::saved;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn update(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: ClientId,
    seen: IfMatch,
    patch: Patch<ClientInput>,
    another: AnotherClient,
) -> ApiResult<Reply<Client>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(row.version)?;
    rules::keep(actor, &row)?;
    let written = patch.onto(&contents::read(&row)?)?;
    let after = rewrite(&mut work, handbook, &row, &written, &another).await?;
    step::answer(work, handbook, after).await
}

/// Put new contents into a file that the work holds; what changing, importing and accepting a
/// submission share. Contents that are the old ones change nothing and leave no trace.
pub async fn rewrite(
    work: &mut Work<'_>,
    handbook: &Handbook,
    before: &Model,
    written: &ClientInput,
    another: &AnotherClient,
) -> ApiResult<Model> {
    let written = written.tidied()?;
    written.check_dates(handbook.date(work.at()))?;
    rules::keep(work.actor(), before)?;
    rules::turn_group_buy(work.actor(), before, written.group_buy)?;
    rules::service_plan(before.tier, written.service_plan.as_deref())?;
    let mut after = before.clone();
    contents::write(&mut after, &written)?;
    if after == *before {
        return Ok(after);
    }
    // A name or number that another file has is looked at here as well as where a file begins.
    let keys = |row: &Model| ApiResult::Ok(Keys::of(&contents::read(row)?));
    let new = keys(&after)?.new_beside(&keys(before)?);
    let alike = another.beside(work.db(), work.actor(), &new, Some(before.id)).await?;
    hanging::supplemented(work, &mut after);
    after.version += 1;
    saved(work, before, &after).await?;
    if index::differs(before, &after) {
        let people = hanging::people(work.db(), before.id).await?;
        let names: Vec<String> = people.into_iter().map(|(name, _)| name).collect();
        index::put(work, &after, &names);
    }
    another.noted(work, &after, &alike).await?;
    work.record(another.told(act::written("client.updated", Some(before), &after)?, &alike));
    Ok(after)
}
