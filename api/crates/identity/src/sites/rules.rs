//! What may be done to a site.
use super::entity;
use crate::codes;
use kernel::access::Reach;
use kernel::code::{self, Code, Coded, Params};
use kernel::ids::SiteId;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("site.manage is needed")]
    NotAllowed,
    #[error("the site is closed")]
    Closed,
    #[error("{0} people work at the site")]
    InUse(u64),
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotAllowed => code::PERMISSION_MISSING,
            Self::Closed => codes::SITE_CLOSED,
            Self::InUse(_) => codes::SITE_IN_USE,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::NotAllowed => vec![("permission", "site.manage".to_owned())],
            Self::Closed => vec![],
            Self::InUse(people) => vec![("people", people.to_string())],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        (*self == Self::NotAllowed).then_some("site.manage")
    }
}

/// A site is within reach by itself or with all.
pub fn manage(reach: &Reach, site: SiteId) -> Result<(), Refusal> {
    let within = reach.all || reach.site_ids.contains(&site.0);
    if within { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// A new site stands in nobody's reach but the whole company's.
pub fn create(reach: &Reach) -> Result<(), Refusal> {
    if reach.all { Ok(()) } else { Err(Refusal::NotAllowed) }
}

/// A closed site stays as it is: records point at it.
pub fn change(row: &entity::Model) -> Result<(), Refusal> {
    if row.closed { Err(Refusal::Closed) } else { Ok(()) }
}

/// `people`: how many active ones work there.
pub fn close(row: &entity::Model, people: u64) -> Result<(), Refusal> {
    change(row)?;
    if people > 0 { Err(Refusal::InUse(people)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use uuid::Uuid;

    fn site(closed: bool) -> entity::Model {
        entity::Model {
            id: SiteId(Uuid::from_u128(1)),
            code: "CD-01".into(),
            name: "成都总部".into(),
            sort_key: String::new(),
            address: None,
            telephone: None,
            closed,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            version: 1,
        }
    }

    #[test]
    fn a_site_with_people_stays_open() {
        assert_eq!(close(&site(false), 0), Ok(()));
        assert_eq!(close(&site(false), 3), Err(Refusal::InUse(3)));
        assert_eq!(close(&site(true), 0), Err(Refusal::Closed));
    }

    #[test]
    fn a_site_manager_reaches_their_sites_alone() {
        let reach =
            Reach { site_ids: [Uuid::from_u128(1)].into_iter().collect(), ..Reach::default() };
        assert_eq!(manage(&reach, SiteId(Uuid::from_u128(1))), Ok(()));
        assert_eq!(manage(&reach, SiteId(Uuid::from_u128(2))), Err(Refusal::NotAllowed));
        assert_eq!(create(&reach), Err(Refusal::NotAllowed));
        assert_eq!(create(&Reach::everything()), Ok(()));
    }
}
