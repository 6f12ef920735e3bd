//! What may be done to a department.
use super::entity;
use crate::codes;
use crate::rights::tree::Tree;
use kernel::access::Reach;
use kernel::code::{self, Code, Coded, Params};
use kernel::ids::DepartmentId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("department.manage is needed")]
    NotAllowed,
    #[error("the department is closed")]
    Closed,
    #[error("{people} people and {departments} departments belong to it")]
    InUse { people: u64, departments: u64 },
    #[error("it would come to stand below the mover's own department")]
    WidensOwn,
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotAllowed => code::PERMISSION_MISSING,
            Self::Closed => codes::DEPARTMENT_CLOSED,
            Self::InUse { .. } => codes::DEPARTMENT_IN_USE,
            Self::WidensOwn => codes::SELF_GRANT,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotAllowed => vec![("permission", "department.manage".to_owned())],
            Self::InUse { people, departments } => {
                vec![("people", people.to_string()), ("departments", departments.to_string())]
            }
            Self::Closed | Self::WidensOwn => vec![],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        matches!(self, Self::NotAllowed | Self::WidensOwn).then_some("department.manage")
    }
}

pub fn manage(reach: &Reach, department: DepartmentId) -> Result<(), Refusal> {
    let within = reach.all || reach.department_ids.contains(&department.0);
    if within { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// Where a department may be put: below one within reach, at the top with the whole company's.
pub fn put_below(reach: &Reach, parent: Option<DepartmentId>) -> Result<(), Refusal> {
    match parent {
        Some(parent) => manage(reach, parent),
        None if reach.all => Ok(()),
        None => Err(Refusal::NotAllowed),
    }
}

/// A closed department stays as it is: records point at it.
pub fn change(row: &entity::Model) -> Result<(), Refusal> {
    if row.closed { Err(Refusal::Closed) } else { Ok(()) }
}

/// Rights reach down the tree, so nobody may hang a foreign department below their own.
pub fn move_to(
    mover: Option<DepartmentId>,
    tree: &Tree,
    department: DepartmentId,
    parent: Option<DepartmentId>,
) -> Result<(), Refusal> {
    let (Some(mover), Some(parent)) = (mover, parent) else { return Ok(()) };
    let own = tree.subtree(mover);
    let gained = own.contains(&parent.0) && !own.contains(&department.0);
    if gained { Err(Refusal::WidensOwn) } else { Ok(()) }
}

/// `people`: active ones in it; `departments`: open ones directly below.
pub fn close(row: &entity::Model, people: u64, departments: u64) -> Result<(), Refusal> {
    change(row)?;
    if people > 0 || departments > 0 {
        return Err(Refusal::InUse { people, departments });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use uuid::Uuid;

    fn id(n: u128) -> DepartmentId {
        DepartmentId(Uuid::from_u128(n))
    }

    fn department(closed: bool) -> entity::Model {
        entity::Model {
            id: id(1),
            code: "KF".into(),
            name: "客户服务部".into(),
            sort_key: String::new(),
            parent_id: None,
            head_person_id: None,
            closed,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            version: 1,
        }
    }

    #[test]
    fn a_department_with_members_stays_open() {
        assert_eq!(close(&department(false), 0, 0), Ok(()));
        let used = Err(Refusal::InUse { people: 2, departments: 0 });
        assert_eq!(close(&department(false), 2, 0), used);
        assert!(close(&department(false), 0, 1).is_err());
        assert_eq!(close(&department(true), 0, 0), Err(Refusal::Closed));
    }

    #[test]
    fn nobody_hangs_a_foreign_department_below_their_own() {
        let tree = Tree::of([(id(1), None), (id(2), Some(id(1))), (id(3), Some(id(1)))]);
        assert_eq!(move_to(Some(id(2)), &tree, id(3), Some(id(2))), Err(Refusal::WidensOwn));
        // The head of all gains nothing; somebody outside moves freely.
        assert_eq!(move_to(Some(id(1)), &tree, id(3), Some(id(2))), Ok(()));
        assert_eq!(move_to(None, &tree, id(3), Some(id(2))), Ok(()));
    }

    #[test]
    fn only_the_whole_companys_manager_makes_a_top() {
        let some = Reach { department_ids: [id(2).0].into_iter().collect(), ..Reach::default() };
        assert_eq!(put_below(&some, Some(id(2))), Ok(()));
        assert_eq!(put_below(&some, Some(id(1))), Err(Refusal::NotAllowed));
        assert_eq!(put_below(&some, None), Err(Refusal::NotAllowed));
        assert_eq!(put_below(&Reach::everything(), None), Ok(()));
    }
}
