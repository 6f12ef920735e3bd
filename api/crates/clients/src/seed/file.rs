//! The row of a seeded file.
use super::{Inferior, SeedClient};
use crate::ClientId;
use crate::archive::blank::{Begun, blank};
use crate::archive::entity::Model;
use crate::archive::owner::Owner;
use crate::archive::{contents, rules};
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;

/// The row, judged and folded as creating it would have.
pub fn row(
    client: &SeedClient,
    id: ClientId,
    search_key: i64,
    verification_months: u32,
) -> ApiResult<Model> {
    let mut row = unwritten(client, id, search_key);
    row.tier_basis = client.tier_basis.as_ref().map(serde_json::to_string).transpose()?;
    row.verification_due_on = rules::due_after(client.counts_from, verification_months);
    mark_inferior(&mut row, client);
    row.contacts = count(client.contacts.len());
    row.key_persons = count(client.contacts.iter().filter(|c| c.is_key_person).count());
    row.qualifications = count(client.qualifications.len());
    contents::write(&mut row, &client.contents)?;
    Ok(row)
}

fn count(many: usize) -> i32 {
    i32::try_from(many).unwrap_or(i32::MAX)
}

/// The latest of everything that touches a file.
fn touched(client: &SeedClient) -> DateTime<Utc> {
    let talks = client.interactions.iter().map(|talk| talk.occurred_at);
    let bought = client.purchases.iter().map(|purchase| purchase.entered_at);
    let said = client.comments.iter().map(|comment| comment.written_at);
    let verified = client.last_verified_at.into_iter();
    talks.chain(bought).chain(said).chain(verified).fold(client.created_at, DateTime::max)
}

fn mark_inferior(row: &mut Model, client: &SeedClient) {
    let Some(mark) = &client.inferior else { return };
    row.inferior = if mark.confirmed.is_some() { Inferior::Confirmed } else { Inferior::Reported };
    row.inferior_reason = Some(mark.reason.clone());
    row.inferior_reported_by = Some(mark.reported_by);
    row.inferior_reported_at = Some(mark.reported_at);
    row.inferior_confirmed_by = mark.confirmed.map(|(who, _)| who);
    row.inferior_confirmed_at = mark.confirmed.map(|(_, at)| at);
}

/// Everything that does not come from the contents; those are written afterwards.
fn unwritten(client: &SeedClient, id: ClientId, search_key: i64) -> Model {
    let (department_id, site_id) = (client.department_id, client.site_id);
    let owner = Owner { id: client.owner_id, department_id, site_id };
    let (at, by, due_on) = (client.created_at, client.created_by.id, client.counts_from);
    let level_until = client.level_until;
    Model {
        search_key,
        number: client.number.clone(),
        state: client.state,
        tier: client.tier,
        level: client.level,
        last_verified_at: client.last_verified_at,
        last_contact_at: client.interactions.iter().map(|talk| talk.occurred_at).max(),
        updated_at: touched(client),
        supplemented_at: touched(client),
        ..blank(&Begun { id, owner, at, by, due_on, level_until })
    }
}
