//! Of which kinds of notices somebody wants to be told by their webhooks.
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Table `notification_channel`, as far as webhooks ask it.
mod choice {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notification_channel")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        pub webhook: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Kinds that a person chose webhooks for; none unless they did.
pub async fn kinds(db: &impl ConnectionTrait, person: Uuid) -> Result<BTreeSet<String>, DbErr> {
    use choice::Column;
    let chosen = choice::Entity::find()
        .select_only()
        .column(Column::Kind)
        .filter(Column::PersonId.eq(person))
        .filter(Column::Webhook.eq(true));
    Ok(chosen.into_tuple::<String>().all(db).await?.into_iter().collect())
}
