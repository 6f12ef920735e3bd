//! A file before anything is written into it.
use super::entity::Model;
use super::kinds::{ClientKind, ClientState, FileStatus, Inferior, Level, Tier};
use super::owner::Owner;
use crate::ClientId;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::ids::PersonId;

/// Whose file begins, when and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Begun {
    pub id: ClientId,
    pub owner: Owner,
    pub at: DateTime<Utc>,
    pub by: PersonId,
    /// First verified by this day.
    pub due_on: NaiveDate,
    /// 秘密 until this day.
    pub level_until: NaiveDate,
}

/// It begins as a potential client and as 秘密 (A-SEC-03); its tier is decided later, on grounds
/// (B-CRM-04).
#[expect(clippy::too_many_lines, reason = "one line a column, and no column forgotten")]
#[must_use]
pub fn blank(begun: &Begun) -> Model {
    let nothing = || "{}".to_owned();
    Model {
        id: begun.id,
        search_key: 0,
        number: String::new(),
        name: String::new(),
        sort_key: String::new(),
        name_folded: String::new(),
        short_name: None,
        english_name: None,
        kind: ClientKind::Institution,
        group_buy: false,
        state: ClientState::Potential,
        tier: Tier::Potential,
        tier_basis: None,
        level: Level::Secret,
        level_until: begun.level_until,
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
        owner_id: begun.owner.id,
        department_id: begun.owner.department_id,
        site_id: begun.owner.site_id,
        founded_on: None,
        trading_since: None,
        employees: None,
        assets: None,
        registered_capital: None,
        annual_sales: None,
        tags: "[]".to_owned(),
        basic: nothing(),
        traits: nothing(),
        business: nothing(),
        trading: nothing(),
        demand: nothing(),
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
        last_verified_at: None,
        last_contact_at: None,
        verification_due_on: begun.due_on,
        created_at: begun.at,
        created_by: begun.by,
        updated_at: begun.at,
        supplemented_at: begun.at,
        version: 1,
    }
}
