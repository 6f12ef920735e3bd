//! Put a client into another tier, on grounds (B-CRM-03, B-CRM-04, B-CRM-05).
use super::actions::ChangeTier;
use super::dto::{Client, TierBasis};
use super::entity::Model;
use super::input::tidied;
use super::step::{self, Target};
use super::{act, owner, rules, tier_entity as decision};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use sea_orm::{EntityTrait, IntoActiveModel};

pub async fn change_tier(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: ChangeTier,
) -> ApiResult<Reply<Client>> {
    let apply =
        async |work: &mut Work<'_>, before: &Model| apply(work, handbook, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

pub async fn apply(
    work: &mut Work<'_>,
    handbook: &Handbook,
    before: &Model,
    input: ChangeTier,
) -> ApiResult<Model> {
    rules::change_tier(work.actor(), handbook.date(work.at()), before)?;
    let input = tidied(&input)?;
    let place = rules::place(before);
    let fitness = owner::fitness(work.db(), before.owner_id, &place, work.at()).await?;
    rules::tier(before, input.tier, fitness)?;
    let mut after = step::next(work, before);
    after.tier = input.tier;
    after.tier_basis = Some(serde_json::to_string(&basis(work, &input))?);
    let row = decision::Model {
        id: work.fresh(),
        client_id: before.id,
        from_tier: before.tier,
        to_tier: input.tier,
        purchase_scale: input.purchase_scale,
        cooperation_frequency: input.cooperation_frequency,
        potential_value: input.potential_value,
        reason: input.reason.clone(),
        decided_at: work.at(),
        decided_by: work.actor().id,
    };
    decision::Entity::insert(row.into_active_model()).exec_without_returning(work.db()).await?;
    let record = act::act("client.tier-changed", &after)
        .changes(Changes::one("tier", before.tier, after.tier))
        .reason(input.reason);
    step::keep(work, before, after, record).await
}

fn basis(work: &Work<'_>, input: &ChangeTier) -> TierBasis {
    TierBasis {
        purchase_scale: input.purchase_scale.clone(),
        cooperation_frequency: input.cooperation_frequency.clone(),
        potential_value: input.potential_value.clone(),
        reason: input.reason.clone(),
        decided_at: work.at(),
    }
}
