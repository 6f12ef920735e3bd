use super::dto::{ParameterDetail, ParameterValueInput};
use super::values::Values;
use super::{Content, ParameterSpec, entity, rules, store};
use crate::{Handbook, ManageParameters};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;
use serde_json::json;

/// Set a figure from a date on. The history only grows: what held before can always be told.
pub async fn set(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    key: &str,
    input: ParameterValueInput,
) -> ApiResult<Reply<ParameterDetail>> {
    let spec = handbook.catalogue().find(key).ok_or(code::NOT_FOUND)?;
    let mut work = Work::begin(app, actor).await?;
    let today = handbook.date(work.at());
    let accepted = accept(spec, &input, today)?;
    let mut rows = store::history(work.db(), spec.key).await?;
    let row = row(&work, spec, &input, &accepted, &rows)?;
    store::append(work.db(), row.clone()).await?;
    work.record(record(spec, &row, &accepted, &Values::of(rows.clone())?));
    rows.push(row);
    rows.sort_by_key(|row| (row.effective_from, row.version));
    let detail = ParameterDetail::of(spec, rows, today, actor)?;
    let reply = work.commit_created(detail).await;
    handbook.values_changed();
    reply
}

fn accept(
    spec: &ParameterSpec,
    input: &ParameterValueInput,
    today: chrono::NaiveDate,
) -> ApiResult<Content> {
    match (rules::accept(spec, &input.value), rules::effective_from(input.effective_from, today)) {
        (Ok(content), Ok(())) => Ok(content),
        (value, date) => {
            Err(ApiError::Invalid(value.err().into_iter().chain(date.err()).collect()))
        }
    }
}

fn row(
    work: &Work<'_>,
    spec: &ParameterSpec,
    input: &ParameterValueInput,
    accepted: &Content,
    earlier: &[entity::Model],
) -> ApiResult<entity::Model> {
    Ok(entity::Model {
        id: work.fresh(),
        key: spec.key.to_owned(),
        version: earlier.iter().map(|row| row.version).max().unwrap_or(0) + 1,
        value: serde_json::to_string(accepted)?,
        effective_from: input.effective_from,
        reason: input.reason.clone(),
        set_by: work.actor().id,
        set_by_name: work.actor().name.clone(),
        set_at: work.at(),
    })
}

fn record(spec: &ParameterSpec, row: &entity::Model, now: &Content, earlier: &Values) -> Record {
    let held = earlier.held_at(spec, row.effective_from);
    let before = held.map_or_else(|| spec.default.into(), |held| held.content.clone());
    let changes = Changes::between(
        &json!({"value": before}),
        &json!({"value": now, "effective_from": row.effective_from}),
    );
    let label = format!("{} {}", spec.key, spec.name.zh);
    Record::new("parameter.set", Resource::new("parameter", row.id.0, label))
        .changes(changes)
        .reason(row.reason.clone())
        .data("key", spec.key)
        .tell(ManageParameters::NAME)
}
