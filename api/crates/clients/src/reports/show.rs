//! Kept reports as they are read. The figures are checked against their digest: a report that was
//! altered in the database is not shown as the one that was kept (A-CLI-13).
use super::dto::{Report, ReportRow};
use super::entity::Model;
use crate::names::{Names, Wanted};
use kernel::error::{ApiResult, Fault};
use sea_orm::ConnectionTrait;
use sha2::{Digest, Sha256};

#[must_use]
pub fn digest(snapshot: &str) -> String {
    hex::encode(Sha256::digest(snapshot.as_bytes()))
}

/// The figures as they were kept.
pub fn figures(row: &Model) -> ApiResult<serde_json::Value> {
    if digest(&row.snapshot) != row.sha256 {
        return Err(Fault(format!("the figures of report {} have changed", row.id)).into());
    }
    Ok(serde_json::from_str(&row.snapshot)?)
}

pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| wanted.person(row.made_by));
    wanted.find(db).await
}

pub fn row(row: Model, names: &Names) -> ReportRow {
    ReportRow {
        id: row.id,
        period: row.period,
        period_kind: row.period_kind,
        from: row.period_from,
        to: row.period_to,
        note: row.note,
        made_at: row.made_at,
        made_by: names.person(row.made_by),
        sha256: row.sha256,
    }
}

pub async fn whole(db: &impl ConnectionTrait, report: Model) -> ApiResult<Report> {
    let names = names(db, std::slice::from_ref(&report)).await?;
    let classification = figures(&report)?;
    let scope = serde_json::from_str(&report.scope)?;
    let clearance = report.clearance;
    Ok(Report { row: row(report, &names), scope, clearance, classification })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ReportId;
    use kernel::ids::PersonId;
    use uuid::Uuid;

    #[test]
    fn altered_figures_are_not_shown_as_kept() {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
        let snapshot = r#"{"total":{"count":12}}"#.to_owned();
        let mut report = Model {
            id: ReportId(Uuid::from_u128(1)),
            period: "2026-Q4".to_owned(),
            period_kind: "QUARTER".to_owned(),
            period_from: day,
            period_to: day,
            scope: "{}".to_owned(),
            clearance: 1,
            sha256: digest(&snapshot),
            snapshot,
            note: None,
            made_at: chrono::DateTime::UNIX_EPOCH,
            made_by: PersonId(Uuid::from_u128(2)),
            department_id: None,
            site_id: None,
        };
        assert_eq!(figures(&report).unwrap()["total"]["count"], 12);
        report.snapshot = report.snapshot.replace("12", "13");
        assert!(figures(&report).is_err());
    }
}
