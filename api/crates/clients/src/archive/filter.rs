//! Which files, in which order.
use super::entity::Column;
use super::kinds::{ClientKind, ClientState, FileStatus, Inferior, Level, Tier};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{
    ColumnTrait, Condition, Value,
    sea_query::{Query, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Filters of the list; export, bulk actions and saved views take the same.
#[derive(Clone, Debug, Default, Serialize, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ClientFilter {
    /// Words, one or two characters, pinyin, initials, numbers: name, contacts, number, credit
    /// code, telephone, address, industry, tags.
    #[param(max_length = 100, example = "锦川")]
    #[validate(length(max = 100), custom(function = "crate::checks::blank_line"))]
    pub q: Option<String>,
    #[serde(default)]
    pub state: Vec<ClientState>,
    #[serde(default)]
    pub tier: Vec<Tier>,
    #[serde(default)]
    pub kind: Vec<ClientKind>,
    pub group_buy: Option<bool>,
    #[serde(default)]
    pub level: Vec<Level>,
    #[serde(default)]
    #[param(max_items = 100)]
    #[validate(length(max = 100))]
    pub owner_id: Vec<PersonId>,
    #[serde(default)]
    #[param(max_items = 100)]
    #[validate(length(max = 100))]
    pub department_id: Vec<DepartmentId>,
    #[serde(default)]
    #[param(max_items = 100)]
    #[validate(length(max = 100))]
    pub site_id: Vec<SiteId>,
    #[serde(default)]
    #[param(max_items = 50)]
    #[validate(length(max = 50), custom(function = "industries"))]
    pub industry: Vec<String>,
    /// The basic archive is complete (A-CLI-02).
    pub compliant: Option<bool>,
    /// Percent, inclusive.
    #[param(minimum = 0, maximum = 100)]
    #[validate(range(min = 0, max = 100))]
    pub completeness_min: Option<i16>,
    #[param(minimum = 0, maximum = 100)]
    #[validate(range(min = 0, max = 100))]
    pub completeness_max: Option<i16>,
    /// Due earlier than this day (A-CLI-10).
    pub verification_due_before: Option<NaiveDate>,
    /// Due on this day or later.
    pub verification_due_after: Option<NaiveDate>,
    #[serde(default)]
    pub inferior: Vec<Inferior>,
    /// ACTIVE where none is named.
    #[serde(default)]
    pub status: Vec<FileStatus>,
    /// Never contacted, or not since this time (B-CRM-07, B-CRM-08, B-CRM-09).
    pub last_contact_before: Option<DateTime<Utc>>,
    /// At this time or later.
    pub created_after: Option<DateTime<Utc>>,
    /// Earlier than this time.
    pub created_before: Option<DateTime<Utc>>,
    /// At this time or later.
    pub updated_after: Option<DateTime<Utc>>,
    /// Earlier than this time.
    pub updated_before: Option<DateTime<Utc>>,
    /// Written exactly so.
    #[serde(default)]
    #[param(max_items = 50)]
    #[validate(length(max = 50), custom(function = "regions"))]
    pub region: Vec<String>,
    /// Nothing is written in any of these.
    #[serde(default)]
    #[param(inline)]
    pub without: Vec<Blank>,
    /// Verified (A-CLI-10) at this time or later.
    pub verified_after: Option<DateTime<Utc>>,
    /// Verified earlier than this time; with `verified_after`: at some time between the two.
    pub verified_before: Option<DateTime<Utc>>,
    /// Moved so between two states (A-CLI-30).
    #[param(inline)]
    pub moved: Option<Move>,
    /// Moved at this time or later.
    pub moved_after: Option<DateTime<Utc>>,
    /// Moved earlier than this time.
    pub moved_before: Option<DateTime<Utc>>,
}

/// A field that may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Blank {
    Industry,
    Region,
    Department,
}

impl Blank {
    const fn column(self) -> Column {
        match self {
            Self::Industry => Column::Industry,
            Self::Region => Column::Region,
            Self::Department => Column::DepartmentId,
        }
    }
}

/// A step between two states (A-CLI-29, A-CLI-30).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Move {
    /// A potential client is in the making.
    Advanced,
    /// A client in the making has become one.
    Won,
    /// A client is only in the making again.
    Lost,
    /// A client in the making is only a potential one again.
    Dropped,
}

impl Move {
    /// As the trail tells it.
    const fn told(self) -> &'static str {
        match self {
            Self::Advanced => r#"%"state":["POTENTIAL","IN_THE_MAKING"]%"#,
            Self::Won => r#"%"state":["IN_THE_MAKING","EXISTING"]%"#,
            Self::Lost => r#"%"state":["EXISTING","IN_THE_MAKING"]%"#,
            Self::Dropped => r#"%"state":["IN_THE_MAKING","POTENTIAL"]%"#,
        }
    }
}

fn industries(list: &[String]) -> Result<(), validator::ValidationError> {
    if list.iter().any(|name| name.chars().count() > 60) {
        return Err(validator::ValidationError::new("LENGTH"));
    }
    list.iter().try_for_each(|name| crate::checks::blank_line(name))
}

fn regions(list: &[String]) -> Result<(), validator::ValidationError> {
    if list.iter().any(|name| name.chars().count() > 100) {
        return Err(validator::ValidationError::new("LENGTH"));
    }
    list.iter().try_for_each(|name| crate::checks::blank_line(name))
}

fn any_of<V: Into<Value> + Clone>(all: Condition, column: Column, values: &[V]) -> Condition {
    if values.is_empty() { all } else { all.add(column.is_in(values.iter().cloned())) }
}

