//! The standing of a client of whom there were two files: what was decided about either is not lost
//! with one of them. Each step is told as the act that it is, with the merge as its reason.
use super::dto::TierBasis;
use super::entity::Model;
use super::tier_entity as decision;
use super::{act, level_rules, owner, rules, term};
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{EntityTrait, IntoActiveModel};

/// The higher tier with its basis, the further state, the higher level with the longer term. Refused
/// where the owner of the remaining file is not fit for it: then it is handed over first.
pub async fn take_over(
    work: &mut Work<'_>,
    (target, from): (&Model, &Model),
    after: &mut Model,
    reason: &str,
) -> ApiResult<()> {
    (after.level, after.level_until) = level_rules::level_of_both(target, from);
    (after.tier, after.state) = rules::standing_of_both(target, from);
    if (after.level, after.tier) != (target.level, target.tier) {
        let place = rules::place(after);
        let fitness = owner::fitness(work.db(), after.owner_id, &place, work.at()).await?;
        rules::keeps_sight(fitness)?;
        // Whoever owns it in the tier that it had is not judged again.
        if after.tier != target.tier {
            rules::in_tier(after, after.tier, fitness)?;
        }
    }
    if after.tier != target.tier {
        after.tier_basis.clone_from(&from.tier_basis);
        decided(work, (target, from), reason).await?;
        let changes = Changes::one("tier", target.tier, after.tier);
        tell(work, "client.tier-changed", after, changes, reason);
    }
    if after.state != target.state {
        let changes = Changes::one("state", target.state, after.state);
        tell(work, "client.state-changed", after, changes, reason);
    }
    if (after.level, after.level_until) != (target.level, target.level_until) {
        let changes = term::changes(target, after);
        tell(work, "client.classified", after, changes, reason);
    }
    Ok(())
}

fn tell(work: &mut Work<'_>, action: &'static str, after: &Model, changes: Changes, reason: &str) {
    work.record(act::act(action, after).changes(changes).reason(reason.to_owned()));
}

/// The tier's grounds come along with it.
async fn decided(work: &Work<'_>, (target, from): (&Model, &Model), reason: &str) -> ApiResult<()> {
    let basis: Option<TierBasis> =
        from.tier_basis.as_deref().map(serde_json::from_str).transpose()?;
    let said = |of: fn(&TierBasis) -> &String| basis.as_ref().map(|b| of(b).clone());
    let row = decision::Model {
        id: work.fresh(),
        client_id: target.id,
        from_tier: target.tier,
        to_tier: from.tier,
        purchase_scale: said(|basis| &basis.purchase_scale).unwrap_or_default(),
        cooperation_frequency: said(|basis| &basis.cooperation_frequency).unwrap_or_default(),
        potential_value: said(|basis| &basis.potential_value).unwrap_or_default(),
        reason: reason.to_owned(),
        decided_at: work.at(),
        decided_by: work.actor().id,
    };
    decision::Entity::insert(row.into_active_model()).exec_without_returning(work.db()).await?;
    Ok(())
}
