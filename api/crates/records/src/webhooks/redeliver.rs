//! Use case: send something once more, whatever became of it.
use super::delivery_entity::Model;
use super::dto::WebhookDelivery;
use super::kinds::DeliveryState;
use super::{queue, rules, show, store, trail};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use uuid::Uuid;

pub async fn redeliver(
    app: &App,
    actor: &Actor,
    id: Uuid,
    delivery: Uuid,
) -> ApiResult<Reply<WebhookDelivery>> {
    let mut work = Work::begin(app, actor).await?;
    let webhook = store::lock(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    rules::own(actor, &webhook)?;
    let row = queue::lock(work.db(), id, delivery).await?.ok_or(code::NOT_FOUND)?;
    rules::redeliver(actor, &webhook, &row)?;
    let again = Model {
        state: DeliveryState::Pending,
        failures: 0,
        next_attempt_at: Some(work.at()),
        settled_at: None,
        ..row.clone()
    };
    queue::write(work.db(), &row, &again).await?;
    let record = trail::act("webhook.redelivered", &webhook, actor.place(), Changes::default());
    work.record(record.data("event_id", row.event_id));
    work.commit(show::delivery(again, &webhook, actor)).await
}
