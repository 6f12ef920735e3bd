//! Who may share, change and keep how many views.
use super::dto::Visibility;
use super::entity::Model;
use crate::{SAVED_VIEW_LIMIT, SAVED_VIEW_OF_ANOTHER, SAVED_VIEW_WITHOUT_TEAM, ShareViews};
use kernel::access::{Actor, Permission, Place};
use kernel::code::{Code, Coded, PERMISSION_MISSING, Params};
use kernel::ids::{DepartmentId, PersonId};
use uuid::Uuid;

/// Views of one person on one list.
pub const LIMIT: u64 = 50;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("sharing needs a permission")]
    NotShared,
    #[error("there is no department to share with")]
    WithoutTeam,
    #[error("the view is a colleague's")]
    OfAnother,
    #[error("too many views")]
    Limit,
}

impl Coded for Refused {
    fn code(&self) -> Code {
        match self {
            Self::NotShared => PERMISSION_MISSING,
            Self::WithoutTeam => SAVED_VIEW_WITHOUT_TEAM,
            Self::OfAnother => SAVED_VIEW_OF_ANOTHER,
            Self::Limit => SAVED_VIEW_LIMIT,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotShared => vec![("permission", ShareViews::NAME.to_owned())],
            Self::Limit => vec![("limit", LIMIT.to_string())],
            Self::WithoutTeam | Self::OfAnother => vec![],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        (*self == Self::NotShared).then_some(ShareViews::NAME)
    }
}

/// The department that a view is for: none when it is private; the one that it was shared with
/// before, also after its owner moved elsewhere; otherwise the caller's own.
pub fn team(
    actor: &Actor,
    wanted: Visibility,
    before: Option<&Model>,
) -> Result<Option<Uuid>, Refused> {
    if wanted == Visibility::Private {
        return Ok(None);
    }
    if !actor.holds(ShareViews::NAME) {
        return Err(Refused::NotShared);
    }
    let team = before.and_then(|view| view.department_id);
    team.or(actor.department_id.map(|id| id.0)).map(Some).ok_or(Refused::WithoutTeam)
}

/// Its owner; and of a shared one also whoever may share within that department, since a view
/// outlives its owner's stay.
pub fn change(actor: &Actor, view: &Model) -> Result<(), Refused> {
    let place = Place {
        owner_id: Some(PersonId(view.owner_id)),
        department_id: view.department_id.map(DepartmentId),
        ..Place::default()
    };
    let shared = view.visibility == Visibility::Team.as_str();
    let mine = view.owner_id == actor.id.0;
    if mine || (shared && actor.may(ShareViews::NAME, &place)) {
        Ok(())
    } else {
        Err(Refused::OfAnother)
    }
}

pub const fn one_more(have: u64) -> Result<(), Refused> {
    if have < LIMIT { Ok(()) } else { Err(Refused::Limit) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use kernel::access::{Person, Reach};
    use std::sync::Arc;

    fn person(id: u128, department: Option<u128>, share: Option<Reach>) -> Actor {
        let mut actor = Actor::system([], "test");
        let permissions = share.map(|reach| (ShareViews::NAME.to_owned(), reach));
        let person = Person {
            id: PersonId(Uuid::from_u128(id)),
            department_id: department.map(|id| DepartmentId(Uuid::from_u128(id))),
            permissions: permissions.into_iter().collect(),
            ..(*actor.person).clone()
        };
        actor.person = Arc::new(person);
        actor
    }

    fn view(visibility: Visibility, department: Option<u128>) -> Model {
        Model {
            id: Uuid::from_u128(50),
            owner_id: Uuid::from_u128(1),
            department_id: department.map(Uuid::from_u128),
            list: "clients".to_owned(),
            name: "华东大客户".to_owned(),
            visibility: visibility.as_str().to_owned(),
            query: String::new(),
            columns: "[]".to_owned(),
            created_at: DateTime::from_timestamp(0, 0).unwrap(),
            updated_at: DateTime::from_timestamp(0, 0).unwrap(),
            version: 1,
        }
    }

    fn own() -> Option<Reach> {
        Some(Reach { own: true, ..Reach::default() })
    }

    #[test]
    fn sharing_needs_the_right_and_a_department() {
        let team_of = |actor| team(&actor, Visibility::Team, None);
        assert_eq!(team_of(person(1, Some(7), own())), Ok(Some(Uuid::from_u128(7))));
        assert_eq!(team_of(person(1, Some(7), None)), Err(Refused::NotShared));
        assert_eq!(team_of(person(1, None, own())), Err(Refused::WithoutTeam));
        assert_eq!(team(&person(1, None, None), Visibility::Private, None), Ok(None));
    }

    #[test]
    fn a_shared_view_stays_with_its_department() {
        let moved = person(1, Some(8), own());
        let shared = view(Visibility::Team, Some(7));
        let team = team(&moved, Visibility::Team, Some(&shared));
        assert_eq!(team, Ok(Some(Uuid::from_u128(7))));
    }

    #[test]
    fn a_colleagues_view_is_changed_only_by_who_may_share_in_its_department() {
        let (private, shared) = (view(Visibility::Private, None), view(Visibility::Team, Some(7)));
        let here = Reach { department_ids: [Uuid::from_u128(7)].into(), ..Reach::default() };
        let elsewhere = Reach { department_ids: [Uuid::from_u128(8)].into(), ..Reach::default() };
        assert_eq!(change(&person(1, None, None), &private), Ok(()));
        assert_eq!(change(&person(2, Some(7), own()), &shared), Err(Refused::OfAnother));
        assert_eq!(change(&person(2, Some(7), Some(here.clone())), &shared), Ok(()));
        assert_eq!(change(&person(2, Some(7), Some(elsewhere)), &shared), Err(Refused::OfAnother));
        assert_eq!(change(&person(2, Some(7), Some(here)), &private), Err(Refused::OfAnother));
    }

    #[test]
    fn nobody_keeps_views_without_end() {
        assert_eq!(one_more(LIMIT - 1), Ok(()));
        assert_eq!(one_more(LIMIT), Err(Refused::Limit));
    }
}
