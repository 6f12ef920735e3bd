//! Enter a purchase (B-CRM-02, B-CRM-10).
use super::dto::{Purchase, PurchaseInput};
use super::entity::Model;
use super::{act, show, store};
use crate::ClientId;
use crate::archive::entity::Model as File;
use crate::hanging::{filed, held, keep};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    client: ClientId,
    input: PurchaseInput,
) -> ApiResult<Reply<Purchase>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    keep(actor, &file)?;
    let row = add(&mut work, handbook, &file, &input).await?;
    let answer = show::one(work.db(), actor, &file, row).await?;
    work.commit_created(answer).await
}

/// Within a work that holds the file; what accepting a submission shares with entering.
pub async fn add(
    work: &mut Work<'_>,
    handbook: &Handbook,
    file: &File,
    input: &PurchaseInput,
) -> ApiResult<Model> {
    let row = fresh(work, file.id, input.tidied(handbook.date(work.at()))?);
    distinct(work, &row).await?;
    store::insert(work.db(), &row).await?;
    filed(work, file).await?;
    work.record(act::act("client.purchase-added", file, None, Some(&row)));
    Ok(row)
}

/// One order stands once in a file.
pub async fn distinct(work: &Work<'_>, row: &Model) -> ApiResult<()> {
    if store::same(work.db(), row).await? {
        return Err(ApiError::field("/order_number", field::DUPLICATE));
    }
    Ok(())
}

fn fresh(work: &Work<'_>, client: ClientId, input: PurchaseInput) -> Model {
    Model {
        id: work.fresh(),
        client_id: client,
        product: input.product,
        occurred_on: input.occurred_on,
        amount: input.amount.amount,
        order_number: input.order_number,
        note: input.note,
        created_at: work.at(),
        created_by: work.actor().id,
        updated_at: work.at(),
        removed_at: None,
        removed_by: None,
        remove_reason: None,
        version: 1,
    }
}
