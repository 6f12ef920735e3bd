//! The row of a seeded file.
use super::{Inferior, SeedClient};
use crate::archive::entity::Model;
use crate::archive::kinds::FileStatus;
use crate::archive::{contents, rules};
use crate::ClientId;
use chrono::{DateTime, Utc};
use kernel::error::ApiResult;

/// The row, judged and folded as creating it would have.
pub fn row(
    client: &SeedClient,
    id: ClientId,
    search_key: i64,
    verification_months: u32,
) -> ApiResult<Model> {
    let mut row = blank(client, id, search_key);
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
fn blank(client: &SeedClient, id: ClientId, search_key: i64) -> Model {
    Model {
        id,
        search_key,
        number: client.number.clone(),
        name: String::new(),
        sort_key: String::new(),
        name_folded: String::new(),
        short_name: None,
        english_name: None,
        kind: client.contents.kind,
        group_buy: false,
        state: client.state,
        tier: client.tier,
        tier_basis: None,
        level: client.level,
        status: FileStatus::Active,
        merged_into_id: None,
        credit_code: None,
        industry: None,
        region: None,
        address: None,
        postcode: None,
        telephone: None,
        telephone_normalised: None,
        website: None,
        owner_id: client.owner_id,
        department_id: client.department_id,
        site_id: client.site_id,
        founded_on: None,
        trading_since: None,
        employees: None,
        assets: None,
        registered_capital: None,
        annual_sales: None,
        tags: String::new(),
        basic: String::new(),
        traits: String::new(),
        business: String::new(),
        trading: String::new(),
        demand: String::new(),
        purchase_procedure: None,
        analysis: None,
        service_plan: None,
        contacts: 0,
        key_persons: 0,
        qualifications: 0,
        completeness: 0,
        compliant: false,
        inferior: Inferior::None,
        inferior_reason: None,
        inferior_reported_by: None,
        inferior_reported_at: None,
        inferior_confirmed_by: None,
        inferior_confirmed_at: None,
        inferior_note: None,
        last_verified_at: client.last_verified_at,
        last_contact_at: client.interactions.iter().map(|talk| talk.occurred_at).max(),
        verification_due_on: client.counts_from,
        created_at: client.created_at,
        created_by: client.created_by.id,
        updated_at: touched(client),
        version: 1,
    }
}
