//! What obligations are called that exist for somebody; for notifications.
use super::entity::Model;
use super::source::Obligations;
use super::store;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use std::collections::HashMap;
use uuid::Uuid;

pub async fn labels(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    ids: &[Uuid],
) -> ApiResult<HashMap<Uuid, String>> {
    let visible = store::visible_to(obligations, actor, app.clock.now());
    let rows = store::some(app.db.reader(), visible, ids).await?;
    let records = rows.iter().map(|row| (row.subject_kind.as_str(), row.subject_id));
    let records = obligations.labels(app, actor, records).await?;
    let called = |row: Model| {
        let kind = obligations.kind(&row.kind).map(|(kind, _)| kind.text);
        let name = kind.map(|text| text.in_lang(actor.request.lang)).unwrap_or_default();
        let label = records.get(&row.subject_id).map(String::as_str).unwrap_or_default();
        (row.id.0, format!("{name} {label}").trim().to_owned())
    };
    Ok(rows.into_iter().map(called).collect())
}