fn not_since(time: DateTime<Utc>) -> Condition {
    Condition::any().add(Column::LastContactAt.is_null()).add(Column::LastContactAt.lt(time))
}

impl ClientFilter {
    /// Everything but `q`, which the search index answers.
    #[must_use]
    pub fn condition(&self) -> Condition {
        let status = if self.status.is_empty() { &[FileStatus::Active][..] } else { &self.status };
        let mut all = any_of(Condition::all(), Column::Status, status);
        all = any_of(all, Column::State, &self.state);
        all = any_of(all, Column::Tier, &self.tier);
        all = any_of(all, Column::Kind, &self.kind);
        all = any_of(all, Column::Level, &self.level);
        all = any_of(all, Column::OwnerId, &self.owner_id);
        all = any_of(all, Column::DepartmentId, &self.department_id);
        all = any_of(all, Column::SiteId, &self.site_id);
        all = any_of(all, Column::Industry, &self.industry);
        all = any_of(all, Column::Inferior, &self.inferior);
        all = any_of(all, Column::Region, &self.region);
        all = self.without.iter().fold(all, |all, blank| all.add(blank.column().is_null()));
        all = all.add_option(self.verified()).add_option(self.moved());
        all.add_option(self.group_buy.map(|yes| Column::GroupBuy.eq(yes)))
            .add_option(self.compliant.map(|yes| Column::Compliant.eq(yes)))
            .add_option(self.completeness_min.map(|least| Column::Completeness.gte(least)))
            .add_option(self.completeness_max.map(|most| Column::Completeness.lte(most)))
            .add_option(self.verification_due_before.map(|day| Column::VerificationDueOn.lt(day)))
            .add_option(self.verification_due_after.map(|day| Column::VerificationDueOn.gte(day)))
            .add_option(self.last_contact_before.map(not_since))
            .add_option(self.created_after.map(|time| Column::CreatedAt.gte(time)))
            .add_option(self.created_before.map(|time| Column::CreatedAt.lt(time)))
            .add_option(self.updated_after.map(|time| Column::UpdatedAt.gte(time)))
            .add_option(self.updated_before.map(|time| Column::UpdatedAt.lt(time)))
    }
}

/// What happened to a file at some time; the subqueries begin at the indexes on those times.
impl ClientFilter {
    fn verified(&self) -> Option<SimpleExpr> {
        use super::verification_entity::{Column as Verification, Entity as Verifications};
        let (after, before) = (self.verified_after, self.verified_before);
        after.or(before)?;
        let between = Condition::all()
            .add_option(after.map(|time| Verification::VerifiedAt.gte(time)))
            .add_option(before.map(|time| Verification::VerifiedAt.lt(time)));
        let files = Query::select()
            .column(Verification::ClientId)
            .from(Verifications)
            .cond_where(between)
            .to_owned();
        Some(Column::Id.in_subquery(files))
    }

    /// The trail alone knows when a state changed.
    fn moved(&self) -> Option<SimpleExpr> {
        use kernel::audit::entry::{Column as Entry, Entity as Entries};
        let (after, before) = (self.moved_after, self.moved_before);
        if self.moved.is_none() {
            after.or(before)?;
        }
        let such = Condition::all()
            .add(Entry::Action.eq("client.state-changed"))
            .add_option(self.moved.map(|step| Entry::Changes.like(step.told())))
            .add_option(after.map(|time| Entry::OccurredAt.gte(time)))
            .add_option(before.map(|time| Entry::OccurredAt.lt(time)));
        let files =
            Query::select().column(Entry::ResourceId).from(Entries).cond_where(such).to_owned();
        Some(Column::Id.in_subquery(files))
    }
}

/// The order of the list; `-` begins with the greatest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum ClientSort {
    #[serde(rename = "number")]
    Number,
    #[serde(rename = "-number")]
    NumberDown,
    #[serde(rename = "name")]
    Name,
    #[serde(rename = "-name")]
    NameDown,
    #[serde(rename = "updated_at")]
    UpdatedAt,
    #[default]
    #[serde(rename = "-updated_at")]
    UpdatedAtDown,
    #[serde(rename = "created_at")]
    CreatedAt,
    #[serde(rename = "-created_at")]
    CreatedAtDown,
    #[serde(rename = "completeness")]
    Completeness,
    #[serde(rename = "-completeness")]
    CompletenessDown,
    #[serde(rename = "verification_due_on")]
    VerificationDueOn,
    #[serde(rename = "-verification_due_on")]
    VerificationDueOnDown,
}

impl ClientSort {
    /// The column, and whether the greatest comes first.
    #[must_use]
    pub const fn column(self) -> (Column, bool) {
        match self {
            Self::Number => (Column::Number, false),
            Self::NumberDown => (Column::Number, true),
            Self::Name => (Column::SortKey, false),
            Self::NameDown => (Column::SortKey, true),
            Self::UpdatedAt => (Column::UpdatedAt, false),
            Self::UpdatedAtDown => (Column::UpdatedAt, true),
            Self::CreatedAt => (Column::CreatedAt, false),
            Self::CreatedAtDown => (Column::CreatedAt, true),
            Self::Completeness => (Column::Completeness, false),
            Self::CompletenessDown => (Column::Completeness, true),
            Self::VerificationDueOn => (Column::VerificationDueOn, false),
            Self::VerificationDueOnDown => (Column::VerificationDueOn, true),
        }
    }
}

/// `sort` of the list.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ClientOrder {
    /// `-updated_at` where none is named.
    #[param(inline)]
    pub sort: Option<ClientSort>,
}
