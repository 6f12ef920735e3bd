//! Queries on API keys.
use super::entity;
use crate::authenticator::Bearer;
use crate::ids::ApiKeyId;
use crate::people::{entity as person, kinds::PersonStatus};
use crate::rights::expand::Home;
use chrono::{DateTime, Duration, Utc};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use kernel::work::Work;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, JoinType, QueryFilter, QuerySelect, RelationDef, Select,
    sea_query::{Expr, ExprTrait},
};
use uuid::Uuid;

/// `last_used_at` is this exact; a write for every call would cost more than the call.
const USE_NOTED_EVERY: Duration = Duration::minutes(5);

/// Key, end, latest use, permissions; owner, name, department, site, password to be changed.
type Found = (
    Uuid,
    DateTime<Utc>,
    Option<DateTime<Utc>>,
    String,
    PersonId,
    String,
    Option<DepartmentId>,
    Option<SiteId>,
    bool,
);

/// The valid key with its owner, if both may act.
pub async fn bearer(
    db: &impl ConnectionTrait,
    hash: &str,
    at: DateTime<Utc>,
) -> Result<Option<Bearer>, DbErr> {
    use entity::Column as K;
    use person::Column as P;
    let owner: RelationDef =
        entity::Entity::belongs_to(person::Entity).from(K::PersonId).to(P::Id).into();
    let row = entity::Entity::find()
        .select_only()
        .columns([K::Id, K::ExpiresAt, K::LastUsedAt, K::Permissions, K::PersonId])
        .columns([P::Name, P::DepartmentId, P::SiteId, P::MustChangePassword])
        .join(JoinType::InnerJoin, owner)
        .filter(K::Hash.eq(hash))
        .filter(K::RevokedAt.is_null())
        .filter(K::ExpiresAt.gt(at))
        .filter(P::Status.eq(PersonStatus::Active))
        .into_tuple::<Found>()
        .one(db)
        .await?;
    Ok(row.map(|(id, until, used, permissions, person_id, name, department_id, site_id, must)| {
        Bearer {
            credential: id,
            until,
            person_id,
            name,
            home: Home { department_id, site_id },
            must_change_password: must,
            only: Some(crate::stored::list(&permissions)),
            note_use: used.is_none_or(|used| used < at - USE_NOTED_EVERY),
        }
    }))
}

/// Note that a key was used, beside the request: nobody waits for it, and losing one is no harm.
pub fn note_use(app: &App, key: Uuid, at: DateTime<Utc>) {
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(error) = note(&app, key, at).await {
            tracing::warn!(%error, "the use of an API key was not noted");
        }
    });
}

async fn note(app: &App, key: Uuid, at: DateTime<Utc>) -> ApiResult<()> {
    use entity::Column::{Id, LastUsedAt};
    let system = Actor::system([], "api-key-use");
    let work = Work::begin(app, &system).await?;
    entity::Entity::update_many()
        .col_expr(LastUsedAt, Expr::value(at))
        .filter(Id.eq(key))
        .filter(Condition::any().add(LastUsedAt.is_null()).add(LastUsedAt.lt(at)))
        .exec(work.db())
        .await?;
    work.commit_nothing().await.map(|_| ())
}

/// End all keys of a person.
pub async fn revoke_all(
    tx: &DatabaseTransaction,
    owner: PersonId,
    by: PersonId,
    at: DateTime<Utc>,
) -> Result<u64, DbErr> {
    use entity::Column::{PersonId as Owner, RevokeReason, RevokedAt, RevokedBy, Version};
    let revoked = entity::Entity::update_many()
        .col_expr(RevokedAt, Expr::value(at))
        .col_expr(RevokedBy, Expr::value(by))
        .col_expr(RevokeReason, Expr::value("PERSON_DISABLED"))
        .col_expr(Version, Expr::col(Version).add(1))
        .filter(Owner.eq(owner))
        .filter(RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(revoked.rows_affected)
}

/// Keys of people whom the caller reaches: every query that shows keys starts here.
pub fn visible_to(actor: &Actor) -> Select<entity::Entity> {
    use person::Column::{DepartmentId, Id, SiteId};
    let owner: RelationDef =
        entity::Entity::belongs_to(person::Entity).from(entity::Column::PersonId).to(Id).into();
    let within = actor.reach("api-key.manage").condition(actor.id, Id, DepartmentId, SiteId);
    entity::Entity::find().join(JoinType::InnerJoin, owner).filter(within)
}

pub async fn find_visible(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ApiKeyId,
) -> Result<Option<entity::Model>, DbErr> {
    visible_to(actor).filter(entity::Column::Id.eq(id)).one(db).await
}

pub async fn lock(tx: &DatabaseTransaction, id: ApiKeyId) -> Result<Option<entity::Model>, DbErr> {
    entity::Entity::find_by_id(id).lock_exclusive().one(tx).await
}

pub async fn insert(db: &impl ConnectionTrait, row: entity::Model) -> Result<(), DbErr> {
    entity::Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Write the whole row back.
pub async fn save(db: &impl ConnectionTrait, row: &entity::Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    entity::Entity::update_many().set(all).filter(entity::Column::Id.eq(row.id)).exec(db).await?;
    Ok(())
}

/// The condition on keys that are valid.
#[must_use]
pub fn valid(at: DateTime<Utc>) -> Condition {
    Condition::all().add(entity::Column::RevokedAt.is_null()).add(entity::Column::ExpiresAt.gt(at))
}
