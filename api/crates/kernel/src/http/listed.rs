//! What a list asks of the database: the rows of its page, and how many match where the caller wants
//! to know.
use super::paging::Paging;
use crate::db::count::capped;
use crate::error::ApiResult;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use uuid::Uuid;

impl Paging {
    /// The newest first: ids carry the time, and the cursor is the id of the last row.
    pub async fn newest<E: EntityTrait>(
        &self,
        db: &impl ConnectionTrait,
        matching: Select<E>,
        id: E::Column,
    ) -> ApiResult<(Vec<E::Model>, Option<u64>)> {
        let after = self.after::<Uuid>()?.map(|after| id.lt(after));
        let total = self.total(db, matching.clone()).await?;
        let page = matching.filter(Condition::all().add_option(after)).order_by_desc(id);
        Ok((page.limit(self.rows()).all(db).await?, total))
    }

    /// How many match, where the caller asked; counted no further than lists promise.
    pub async fn total<E: EntityTrait>(
        &self,
        db: &impl ConnectionTrait,
        matching: Select<E>,
    ) -> ApiResult<Option<u64>> {
        Ok(if self.wants_total() { Some(capped(db, matching).await?) } else { None })
    }
}
