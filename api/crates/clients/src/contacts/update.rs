//! Change what is known of somebody.
use super::create::{distinct, written};
use super::dto::{Contact, ContactInput};
use super::entity::Model;
use super::{act, rules, show, store};
use crate::archive::entity::Model as File;
use crate::archive::hanging::recount;
use crate::hanging::{held, in_full, in_place, keep};
use crate::{ClientId, ContactId};
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
    (client, id): (ClientId, ContactId),
    seen: IfMatch,
    patch: Patch<ContactInput>,
) -> ApiResult<Reply<Contact>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    let before = store::find(work.db(), client, id).await?.ok_or(code::NOT_FOUND)?;
    keep(actor, &file)?;
    in_place(before.removed_at)?;
    seen.check(before.version)?;
    let (file, after) = change(&mut work, handbook, file, &before, &patch).await?;
    let answer = show::one(work.db(), actor, &file, after).await?;
    work.commit(answer).await
}

/// Within a work that holds the file; what accepting a submission shares with changing. What is the
/// same already leaves no trace.
pub async fn change(
    work: &mut Work<'_>,
    handbook: &Handbook,
    file: File,
    before: &Model,
    patch: &Patch<ContactInput>,
) -> ApiResult<(File, Model)> {
    rules::change_personal(in_full(work.actor(), &file), |field| patch.names(field))?;
    let input = patch.onto(&ContactInput::from(before))?.tidied(handbook.date(work.at()))?;
    let mut after = written(before.clone(), input);
    if after == *before {
        return Ok((file, after));
    }
    distinct(work, &after).await?;
    after.updated_at = work.at();
    after.version += 1;
    store::save(work.db(), &after).await?;
    let file = recount(work, &file).await?;
    work.record(act::act("client.contact-updated", &file, Some(before), Some(&after)));
    Ok((file, after))
}
