use super::{dto::ParameterDetail, store};
use crate::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

/// Read from the table, not from the snapshot: whoever is about to set a figure sees all of them.
pub async fn get(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    key: &str,
) -> ApiResult<Reply<ParameterDetail>> {
    let spec = handbook.catalogue().find(key).ok_or(code::NOT_FOUND)?;
    let rows = store::history(app.db.reader(), spec.key).await?;
    let today = handbook.date(app.clock.now());
    ParameterDetail::of(spec, rows, today, actor).map(Reply::ok)
}
