//! Hand a client over to another owner.
use super::actions::HandOverClient;
use super::entity::Model;
use super::input::tidied;
use super::step::{self, Target};
use super::{act, dto::Client, hand_over_entity as hand_over, owner, rules};
use crate::notices;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::notify::{self, Notice};
use kernel::work::Work;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;

pub async fn hand_over(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: HandOverClient,
) -> ApiResult<Reply<Client>> {
    let apply = async |work: &mut Work<'_>, before: &Model| apply(work, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

/// Department and site follow the owner: the file belongs where its owner works.
pub async fn apply(work: &mut Work<'_>, before: &Model, input: HandOverClient) -> ApiResult<Model> {
    rules::hand_over(work.actor(), before)?;
    let input = tidied(&input)?;
    let owner = owner::find(work.db(), work.actor(), input.owner_id).await?;
    let place = owner.place(before.level.rank());
    let fitness = owner::fitness(work.db(), owner.id, &place, work.at()).await?;
    let stays = (before.owner_id, before.department_id, before.site_id)
        == (owner.id, owner.department_id, owner.site_id);
    rules::new_owner(before, stays, fitness)?;
    rules::hand_over_to(work.actor(), &place)?;
    let mut after = step::next(work, before);
    after.owner_id = owner.id;
    after.department_id = owner.department_id;
    after.site_id = owner.site_id;
    let row = hand_over::Model {
        id: work.fresh(),
        client_id: before.id,
        from_owner_id: before.owner_id,
        to_owner_id: owner.id,
        reason: input.reason.clone(),
        handed_over_at: work.at(),
        handed_over_by: work.actor().id,
    };
    hand_over::Entity::insert(row.into_active_model()).exec_without_returning(work.db()).await?;
    tell(work, before, &after).await?;
    let record = act::act("client.handed-over", &after)
        .changes(Changes::between(&standing(before), &standing(&after)))
        .reason(input.reason);
    step::keep(work, before, after, record).await
}

/// Whose client it becomes, and whose it was; an owner who takes it along hears of it once.
async fn tell(work: &Work<'_>, before: &Model, after: &Model) -> ApiResult<()> {
    let by = work.actor().id;
    if before.owner_id == after.owner_id && before.owner_id != by {
        let notice = Notice::new(notices::CLIENT_HANDED_OVER, act::resource(after));
        return notify::send(work, &[after.owner_id], &notice).await;
    }
    for (person, kind) in [
        (after.owner_id, notices::CLIENT_HANDED_OVER),
        (before.owner_id, notices::CLIENT_HANDED_AWAY),
    ] {
        if person != by {
            notify::send(work, &[person], &Notice::new(kind, act::resource(after))).await?;
        }
    }
    Ok(())
}

fn standing(row: &Model) -> serde_json::Value {
    json!({"owner_id": row.owner_id, "department_id": row.department_id, "site_id": row.site_id})
}
