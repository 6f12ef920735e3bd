//! Call backs as their readers may see them.
use super::dto::CallBack;
use super::entity::Model;
use super::store;
use crate::InformationReportId;
use crate::names::{Names, Wanted};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// What a page of rows names: two look-ups, however many rows.
pub struct Around {
    names: Names,
    reports: HashMap<(PersonId, String), InformationReportId>,
}

impl Around {
    pub async fn of(db: &impl ConnectionTrait, actor: &Actor, rows: &[Model]) -> ApiResult<Self> {
        let mut wanted = Wanted::default();
        for row in rows {
            wanted.person(row.person_id);
            wanted.person(row.called_by);
        }
        let reports = store::reports(db, actor, rows).await?;
        Ok(Self { names: wanted.find(db).await?, reports })
    }

    pub fn row(&self, row: Model) -> CallBack {
        let report_id = self.reports.get(&(row.person_id, row.period.clone())).copied();
        CallBack {
            id: row.id,
            person: self.names.person(row.person_id),
            period: row.period,
            report_id,
            note: row.note,
            called_at: row.called_at,
            called_by: self.names.person(row.called_by),
            recorded_at: row.recorded_at,
        }
    }
}

pub async fn one(db: &impl ConnectionTrait, actor: &Actor, row: Model) -> ApiResult<CallBack> {
    let around = Around::of(db, actor, std::slice::from_ref(&row)).await?;
    Ok(around.row(row))
}
