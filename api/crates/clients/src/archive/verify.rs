//! Verify a file (A-CLI-10, A-CLI-11).
use super::actions::VerifyClient;
use super::entity::Model;
use super::hanging::supplemented;
use super::input::tidied;
use super::kinds::VerificationResult;
use super::step::{self, Target};
use super::{act, completeness, contents, dto::Client, rules, verification_entity as verification};
use crate::obligations;
use crate::parameters::VERIFICATION_MONTHS;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;

pub async fn verify(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: VerifyClient,
) -> ApiResult<Reply<Client>> {
    let apply =
        async |work: &mut Work<'_>, before: &Model| apply(work, handbook, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

/// A discrepancy is noted and leaves the file as due as it was; the other two results settle it.
pub async fn apply(
    work: &mut Work<'_>,
    handbook: &Handbook,
    before: &Model,
    input: VerifyClient,
) -> ApiResult<Model> {
    rules::verify(work.actor(), before)?;
    let input = tidied(&input)?;
    rules::verification(input.result, input.note.is_some(), gaps(before)?)?;
    let today = handbook.date(work.at());
    let mut after = step::next(work, before);
    if input.result != VerificationResult::Discrepancy {
        let months = handbook.value_at(work.db(), &VERIFICATION_MONTHS, today).await?.value;
        let months = u32::try_from(months).unwrap_or(u32::MAX);
        after.last_verified_at = Some(work.at());
        after.verification_due_on = rules::due_after(today, months);
    }
    if input.result == VerificationResult::Adjusted {
        supplemented(work, &mut after);
    }
    let row = verification::Model {
        id: work.fresh(),
        client_id: before.id,
        result: input.result,
        note: input.note.clone(),
        due_on: before.verification_due_on,
        verified_at: work.at(),
        verified_by: work.actor().id,
    };
    verification::Entity::insert(row.into_active_model()).exec_without_returning(work.db()).await?;
    let was = json!({"verification_due_on": before.verification_due_on});
    let is = json!({"verification_due_on": after.verification_due_on, "result": input.result});
    let record = act::act("client.verified", &after)
        .changes(Changes::between(&was, &is))
        .reason(input.note)
        .data("result", input.result);
    obligations::done(work, handbook, (before, &after)).await?;
    step::keep(work, before, after, record).await
}

fn gaps(row: &Model) -> ApiResult<Vec<&'static str>> {
    let written = contents::read(row)?;
    let gaps = completeness::basic_gaps(&contents::filing(row, &written));
    Ok(gaps.into_iter().map(|field| field.name).collect())
}
