//! The flows as they stand: what the company has set, over what the handbook says.
use super::definition::Definition;
use super::entity::Model;
use super::{rules, store};
use crate::subject::{Approvals, Facts};
use chrono::NaiveDate;
use kernel::error::ApiResult;
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

/// A flow on a day.
#[derive(Clone, Debug)]
pub struct Flow {
    pub code: String,
    /// 0: the handbook's own.
    pub version: i64,
    pub subject: String,
    pub definition: Definition,
    /// Null: the handbook's own.
    pub since: Option<NaiveDate>,
}

/// Every flow as it counts on a day, in the order of codes.
pub async fn on(
    db: &impl ConnectionTrait,
    approvals: &Approvals,
    today: NaiveDate,
) -> ApiResult<Vec<Flow>> {
    let mut versions: BTreeMap<String, Vec<Model>> = BTreeMap::new();
    for spec in &approvals.flows {
        versions.insert(spec.code.to_owned(), vec![]);
    }
    for row in store::all(db).await? {
        versions.entry(row.code.clone()).or_default().push(row);
    }
    let flows = versions.into_iter().map(|(code, rows)| counting(approvals, &code, &rows, today));
    flows.filter_map(Result::transpose).collect()
}

/// What counts of one code; none where its first version is of a later day.
pub fn counting(
    approvals: &Approvals,
    code: &str,
    rows: &[Model],
    today: NaiveDate,
) -> ApiResult<Option<Flow>> {
    let dates: Vec<_> = rows.iter().map(|row| (row.version, row.effective_from)).collect();
    let version = rules::in_force(&dates, today);
    if let Some(row) = rows.iter().find(|row| row.version == version) {
        return Ok(Some(Flow {
            code: code.to_owned(),
            version,
            subject: row.subject.clone(),
            definition: serde_json::from_str(&row.definition)?,
            since: Some(row.effective_from),
        }));
    }
    let own = approvals.flows.iter().find(|spec| spec.code == code);
    Ok(own.map(|spec| Flow {
        code: code.to_owned(),
        version: 0,
        subject: spec.subject.to_owned(),
        definition: (spec.definition)(),
        since: None,
    }))
}

/// The flow that a record takes: of those in use that apply, the one of the lowest priority figure.
pub async fn applying(
    db: &impl ConnectionTrait,
    approvals: &Approvals,
    subject: &str,
    facts: &Facts,
    today: NaiveDate,
) -> ApiResult<Option<Flow>> {
    let flows = on(db, approvals, today).await?.into_iter();
    let applies = |flow: &Flow| {
        flow.subject == subject
            && flow.definition.enabled
            && rules::hold(&flow.definition.conditions, facts)
    };
    Ok(flows.filter(applies).min_by_key(|flow| flow.definition.priority))
}
