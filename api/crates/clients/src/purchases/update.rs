//! Put a purchase right.
use super::create::distinct;
use super::dto::{Purchase, PurchaseInput};
use super::entity::Model;
use super::{act, show, store};
use crate::archive::entity::Model as File;
use crate::hanging::{filed, held, in_place, keep};
use crate::{ClientId, PurchaseId};
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
    (client, id): (ClientId, PurchaseId),
    seen: IfMatch,
    patch: Patch<PurchaseInput>,
) -> ApiResult<Reply<Purchase>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    let before = store::find(work.db(), client, id).await?.ok_or(code::NOT_FOUND)?;
    keep(actor, &file)?;
    in_place(before.removed_at)?;
    seen.check(before.version)?;
    let after = change(&mut work, handbook, &file, &before, &patch).await?;
    let answer = show::one(work.db(), actor, &file, after).await?;
    work.commit(answer).await
}

/// Within a work that holds the file; what accepting a submission shares with putting right. What is
/// the same already leaves no trace.
pub async fn change(
    work: &mut Work<'_>,
    handbook: &Handbook,
    file: &File,
    before: &Model,
    patch: &Patch<PurchaseInput>,
) -> ApiResult<Model> {
    let input = patch.onto(&PurchaseInput::from(before))?.tidied(handbook.date(work.at()))?;
    let mut after = written(before, input);
    if after == *before {
        return Ok(after);
    }
    distinct(work, &after).await?;
    after.updated_at = work.at();
    after.version += 1;
    store::save(work.db(), &after).await?;
    filed(work, file).await?;
    work.record(act::act("client.purchase-updated", file, Some(before), Some(&after)));
    Ok(after)
}

fn written(row: &Model, input: PurchaseInput) -> Model {
    Model {
        product: input.product,
        occurred_on: input.occurred_on,
        amount: input.amount.amount,
        order_number: input.order_number,
        note: input.note,
        ..row.clone()
    }
}
