//! Reports as their readers may see them.
use super::dto::{Report, ReportEntry, ReportRow};
use super::entity::Model;
use super::entries::{self, entity::Model as Entry};
use super::{rules, store};
use crate::InformationReportId;
use crate::names::{Names, Ref, Wanted};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::allowed;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// What a page of rows names: two look-ups, however many rows.
pub struct Around {
    names: Names,
    clients: HashMap<InformationReportId, i64>,
}

impl Around {
    pub async fn of(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Self> {
        let mut wanted = Wanted::default();
        for row in rows {
            wanted.person(row.person_id);
            wanted.department(row.department_id);
            wanted.person(row.received_by);
            wanted.person(row.sent_back_by);
        }
        let clients = entries::counts(db, rows.iter().map(|row| row.id)).await?;
        Ok(Self { names: wanted.find(db).await?, clients })
    }

    pub fn row(&self, row: &Model) -> ReportRow {
        ReportRow {
            id: row.id,
            number: row.number.clone(),
            period: row.period.clone(),
            person: self.names.person(row.person_id),
            department: row.department_id.map(|id| self.names.department(id)),
            state: row.state,
            clients: self.clients.get(&row.id).copied().unwrap_or_default(),
            submitted_at: row.submitted_at,
            resubmitted_at: row.resubmitted_at,
            due_at: row.due_at,
            late: row.late,
            received_by: row.received_by.map(|id| self.names.person(id)),
            received_at: row.received_at,
            version: row.version,
        }
    }
}

/// One report with what it says.
pub async fn whole(db: &impl ConnectionTrait, actor: &Actor, model: Model) -> ApiResult<Report> {
    let around = Around::of(db, std::slice::from_ref(&model)).await?;
    let rows = entries::find(db, model.id).await?;
    let files = store::files(db, actor, rows.iter().map(|row| row.client_id).collect()).await?;
    let entry = |row: Entry| ReportEntry {
        client: files.get(&row.client_id).map(|name| Ref::new(row.client_id.0, name.clone())),
        client_id: row.client_id,
        client_name: row.client_name,
        competition: row.competition,
        changes: row.changes,
        plan: row.plan,
    };
    let lang = actor.request.lang;
    let allowed_actions = vec![
        allowed("update", rules::change(actor, &model), lang),
        allowed("receive", rules::receive(actor, &model), lang),
        allowed("send-back", rules::receive(actor, &model), lang),
        allowed("call-back", rules::call_back(actor, &rules::place(&model)), lang),
    ];
    Ok(Report {
        row: around.row(&model),
        summary: model.summary,
        discoveries: model.discoveries,
        entries: rows.into_iter().map(entry).collect(),
        level: model.level,
        receive_note: model.receive_note,
        sent_back_by: model.sent_back_by.map(|id| around.names.person(id)),
        sent_back_at: model.sent_back_at,
        sent_back_reason: model.sent_back_reason,
        allowed_actions,
    })
}
