//! Who collects and who keys in (A-CLI-08, A-CLI-09, A-CLI-16, A-CLI-17): pure functions. The same
//! one guards an action and tells `allowed_actions`.
use super::entity::Model;
use super::kinds::SubmissionState;
use super::refusal::Refusal;
use crate::archive::entity::Model as File;
use crate::archive::{refusal, rules};
use kernel::access::{Actor, Permission, Place};

type Verdict = Result<(), Refusal>;

/// Where a submission stands while there is no file of its client.
#[must_use]
pub fn place(row: &Model) -> Place {
    Place {
        owner_id: Some(row.owner_id),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level.rank(),
    }
}

/// A-CLI-17: collecting belongs to sales; A-CLI-08: of one's own clients, or of new ones.
pub fn submit(actor: &Actor, at: &Place, file: Option<&File>) -> Verdict {
    if let Some(file) = file {
        rules::in_force(file)?;
    }
    let permission = <crate::CollectClients as Permission>::NAME;
    if actor.may(permission, at) {
        return Ok(());
    }
    let clauses = &["A-CLI-08", "A-CLI-17"];
    Err(refusal::Refusal::NotPermitted { permission, clauses }.into())
}

fn pending(row: &Model) -> Verdict {
    if row.state == SubmissionState::Pending { Ok(()) } else { Err(Refusal::Settled(row.state)) }
}

/// A-CLI-16: the information administrator keys in, and never what they collected themselves.
/// `group_buy`: of the file that would be begun (B-CRM-01).
pub fn settle(actor: &Actor, row: &Model, file: Option<&File>, group_buy: bool) -> Verdict {
    pending(row)?;
    if row.submitted_by == actor.id {
        return Err(Refusal::Own);
    }
    match file {
        Some(file) => rules::keep(actor, file)?,
        None => rules::begin(actor, group_buy, &place(row))?,
    }
    Ok(())
}

pub fn withdraw(actor: &Actor, row: &Model) -> Verdict {
    if row.submitted_by != actor.id {
        return Err(Refusal::OfAnother);
    }
    pending(row)
}

/// A-CLI-14: what was proposed against an older version is compared with the present one first.
/// Whoever did that names the version that they compared with.
pub fn compared(base: Option<i64>, current: i64, compared_with: Option<i64>) -> Verdict {
    if base == Some(current) || compared_with == Some(current) {
        return Ok(());
    }
    Err(Refusal::Conflict { current_version: current })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SubmissionId;
    use crate::archive::kinds::Level;
    use kernel::access::{Person, Reach};
    use kernel::ids::PersonId;
    use std::sync::Arc;
    use uuid::Uuid;

    fn somebody(id: u128, permissions: &[&str]) -> Actor {
        let mut actor = Actor::system([], "test");
        let held = permissions.iter().map(|it| ((*it).to_owned(), Reach::everything())).collect();
        let id = PersonId(Uuid::from_u128(id));
        let person = Person { id, permissions: held, clearance: 1, ..(*actor.person).clone() };
        actor.person = Arc::new(person);
        actor
    }

    fn submission(state: SubmissionState) -> Model {
        Model {
            id: SubmissionId(Uuid::from_u128(1)),
            client_id: None,
            client_name: "成都锦川机电设备有限公司".to_owned(),
            payload: "{}".to_owned(),
            records: None,
            note: None,
            state,
            client_version: None,
            submitted_at: chrono::DateTime::UNIX_EPOCH,
            submitted_by: PersonId(Uuid::from_u128(7)),
            decided_at: None,
            decided_by: None,
            decision_reason: None,
            owner_id: PersonId(Uuid::from_u128(7)),
            department_id: None,
            site_id: None,
            level: Level::Secret,
            version: 1,
        }
    }

    #[test]
    fn nobody_settles_what_they_collected() {
        let row = submission(SubmissionState::Pending);
        let both = somebody(7, &["client.collect", "client.maintain"]);
        assert_eq!(settle(&both, &row, None, false), Err(Refusal::Own));
        let keeper = somebody(8, &["client.maintain"]);
        assert_eq!(settle(&keeper, &row, None, false), Ok(()));
        let seller = somebody(9, &["client.collect"]);
        assert!(matches!(settle(&seller, &row, None, false), Err(Refusal::File(_))));
    }

    #[test]
    fn the_keeper_of_ordinary_files_begins_none_of_group_buy_clients() {
        let row = submission(SubmissionState::Pending);
        let keeper = somebody(8, &["client.maintain"]);
        let refused = settle(&keeper, &row, None, true).unwrap_err();
        assert_eq!(kernel::code::Coded::clauses(&refused), ["B-CRM-01"]);
    }

    #[test]
    fn what_is_settled_stays_settled() {
        let keeper = somebody(8, &["client.maintain"]);
        let submitter = somebody(7, &["client.collect"]);
        for state in
            [SubmissionState::Accepted, SubmissionState::Returned, SubmissionState::Withdrawn]
        {
            let row = submission(state);
            assert_eq!(settle(&keeper, &row, None, false), Err(Refusal::Settled(state)));
            assert_eq!(withdraw(&submitter, &row), Err(Refusal::Settled(state)));
        }
        let row = submission(SubmissionState::Pending);
        assert_eq!(withdraw(&submitter, &row), Ok(()));
        assert_eq!(withdraw(&keeper, &row), Err(Refusal::OfAnother));
    }

    #[test]
    fn a_stale_proposal_is_compared_first() {
        assert_eq!(compared(Some(3), 3, None), Ok(()));
        assert_eq!(compared(Some(3), 4, None), Err(Refusal::Conflict { current_version: 4 }));
        assert_eq!(compared(Some(3), 4, Some(4)), Ok(()));
        assert!(compared(Some(3), 5, Some(4)).is_err(), "it changed again meanwhile");
    }
}
