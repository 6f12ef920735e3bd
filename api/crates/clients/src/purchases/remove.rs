//! Take a purchase out: cancelled, or entered by mistake.
use super::dto::Purchase;
use super::entity::Model;
use super::{act, show, store};
use crate::hanging::{Removal, filed, held, in_place, keep};
use crate::{ClientId, PurchaseId};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn remove(
    app: &App,
    actor: &Actor,
    (client, id): (ClientId, PurchaseId),
    seen: IfMatch,
    removal: Removal,
) -> ApiResult<Reply<Purchase>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    let before = store::find(work.db(), client, id).await?.ok_or(code::NOT_FOUND)?;
    keep(actor, &file)?;
    in_place(before.removed_at)?;
    seen.check(before.version)?;
    let after = Model {
        removed_at: Some(work.at()),
        removed_by: Some(actor.id),
        remove_reason: Some(removal.reason.clone()),
        updated_at: work.at(),
        version: before.version + 1,
        ..before.clone()
    };
    store::save(work.db(), &after).await?;
    filed(&mut work, &file).await?;
    let record = act::act("client.purchase-removed", &file, Some(&before), None);
    work.record(record.reason(removal.reason));
    let answer = show::one(work.db(), actor, &file, after).await?;
    work.commit(answer).await
}
