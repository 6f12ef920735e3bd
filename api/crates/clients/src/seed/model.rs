//! What a caller says about a file and about what hangs on it.
use super::{ClientInput, ClientState, Level, Tier, TierBasis};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use kernel::money::Amount;

/// Who did it, as the trail names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    pub id: PersonId,
    pub name: String,
}

/// A file with its history.
#[derive(Clone, Debug)]
pub struct SeedClient {
    /// `KH-YYYYMMDD-NNNN`, of a day that has passed.
    pub number: String,
    pub contents: ClientInput,
    pub state: ClientState,
    pub tier: Tier,
    pub tier_basis: Option<TierBasis>,
    pub level: Level,
    /// The last day of its term (A-SEC-07); of a declassified file, the day on which it ended.
    pub level_until: NaiveDate,
    pub owner_id: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    pub inferior: Option<SeedInferior>,
    pub created_at: DateTime<Utc>,
    pub created_by: Author,
    pub last_verified_at: Option<DateTime<Utc>>,
    /// The company's date of the last verification, or of the beginning where there was none.
    pub counts_from: NaiveDate,
    pub contacts: Vec<SeedContact>,
    pub qualifications: Vec<SeedQualification>,
    pub interactions: Vec<SeedInteraction>,
    pub purchases: Vec<SeedPurchase>,
    pub comments: Vec<SeedComment>,
}

/// B-CRM-12.
#[derive(Clone, Debug)]
pub struct SeedInferior {
    pub reason: String,
    pub reported_by: PersonId,
    pub reported_at: DateTime<Utc>,
    /// None: not confirmed yet.
    pub confirmed: Option<(PersonId, DateTime<Utc>)>,
}

#[derive(Clone, Debug)]
pub struct SeedContact {
    pub name: String,
    pub position: Option<String>,
    pub department: Option<String>,
    pub mobile: Option<String>,
    pub telephone: Option<String>,
    pub email: Option<String>,
    pub wechat: Option<String>,
    pub is_key_person: bool,
    /// DECIDER, INFLUENCER, …
    pub influence: Option<String>,
    pub influence_note: Option<String>,
    pub birthday: Option<NaiveDate>,
    pub native_place: Option<String>,
    pub education: Option<String>,
    pub hobbies: Option<String>,
    pub family_note: Option<String>,
    pub preferences: Option<String>,
}

#[derive(Clone, Debug)]
pub struct SeedQualification {
    pub kind: String,
    pub name: String,
    pub number: Option<String>,
    pub issued_by: Option<String>,
    pub valid_from: Option<NaiveDate>,
    pub valid_until: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
pub struct SeedInteraction {
    pub occurred_at: DateTime<Utc>,
    pub by: PersonId,
    pub channel: String,
    /// Position in [`SeedClient::contacts`].
    pub with_contact: Option<usize>,
    pub summary: String,
    pub needs: Option<String>,
    pub preferences: Option<String>,
    pub next_step: Option<String>,
    pub next_on: Option<NaiveDate>,
}

#[derive(Clone, Debug)]
pub struct SeedPurchase {
    pub product: String,
    pub occurred_on: NaiveDate,
    pub amount: Amount,
    pub order_number: Option<String>,
    pub entered_at: DateTime<Utc>,
    pub by: PersonId,
}

#[derive(Clone, Debug)]
pub struct SeedComment {
    pub body: String,
    pub written_at: DateTime<Utc>,
    pub by: PersonId,
}
