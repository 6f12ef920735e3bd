//! What can be asked of obligations.
use super::entity::Column;
use super::kinds::{ObligationState, Whose};
use super::source::Obligations;
use super::store;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::Actor;
use kernel::ids::{DepartmentId, PersonId};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Which obligations.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ObligationFilter {
    /// The caller's own, those of the people below them, or all that they may see; all where not given.
    #[param(inline)]
    pub whose: Option<Whose>,
    /// In one of these states; open where none is given.
    #[serde(default)]
    pub state: Vec<ObligationState>,
    /// Of one of these kinds.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[param(max_items = 50)]
    pub kind: Vec<String>,
    /// From this rule.
    #[validate(length(max = 20))]
    #[param(max_length = 20, example = "A-CLI-10")]
    pub clause: Option<String>,
    /// Due of this person.
    pub person_id: Option<PersonId>,
    /// About a record of this department.
    pub department_id: Option<DepartmentId>,
    /// Nobody's in particular, or somebody's.
    pub common: Option<bool>,
    /// About this record.
    pub subject_id: Option<Uuid>,
    /// Due on this day of the company or later.
    pub due_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    pub due_to: Option<NaiveDate>,
    /// Open, and its moment has passed, or not.
    pub overdue: Option<bool>,
    /// Fulfilled after its moment, or in time.
    pub late: Option<bool>,
    /// Escalated to at least one superior, or to none.
    pub escalated: Option<bool>,
}

/// The order of the list; `-` begins with the latest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub enum ObligationSort {
    #[default]
    #[serde(rename = "due_at")]
    DueAt,
    #[serde(rename = "-due_at")]
    DueAtDown,
}

/// `sort` of the list.
#[derive(Clone, Copy, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ObligationOrder {
    /// By when it is due.
    #[param(inline)]
    pub sort: Option<ObligationSort>,
}

impl ObligationFilter {
    /// The condition that it is on what somebody may see.
    pub async fn condition(
        &self,
        db: &impl ConnectionTrait,
        obligations: &Obligations,
        actor: &Actor,
        at: DateTime<Utc>,
    ) -> Result<Condition, DbErr> {
        let open = [ObligationState::Open];
        let states = if self.state.is_empty() { &open[..] } else { &self.state[..] };
        let late = |late: bool| {
            let fulfilled = Column::State.eq(ObligationState::Fulfilled);
            Condition::all().add(fulfilled).add(Column::Late.eq(late))
        };
        let overdue = |over: bool| {
            let open = Column::State.eq(ObligationState::Open);
            let passed = if over { Column::DueAt.lt(at) } else { Column::DueAt.gte(at) };
            Condition::all().add(open).add(passed)
        };
        let common = |common: bool| {
            if common { Column::PersonId.is_null() } else { Column::PersonId.is_not_null() }
        };
        let escalated = |up: bool| {
            if up { Column::Escalations.gt(0) } else { Column::Escalations.eq(0) }
        };
        Ok(Condition::all()
            .add(self.whose(db, obligations, actor).await?)
            .add(Column::State.is_in(states.iter().copied()))
            .add_option(self.kinds(obligations))
            .add_option(self.person_id.map(|id| Column::PersonId.eq(id)))
            .add_option(self.department_id.map(|id| Column::DepartmentId.eq(id)))
            .add_option(self.common.map(common))
            .add_option(self.subject_id.map(|id| Column::SubjectId.eq(id)))
            .add_option(self.due_from.map(|day| Column::DueOn.gte(day)))
            .add_option(self.due_to.map(|day| Column::DueOn.lte(day)))
            .add_option(self.overdue.map(overdue))
            .add_option(self.late.map(late))
            .add_option(self.escalated.map(escalated)))
    }

    /// The kinds asked for, also by the rule they come from.
    fn kinds(&self, obligations: &Obligations) -> Option<Condition> {
        let named = (!self.kind.is_empty()).then(|| Column::Kind.is_in(&self.kind));
        let of_rule = self.clause.as_ref().map(|clause| {
            let kinds = obligations.kinds().map(|(kind, _)| kind);
            let from = kinds.filter(|kind| kind.clauses.contains(&clause.as_str()));
            Column::Kind.is_in(from.map(|kind| kind.code))
        });
        let none = named.is_none() && of_rule.is_none();
        (!none).then(|| Condition::all().add_option(named).add_option(of_rule))
    }

    async fn whose(
        &self,
        db: &impl ConnectionTrait,
        obligations: &Obligations,
        actor: &Actor,
    ) -> Result<Condition, DbErr> {
        Ok(match self.whose.unwrap_or_default() {
            Whose::All => Condition::all(),
            Whose::Mine => store::mine(obligations, actor),
            Whose::Team => {
                let below = identity::people::below(db, actor.id).await?;
                Condition::any()
                    .add(Column::PersonId.is_in(below))
                    .add(store::escalated_to(actor.id))
            }
        })
    }
}
