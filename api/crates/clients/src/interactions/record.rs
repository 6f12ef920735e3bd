//! Write down what was said (A-CLI-23, B-CRM-10, B-CRM-14), or put right what was written down.
use super::dto::{Interaction, InteractionInput};
use super::entity::Model;
use super::{chain, rules, show, store};
use crate::archive::{entity::Model as File, hanging::contacted};
use crate::contacts;
use crate::hanging::{held, in_place};
use crate::secret_items::{Marked, act_on_item, given, rules as secrecy};
use crate::{ClientId, InteractionId};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn record(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    client: ClientId,
    input: InteractionInput,
) -> ApiResult<Reply<Interaction>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    rules::record(actor, &file)?;
    let written = input.tidied()?;
    rules::times(&written, work.at(), handbook.date(written.occurred_at))?;
    check_contact(&work, client, &written).await?;
    let mut mark = given(&work, handbook, &file, written.secrecy.as_ref()).await?;
    let replaced = match written.corrects_id {
        Some(id) => Some(replace(&work, &file, id, written.correction_reason.clone()).await?),
        None => None,
    };
    if let Some(before) = &replaced {
        mark = secrecy::of_both(mark, before.mark(), work.at());
    }
    let row = fresh(&work, client, &written).marked(mark);
    store::insert(work.db(), &row).await?;
    if replaced.is_some_and(|before| before.mark() != mark) {
        chain::mark_others(&work, &file, &row).await?;
    }
    contacted(&mut work, &file).await?;
    // The record itself is what happened; the trail only says that it was made.
    let action = if written.corrects_id.is_some() {
        "client.interaction-corrected"
    } else {
        "client.interaction-recorded"
    };
    let said = act_on_item(&work, action, (&file, &row), Changes::default());
    work.record(said.reason(written.correction_reason));
    let answer = show::one(work.db(), (actor, work.at()), &file, row).await?;
    work.commit_created(answer).await
}

async fn check_contact(
    work: &Work<'_>,
    client: ClientId,
    input: &InteractionInput,
) -> ApiResult<()> {
    let Some(id) = input.with_contact_id else { return Ok(()) };
    let unknown = || ApiError::field("/with_contact_id", field::UNKNOWN_REFERENCE);
    let contact = contacts::store::find(work.db(), client, id).await?.ok_or_else(unknown)?;
    in_place(contact.removed_at).map_err(|_| unknown())
}

/// Take the place of an earlier record.
async fn replace(
    work: &Work<'_>,
    file: &File,
    id: InteractionId,
    reason: Option<String>,
) -> ApiResult<Model> {
    let unknown = || ApiError::field("/corrects_id", field::UNKNOWN_REFERENCE);
    let before = store::find(work.db(), (work.actor(), work.at()), file.id, id)
        .await?
        .ok_or_else(unknown)?;
    rules::correct(work.actor(), file, &before)?;
    let after = Model {
        removed_at: Some(work.at()),
        removed_by: Some(work.actor().id),
        remove_reason: reason,
        updated_at: work.at(),
        version: before.version + 1,
        ..before
    };
    store::save(work.db(), &after).await?;
    Ok(after)
}

fn fresh(work: &Work<'_>, client: ClientId, input: &InteractionInput) -> Model {
    let input = input.clone();
    Model {
        id: work.fresh(),
        client_id: client,
        occurred_at: input.occurred_at,
        channel: input.channel,
        with_contact_id: input.with_contact_id,
        summary: input.summary,
        needs: input.needs,
        preferences: input.preferences,
        next_step: input.next_step,
        next_on: input.next_on,
        corrects_id: input.corrects_id,
        created_at: work.at(),
        created_by: work.actor().id,
        updated_at: work.at(),
        removed_at: None,
        removed_by: None,
        remove_reason: None,
        level: 0,
        level_until: None,
        level_ends_at: None,
        secret_content: None,
        version: 1,
    }
}
