//! Filters by what happened to a file, or will, at some time: subqueries that begin at the indexes on
//! those times.
use super::entity::Column;
use super::filter::ClientFilter;
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Query, SimpleExpr},
};

impl ClientFilter {
    pub(super) fn verified(&self) -> Option<SimpleExpr> {
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
    pub(super) fn moved(&self) -> Option<SimpleExpr> {
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

    /// With a paper in place that ends soon.
    pub(super) fn ending(&self) -> Option<SimpleExpr> {
        use crate::qualifications::entity::{Column as Paper, Entity as Papers};
        let day = self.qualification_ends_before?;
        let files = Query::select()
            .column(Paper::ClientId)
            .from(Papers)
            .cond_where(Paper::RemovedAt.is_null())
            .and_where(Paper::ValidUntil.lt(day))
            .to_owned();
        Some(Column::Id.in_subquery(files))
    }
}
