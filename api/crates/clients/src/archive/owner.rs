//! Who may own a file.
use super::rules::Fitness;
use chrono::{DateTime, Utc};
use identity::people::{PersonStatus, holds};
use kernel::access::Permission;
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

/// The person, if they are still active; a wrong `/owner_id` otherwise.
pub async fn find(db: &impl ConnectionTrait, id: PersonId) -> ApiResult<Owner> {
    let person = identity::people::find(db, id).await?;
    let person = person.filter(|person| person.status == PersonStatus::Active);
    let person = person.ok_or_else(|| ApiError::field("/owner_id", field::UNKNOWN_REFERENCE))?;
    Ok(Owner { id, department_id: person.department_id, site_id: person.site_id })
}

/// What they may look after (B-CRM-07, B-CRM-08).
pub async fn fitness(
    db: &impl ConnectionTrait,
    id: PersonId,
    at: DateTime<Utc>,
) -> ApiResult<Fitness> {
    Ok(Fitness {
        key: holds(db, id, crate::MaintainKeyClients::NAME, at).await?,
        general: holds(db, id, crate::FollowUpClients::NAME, at).await?,
    })
}
