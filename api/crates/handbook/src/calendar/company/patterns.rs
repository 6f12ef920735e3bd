use super::pattern_dto::WeekPatterns;
use super::store;
use crate::Handbook;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub async fn get(app: &App, handbook: &Handbook) -> ApiResult<Reply<WeekPatterns>> {
    let rows = store::patterns(app.db.reader()).await?;
    WeekPatterns::of(rows, handbook.date(app.clock.now())).map(Reply::ok)
}
