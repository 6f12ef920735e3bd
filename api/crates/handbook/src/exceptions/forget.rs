//! A record that exceptions were about was destroyed lawfully (A-BOR-06): they stay in the register without
//! what people wrote about the record.
use super::entity::{Column, Entity};
use crate::ExceptionId;
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

/// The certificate's number takes the place of reasons; answers the exceptions, whose trail goes with that
/// of their records.
pub async fn forget(
    work: &Work<'_>,
    about: &[Uuid],
    certificate: &str,
) -> ApiResult<Vec<ExceptionId>> {
    let of = Column::SubjectId.is_in(about.iter().copied());
    let ids = Entity::find().select_only().column(Column::Id).filter(of.clone());
    let ids: Vec<ExceptionId> = ids.into_tuple().all(work.db()).await?;
    Entity::update_many()
        .col_expr(Column::Reason, Expr::value(certificate))
        .col_expr(Column::DecisionNote, Expr::value(None::<String>))
        .filter(of)
        .exec(work.db())
        .await?;
    Ok(ids)
}
