//! A qualification as its caller may see it.
use super::dto::Qualification;
use super::entity::Model;
use super::parameters::EXPIRY_NOTICE;
use super::rules::validity;
use crate::archive::entity::Model as File;
use crate::hanging::{self, Removed, in_place, keep};
use crate::names::Names;
use chrono::{DateTime, NaiveDate, Utc};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown;
use sea_orm::ConnectionTrait;

/// The day by which validity is judged.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    today: NaiveDate,
    notice_days: i64,
}

impl Judged {
    pub async fn at(
        db: &impl ConnectionTrait,
        handbook: &Handbook,
        now: DateTime<Utc>,
    ) -> ApiResult<Self> {
        let today = handbook.date(now);
        let notice_days = handbook.value_at(db, &EXPIRY_NOTICE, today).await?.value;
        Ok(Self { today, notice_days })
    }
}

pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let ids = rows.iter().flat_map(|row| [Some(row.created_by), row.removed_by]);
    hanging::people(db, ids).await
}

pub async fn one(
    db: &impl ConnectionTrait,
    actor: &Actor,
    judged: Judged,
    file: &File,
    row: Model,
) -> ApiResult<Qualification> {
    let names = names(db, std::slice::from_ref(&row)).await?;
    Ok(qualification(actor, judged, file, row, &names))
}

#[must_use]
pub fn qualification(
    actor: &Actor,
    judged: Judged,
    file: &File,
    row: Model,
    names: &Names,
) -> Qualification {
    let removed = Removed::of(row.removed_at, row.removed_by, row.remove_reason, names);
    let verdict = || keep(actor, file).and_then(|()| in_place(row.removed_at));
    let allowed = |action| shown::allowed(action, verdict(), actor.request.lang);
    let left = |until: NaiveDate| until.signed_duration_since(judged.today).num_days();
    Qualification {
        allowed_actions: vec![allowed("update"), allowed("remove")],
        id: row.id,
        client_id: row.client_id,
        kind: row.kind,
        name: row.name,
        number: row.number,
        issued_by: row.issued_by,
        valid_from: row.valid_from,
        valid_until: row.valid_until,
        validity: validity(row.valid_from, row.valid_until, judged.today, judged.notice_days),
        days_left: row.valid_until.map(left),
        created_at: row.created_at,
        created_by: names.person(row.created_by),
        updated_at: row.updated_at,
        removed,
        version: row.version,
    }
}
