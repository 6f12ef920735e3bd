//! Which records exist for somebody, and where a record stands.
use crate::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Which records of a kind exist for somebody: the union of what their roles say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Reach {
    /// Every record.
    pub all: bool,
    /// Records the caller owns.
    pub own: bool,
    /// Records of these departments (subtrees are already spelled out).
    pub department_ids: BTreeSet<Uuid>,
    /// Records of these sites.
    pub site_ids: BTreeSet<Uuid>,
}

impl Reach {
    #[must_use]
    pub fn everything() -> Self {
        Self { all: true, ..Self::default() }
    }

    pub fn extend(&mut self, other: &Self) {
        self.all |= other.all;
        self.own |= other.own;
        self.department_ids.extend(&other.department_ids);
        self.site_ids.extend(&other.site_ids);
    }

    /// No wider than `limit`; what a delegation or an API key may carry. `own` survives only
    /// where both have it, since it speaks of the same person.
    #[must_use]
    pub fn within(&self, limit: &Self) -> Self {
        if limit.all {
            return self.clone();
        }
        if self.all {
            return limit.clone();
        }
        Self {
            all: false,
            own: self.own && limit.own,
            department_ids: &self.department_ids & &limit.department_ids,
            site_ids: &self.site_ids & &limit.site_ids,
        }
    }

    /// The condition on a table with these three columns; every query of a resource starts here.
    pub fn condition(
        &self,
        me: PersonId,
        owner: impl ColumnTrait,
        department: impl ColumnTrait,
        site: impl ColumnTrait,
    ) -> Condition {
        if self.all {
            return Condition::all();
        }
        let mut any = Condition::any();
        if self.own {
            any = any.add(owner.eq(me.0));
        }
        if !self.department_ids.is_empty() {
            any = any.add(department.is_in(self.department_ids.iter().copied()));
        }
        if !self.site_ids.is_empty() {
            any = any.add(site.is_in(self.site_ids.iter().copied()));
        }
        if any.is_empty() {
            // Nothing granted: a condition that no row meets.
            any = any.add(ExprTrait::eq(Expr::val(1), 0));
        }
        any.into_condition()
    }

    /// Whether one record is within reach; the same answer as [`Reach::condition`].
    #[must_use]
    pub fn covers(&self, me: PersonId, place: &Place) -> bool {
        self.all
            || (self.own && place.owner_id == Some(me))
            || place.department_id.is_some_and(|d| self.department_ids.contains(&d.0))
            || place.site_id.is_some_and(|s| self.site_ids.contains(&s.0))
    }
}

/// Where a record stands: whose it is and how secret. Audit entries and events carry it along, so
/// that they are shown to nobody who may not see the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    pub owner_id: Option<PersonId>,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    /// Confidentiality, 0 (none) to 3 (绝密).
    pub level: i16,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(departments: &[u128], own: bool) -> Reach {
        Reach {
            own,
            department_ids: departments.iter().copied().map(Uuid::from_u128).collect(),
            ..Reach::default()
        }
    }

    #[test]
    fn a_narrowed_reach_is_never_wider_than_either_side() {
        let (mine, limit) = (some(&[1, 2], true), some(&[2, 3], false));
        assert_eq!(mine.within(&limit), some(&[2], false));
        assert_eq!(mine.within(&Reach::everything()), mine);
        assert_eq!(Reach::everything().within(&limit), limit);
    }

    #[test]
    fn nothing_granted_covers_nothing() {
        let me = PersonId(Uuid::from_u128(9));
        let mine = Place { owner_id: Some(me), ..Place::default() };
        assert!(!Reach::default().covers(me, &mine));
        assert!(some(&[], true).covers(me, &mine));
    }
}
