//! A talk and what corrects it say nearly the same: none of them is less secret than another.
use super::entity::{Column, Entity, Model};
use super::store;
use crate::archive::entity::Model as File;
use crate::secret_items::{Marked, lift};
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};
use std::collections::VecDeque;

/// Mark those that one replaces, directly or not, and those that replace it, as it is marked.
pub async fn mark_others(work: &Work<'_>, file: &File, one: &Model) -> ApiResult<()> {
    for link in links(work, one).await?.into_iter().skip(1) {
        let link = link.marked(one.mark());
        store::save(work.db(), &link).await?;
        lift(work, file, &link).await?;
    }
    Ok(())
}

/// It first, the others in no order; a record is corrected once.
async fn links(work: &Work<'_>, one: &Model) -> Result<Vec<Model>, DbErr> {
    let (mut found, mut next) = (vec![], VecDeque::from([one.clone()]));
    while let Some(link) = next.pop_front() {
        let mut near = sea_orm::Condition::any().add(Column::CorrectsId.eq(link.id));
        if let Some(corrected) = link.corrects_id {
            near = near.add(Column::Id.eq(corrected));
        }
        found.push(link);
        let rows = Entity::find().filter(Column::ClientId.eq(one.client_id)).filter(near);
        let known = |row: &Model| found.iter().chain(&next).any(|link: &Model| link.id == row.id);
        let fresh: Vec<_> =
            rows.all(work.db()).await?.into_iter().filter(|row| !known(row)).collect();
        next.extend(fresh);
    }
    Ok(found)
}
