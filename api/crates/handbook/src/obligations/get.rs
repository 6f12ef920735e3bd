//! One obligation with all that happened.
use super::dto::ObligationDetail;
use super::show::Around;
use super::source::Obligations;
use super::{allowed, store};
use crate::ObligationId;
use crate::exceptions::{self, ExceptionState};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;

pub async fn get(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    id: ObligationId,
) -> ApiResult<Reply<ObligationDetail>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let visible = store::visible_to(obligations, actor, at);
    let row = store::find(db, visible, id).await?.ok_or(code::NOT_FOUND)?;
    let (kind, _) = obligations.kind(&row.kind).ok_or(code::NOT_FOUND)?;
    let told = store::escalations(db, [row.id]).await?;
    let rows = std::slice::from_ref(&row);
    let around = Around::with(app, db, (obligations, actor), (rows, &told)).await?;
    let exceptions = exceptions::of_obligation(app, db, obligations, actor, row.id).await?;
    let asked = exceptions.iter().any(|it| it.state == ExceptionState::Requested);
    Ok(Reply::ok(ObligationDetail {
        source: kind.source,
        closed_by: kind.closed_by,
        next_at: row.next_at,
        escalations_to: told.iter().map(|one| around.escalation(one)).collect(),
        exceptions,
        allowed_actions: allowed::on(obligations, actor, &row, asked),
        row: around.row(&row),
    }))
}
