//! `Idempotency-Key`: the record lives in the transaction of the effect. The key is reserved at the
//! start of the work (a second request with it waits for the first on the unique index) and holds
//! the answer from the commit on.
use crate::access::{Actor, RequestInfo};
use crate::code;
use crate::error::{ApiError, ApiResult};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload, http::StatusCode,
};
use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};
use std::future::{Ready, ready};
use uuid::Uuid;

/// Table `idempotency_record`.
pub mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "idempotency_record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub principal_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub fingerprint: String,
        pub created_at: DateTimeUtc,
        /// Null while the work runs; a reader never sees it so, since the work is one transaction.
        pub status: Option<i16>,
        #[sea_orm(column_type = "Text", nullable)]
        pub body: Option<String>,
        pub version: Option<i64>,
        pub location: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// In the signature of an operation that draws a number (`x-keyed` in the document): without a key a
/// retry would draw a second one.
#[derive(Clone, Copy, Debug)]
pub struct Keyed;

impl FromRequest for Keyed {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let extensions = request.extensions();
        let key = extensions.get::<RequestInfo>().and_then(|info| info.idempotency_key.as_ref());
        ready(key.map(|_| Self).ok_or_else(|| code::IDEMPOTENCY_KEY_REQUIRED.into()))
    }
}

/// Longest key.
pub const KEY_LIMIT: usize = 100;

/// The first answer to a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub status: u16,
    pub body: String,
    pub version: Option<i64>,
    pub location: Option<String>,
}

impl Stored {
    #[must_use]
    pub fn response(&self) -> HttpResponse {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let mut response = HttpResponse::build(status);
        response.insert_header(("Idempotent-Replayed", "true"));
        response.insert_header(("Cache-Control", "no-store"));
        if let Some(version) = self.version {
            response.insert_header(("ETag", format!("\"{version}\"")));
        }
        if let Some(place) = &self.location {
            response.insert_header(("Location", format!("/api/v1{place}")));
        }
        if status == StatusCode::NO_CONTENT {
            return response.finish();
        }
        response.content_type("application/json").body(self.body.clone())
    }
}

/// Reserve the caller's key. Answers the stored reply as an error, so that `?` sends it.
pub async fn reserve(tx: &DatabaseTransaction, actor: &Actor, at: DateTime<Utc>) -> ApiResult<()> {
    let Some(key) = &actor.request.idempotency_key else { return Ok(()) };
    let fingerprint = actor.request.fingerprint();
    let row = entity::ActiveModel {
        principal_id: Set(actor.id.0),
        key: Set(key.clone()),
        fingerprint: Set(fingerprint.clone()),
        created_at: Set(at),
        status: Set(None),
        body: Set(None),
        version: Set(None),
        location: Set(None),
    };
    let nothing = OnConflict::columns([entity::Column::PrincipalId, entity::Column::Key])
        .do_nothing()
        .to_owned();
    let inserted =
        entity::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await?;
    if inserted == 1 {
        return Ok(());
    }
    let found = entity::Entity::find_by_id((actor.id.0, key.clone())).one(tx).await?;
    let Some(found) = found else { return Err(code::IDEMPOTENCY_IN_FLIGHT.into()) };
    if found.fingerprint != fingerprint {
        return Err(code::IDEMPOTENCY_MISMATCH.into());
    }
    let status =
        found.status.and_then(|s| u16::try_from(s).ok()).ok_or(code::IDEMPOTENCY_IN_FLIGHT)?;
    Err(ApiError::Replay(Stored {
        status,
        body: found.body.unwrap_or_default(),
        version: found.version,
        location: found.location,
    }))
}

/// Keep the answer with the key.
pub async fn keep(tx: &DatabaseTransaction, actor: &Actor, answer: Stored) -> ApiResult<()> {
    let Some(key) = &actor.request.idempotency_key else { return Ok(()) };
    let row = entity::ActiveModel {
        principal_id: Set(actor.id.0),
        key: Set(key.clone()),
        status: Set(i16::try_from(answer.status).ok()),
        body: Set(Some(answer.body)),
        version: Set(answer.version),
        location: Set(answer.location),
        ..entity::ActiveModel::default()
    };
    entity::Entity::update_many()
        .set(row)
        .filter(entity::Column::PrincipalId.eq(actor.id.0))
        .filter(entity::Column::Key.eq(key.clone()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Let go of answers that name some records, which were destroyed (A-BOR-06): a request that comes again is
/// answered by what is there now.
pub async fn forget_about(tx: &DatabaseTransaction, records: &[Uuid]) -> Result<u64, DbErr> {
    let mut names = Condition::any();
    for id in records {
        let id = id.to_string();
        names = names
            .add(entity::Column::Body.contains(&id))
            .add(entity::Column::Location.contains(&id));
    }
    let gone = entity::Entity::delete_many().filter(names).exec(tx).await?;
    Ok(gone.rows_affected)
}

/// Forget keys older than `before`; they are promised for at least 24 hours.
pub async fn forget(tx: &DatabaseTransaction, before: DateTime<Utc>) -> Result<u64, DbErr> {
    let gone = entity::Entity::delete_many().filter(entity::Column::CreatedAt.lt(before));
    Ok(gone.exec(tx).await?.rows_affected)
}
