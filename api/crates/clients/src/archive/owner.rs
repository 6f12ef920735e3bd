//! Who may own a file.
use super::rules::Fitness;
use chrono::{DateTime, Utc};
use identity::people::who_may;
use kernel::access::{Actor, Permission, Place};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::ConnectionTrait;

/// Somebody who works here and may own files.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    pub id: PersonId,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
}

impl Owner {
    /// Where a file of theirs stands.
    #[must_use]
    pub const fn place(&self, level: i16) -> Place {
        Place {
            owner_id: Some(self.id),
            department_id: self.department_id,
            site_id: self.site_id,
            level,
        }
    }
}

/// The person, if they are still active and the caller may read them; a wrong `/owner_id` otherwise.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: PersonId) -> ApiResult<Owner> {
    let person = identity::people::nameable(db, actor, id).await?;
    let person = person.ok_or_else(|| ApiError::field("/owner_id", field::UNKNOWN_REFERENCE))?;
    Ok(Owner { id, department_id: person.department_id, site_id: person.site_id })
}

/// What they may do with a file that stands there (B-CRM-07, B-CRM-08).
pub async fn fitness(
    db: &impl ConnectionTrait,
    id: PersonId,
    place: &Place,
    at: DateTime<Utc>,
) -> ApiResult<Fitness> {
    Ok(Fitness {
        reads: may::<crate::ReadClients>(db, id, place, at).await?,
        key: may::<crate::MaintainKeyClients>(db, id, place, at).await?,
        general: may::<crate::FollowUpClients>(db, id, place, at).await?,
    })
}

async fn may<P: Permission>(
    db: &impl ConnectionTrait,
    id: PersonId,
    place: &Place,
    at: DateTime<Utc>,
) -> ApiResult<bool> {
    Ok(who_may(db, &[id], P::NAME, place, at).await?.contains(&id))
}
