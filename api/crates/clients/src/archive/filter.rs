//! Which files, in which order.
use super::entity::Column;
pub use super::filter_choices::{Blank, Move, Surveyed};
use super::kinds::{ClientKind, ClientState, FileStatus, Inferior, Level, Tier};
use super::path::Part;
pub use super::sort::{ClientOrder, ClientSort};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{
    ColumnTrait, Condition, Value,
    sea_query::{ExprTrait, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
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
    /// Existing, in the making or potential; several widen.
    #[serde(default)]
    pub state: Vec<ClientState>,
    /// Of one of these tiers.
    #[serde(default)]
    pub tier: Vec<Tier>,
    /// Of one of these kinds.
    #[serde(default)]
    pub kind: Vec<ClientKind>,
    /// Group-buy clients alone, or all others.
    pub group_buy: Option<bool>,
    /// At one of these levels of confidentiality.
    #[serde(default)]
    pub level: Vec<Level>,
    /// At a level whose term ends before this day (A-SEC-07); never a declassified one.
    pub level_until_before: Option<NaiveDate>,
    /// At a level whose term ends on this day or later.
    pub level_until_after: Option<NaiveDate>,
    /// Looked after by one of these people.
    #[serde(default)]
    #[param(max_items = 100)]
    #[validate(length(max = 100))]
    pub owner_id: Vec<PersonId>,
    /// Looked after by somebody who has left, or by nobody who has.
    pub owner_left: Option<bool>,
    /// Looked after by somebody who has moved to another department or site since, or by nobody who
    /// has.
    pub owner_moved: Option<bool>,
    /// Of one of these departments.
    #[serde(default)]
    #[param(max_items = 100)]
    #[validate(length(max = 100))]
    pub department_id: Vec<DepartmentId>,
    /// Of one of these sites.
    #[serde(default)]
    #[param(max_items = 100)]
    #[validate(length(max = 100))]
    pub site_id: Vec<SiteId>,
    /// Of one of these industries.
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
    /// At most so complete, in percent.
    #[param(minimum = 0, maximum = 100)]
    #[validate(range(min = 0, max = 100))]
    pub completeness_max: Option<i16>,
    /// Due earlier than this day (A-CLI-10).
    pub verification_due_before: Option<NaiveDate>,
    /// Due on this day or later.
    pub verification_due_after: Option<NaiveDate>,
    /// Where the report of an inferior client stands.
    #[serde(default)]
    pub inferior: Vec<Inferior>,
    /// ACTIVE where none is named.
    #[serde(default)]
    pub status: Vec<FileStatus>,
    /// Never contacted, or not since this time (B-CRM-07, B-CRM-08, B-CRM-09).
    pub last_contact_before: Option<DateTime<Utc>>,
    /// With a qualification in place that ends before this day.
    pub qualification_ends_before: Option<NaiveDate>,
    /// At this time or later.
    pub created_after: Option<DateTime<Utc>>,
    /// Earlier than this time.
    pub created_before: Option<DateTime<Utc>>,
    /// At this time or later.
    pub updated_after: Option<DateTime<Utc>>,
    /// Earlier than this time.
    pub updated_before: Option<DateTime<Utc>>,
    /// Last supplemented or adjusted earlier than this time (A-CLI-11).
    pub supplemented_before: Option<DateTime<Utc>>,
    /// Written exactly so.
    #[serde(default)]
    #[param(max_items = 50)]
    #[validate(length(max = 50), custom(function = "regions"))]
    pub region: Vec<String>,
    /// Nothing is written in any of these.
    #[serde(default)]
    #[param(inline)]
    pub without: Vec<Blank>,
    /// Employees, inclusive; a file that does not say has none.
    #[param(minimum = 0)]
    #[validate(range(min = 0))]
    pub employees_min: Option<i32>,
    /// At most so many employees.
    #[param(minimum = 0)]
    #[validate(range(min = 0))]
    pub employees_max: Option<i32>,
    /// Something is written in each of these (A-CLI-20).
    #[serde(default)]
    #[param(inline)]
    pub surveyed: Vec<Surveyed>,
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

fn any_of<V: Into<Value> + Clone>(parts: &mut Vec<Part>, column: Column, values: &[V]) {
    if !values.is_empty() {
        let condition = Condition::all().add(column.is_in(values.iter().cloned()));
        parts.push(Part::values(column, values.len(), condition));
    }
}

/// A client never talked to waits since their file was begun.
fn not_since(time: DateTime<Utc>) -> Condition {
    let never =
        Condition::all().add(Column::LastContactAt.is_null()).add(Column::CreatedAt.lt(time));
    Condition::any().add(never).add(Column::LastContactAt.lt(time))
}

impl ClientFilter {
    /// What is to be searched for.
    #[must_use]
    pub fn typed(&self) -> Option<&str> {
        self.q.as_deref().filter(|q| !q.trim().is_empty())
    }

    /// Everything but `q`, which the search index answers, and where the owner is now (`super::owner_away`).
    #[must_use]
    pub fn condition(&self) -> Condition {
        self.parts().into_iter().fold(Condition::all(), |all, part| all.add(part.condition()))
    }

    /// The same, filter by filter.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let mut parts = self.choices();
        let mut range = |column: Column, from: Option<SimpleExpr>, to: Option<SimpleExpr>| {
            if from.is_some() || to.is_some() {
                let both = Condition::all().add_option(from).add_option(to);
                parts.push(Part::range(column, both));
            }
        };
        let column = Column::Completeness;
        let (from, to) = (self.completeness_min, self.completeness_max);
        range(column, from.map(|from| column.gte(from)), to.map(|to| column.lte(to)));
        let column = Column::VerificationDueOn;
        let (from, to) = (self.verification_due_after, self.verification_due_before);
        range(column, from.map(|from| column.gte(from)), to.map(|to| column.lt(to)));
        let column = Column::LevelUntil;
        let (from, to) = (self.level_until_after, self.level_until_before);
        let runs = Column::Level.is_in(Level::THREE);
        let to = to.map(|to| column.lt(to).and(runs.clone()));
        range(column, from.map(|from| column.gte(from).and(runs)), to);
        let column = Column::CreatedAt;
        let (from, to) = (self.created_after, self.created_before);
        range(column, from.map(|from| column.gte(from)), to.map(|to| column.lt(to)));
        let column = Column::UpdatedAt;
        let (from, to) = (self.updated_after, self.updated_before);
        range(column, from.map(|from| column.gte(from)), to.map(|to| column.lt(to)));
        let column = Column::SupplementedAt;
        range(column, None, self.supplemented_before.map(|to| column.lt(to)));
        let column = Column::Employees;
        let (from, to) = (self.employees_min, self.employees_max);
        range(column, from.map(|from| column.gte(from)), to.map(|to| column.lte(to)));
        let blank = self.without.iter().map(|blank| blank.condition());
        let surveyed = self.surveyed.iter().map(|it| Column::Demand.like(it.stored()));
        let rest = blank.chain(surveyed).fold(Condition::all(), Condition::add);
        let rest = rest.add_option(self.verified()).add_option(self.moved());
        let rest = rest.add_option(self.ending());
        let rest = rest.add_option(self.group_buy.map(|yes| Column::GroupBuy.eq(yes)));
        let rest = rest.add_option(self.compliant.map(|yes| Column::Compliant.eq(yes)));
        parts.push(Part::plain(rest.add_option(self.last_contact_before.map(not_since))));
        parts
    }

    /// Those with a list of values; in the order in which their indexes are preferred.
    fn choices(&self) -> Vec<Part> {
        let status = if self.status.is_empty() { &[FileStatus::Active][..] } else { &self.status };
        let mut parts = vec![];
        any_of(&mut parts, Column::OwnerId, &self.owner_id);
        any_of(&mut parts, Column::Inferior, &self.inferior);
        any_of(&mut parts, Column::Industry, &self.industry);
        any_of(&mut parts, Column::DepartmentId, &self.department_id);
        any_of(&mut parts, Column::SiteId, &self.site_id);
        any_of(&mut parts, Column::Tier, &self.tier);
        any_of(&mut parts, Column::Status, status);
        any_of(&mut parts, Column::State, &self.state);
        any_of(&mut parts, Column::Kind, &self.kind);
        any_of(&mut parts, Column::Level, &self.level);
        any_of(&mut parts, Column::Region, &self.region);
        parts
    }
}
