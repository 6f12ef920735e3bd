//! Files whose owner is no longer where the file is (A-CLI-01: each archive has a person who looks
//! after it): gone for good, or moved to another department or site. Where people are is known to
//! another area.
use super::entity::{Column, Entity};
use super::filter::ClientFilter;
use super::kinds::FileStatus;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect,
};

type Standing = (PersonId, Option<DepartmentId>, Option<SiteId>);

/// What `owner_left` and `owner_moved` ask for.
pub async fn condition(
    db: &impl ConnectionTrait,
    filter: &ClientFilter,
) -> Result<Condition, DbErr> {
    let mut all = Condition::all();
    if let Some(left) = filter.owner_left {
        let gone = identity::people::disabled(db).await?;
        let owner = Column::OwnerId;
        all = all.add(if left { owner.is_in(gone) } else { owner.is_not_in(gone) });
    }
    if let Some(wanted) = filter.owner_moved {
        let moved = moved(db).await?;
        all = all.add(if wanted { moved } else { moved.not() });
    }
    Ok(all)
}

/// Few people have files in two places, so those are told one by one.
async fn moved(db: &impl ConnectionTrait) -> Result<Condition, DbErr> {
    let standing: Vec<Standing> = Entity::find()
        .filter(Column::Status.eq(FileStatus::Active))
        .select_only()
        .columns([Column::OwnerId, Column::DepartmentId, Column::SiteId])
        .group_by(Column::OwnerId)
        .group_by(Column::DepartmentId)
        .group_by(Column::SiteId)
        .into_tuple()
        .all(db)
        .await?;
    let owners = standing.iter().map(|(owner, ..)| *owner);
    let homes = identity::people::homes(db, owners).await?;
    let elsewhere = standing.into_iter().filter(|(owner, department, site)| {
        homes.get(owner).is_some_and(|home| *home != (*department, *site))
    });
    Ok(elsewhere.fold(Condition::any(), |any, (owner, department, site)| {
        let department = match department {
            Some(id) => Column::DepartmentId.eq(id),
            None => Column::DepartmentId.is_null(),
        };
        let site = match site {
            Some(id) => Column::SiteId.eq(id),
            None => Column::SiteId.is_null(),
        };
        any.add(Condition::all().add(Column::OwnerId.eq(owner)).add(department).add(site))
    }))
}
