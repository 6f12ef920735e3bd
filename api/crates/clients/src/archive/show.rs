//! One file as its caller may see it.
use super::actions::ClientAction;
use super::dto::{Client, InferiorReport, TierBasis};
use super::entity::Model;
use super::{contents, level_rules, named, privacy, rules};
use crate::destructions::rules as destructions;
use crate::names::Names;
use chrono::NaiveDate;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::{self, AllowedAction};
use kernel::work::Work;
use sea_orm::Iterable;

/// The answer for a row that the caller of the work may see.
pub async fn client(work: &Work<'_>, handbook: &Handbook, row: Model) -> ApiResult<Client> {
    let names = named::names(work.db(), &row).await?;
    with(work.actor(), handbook.date(work.at()), row, &names)
}

/// The answer, with names that are known already. `today` is the company's date.
pub fn with(actor: &Actor, today: NaiveDate, row: Model, names: &Names) -> ApiResult<Client> {
    let mut contents = contents::read(&row)?;
    let completeness = contents::missing(&row, &contents);
    let hidden = privacy::hidden(actor, row.kind, &rules::place(&row));
    let masked_fields = if hidden { privacy::mask(&mut contents) } else { vec![] };
    let tier_basis: Option<TierBasis> =
        row.tier_basis.as_deref().map(serde_json::from_str).transpose()?;
    Ok(Client {
        allowed_actions: allowed(actor, today, &row),
        inferior_report: inferior_report(&row, names),
        id: row.id,
        number: row.number,
        contents,
        state: row.state,
        tier: row.tier,
        tier_basis,
        level: row.level,
        level_until: row.level_until,
        proposed_level: level_rules::proposed_level(row.tier, row.state),
        status: row.status,
        merged_into_id: row.merged_into_id,
        owner: names.person(row.owner_id),
        department: row.department_id.map(|id| names.department(id)),
        site: row.site_id.map(|id| names.site(id)),
        masked_fields,
        completeness,
        compliant: row.compliant,
        inferior: row.inferior,
        last_verified_at: row.last_verified_at,
        last_contact_at: row.last_contact_at,
        verification_due_on: row.verification_due_on,
        created_at: row.created_at,
        created_by: names.person(row.created_by),
        updated_at: row.updated_at,
        version: row.version,
    })
}

fn inferior_report(row: &Model, names: &Names) -> Option<InferiorReport> {
    Some(InferiorReport {
        reason: row.inferior_reason.clone()?,
        reported_by: names.person(row.inferior_reported_by?),
        reported_at: row.inferior_reported_at?,
        confirmed_by: row.inferior_confirmed_by.map(|id| names.person(id)),
        confirmed_at: row.inferior_confirmed_at,
        note: row.inferior_note.clone(),
    })
}

/// Every action, by the rule that guards it.
fn allowed(actor: &Actor, today: NaiveDate, row: &Model) -> Vec<AllowedAction> {
    let shown = |action: ClientAction| {
        let verdict = rules::of_action(action, actor, today, row);
        shown::allowed(action.name(), verdict, actor.request.lang)
    };
    let mut all: Vec<_> = ClientAction::iter().map(shown).collect();
    // A keeper's alone: to everybody else it is no question of theirs.
    if destructions::may_propose(actor, &rules::place(row)).is_ok() {
        let verdict = destructions::offer(actor, row);
        all.push(shown::allowed("propose-destruction", verdict, actor.request.lang));
    }
    all
}
