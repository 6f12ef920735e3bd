//! One row within the transaction of many: what a refused row had written already is taken back,
//! and on PostgreSQL the transaction stays usable after a unique index refused.
use crate::error::{ApiError, ApiResult};
use crate::work::{Noted, Work};
use sea_orm::{ConnectionTrait, DbErr};

/// What the work had noted when the row began.
#[must_use]
pub struct Row(Noted);

pub async fn open(work: &Work<'_>) -> Result<Row, DbErr> {
    work.db().execute_unprepared("SAVEPOINT one_row").await?;
    Ok(Row(work.noted()))
}

/// What became of the row: of a refused one nothing is written and nothing is told. A failure of the
/// service's own ends the whole transaction.
pub async fn close<T>(
    work: &mut Work<'_>,
    row: Row,
    outcome: ApiResult<T>,
) -> ApiResult<Result<T, ApiError>> {
    match outcome {
        Err(error) if error.code().status >= 500 => return Err(error),
        Err(_) => {
            work.db().execute_unprepared("ROLLBACK TO SAVEPOINT one_row").await?;
            work.forget(&row.0);
        }
        Ok(_) => {}
    }
    work.db().execute_unprepared("RELEASE SAVEPOINT one_row").await?;
    Ok(outcome)
}
