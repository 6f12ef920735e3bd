//! An incident begins: reported by somebody, or by the loss of a loan.
use super::about::{self, Files, Involved};
use super::entity::Model;
use super::kinds::{IncidentAct, IncidentKind, IncidentState};
use super::tell::{self, Whole};
use super::{rules, store};
use crate::{LoanId, notices};
use chrono::NaiveDate;
use handbook::Handbook;
use kernel::error::ApiResult;
use kernel::notify::NoticeKind;
use kernel::numbers;
use kernel::work::Work;

/// Number series of the incidents: 保密.
const SERIES: &str = "XM";

/// What came about.
pub struct Opening {
    pub kind: IncidentKind,
    pub occurred_on: NaiveDate,
    pub what_happened: String,
    pub loan_id: Option<LoanId>,
    pub files: Files,
    pub involved: Vec<Involved>,
    /// How the superiors are told.
    pub below: &'static NoticeKind,
}

pub async fn open(work: &mut Work<'_>, handbook: &Handbook, opening: Opening) -> ApiResult<Model> {
    let Opening { kind, occurred_on, what_happened, loan_id, files, involved, below } = opening;
    let homes = identity::people::some(work.db(), involved.first().map(|one| one.person)).await?;
    let home = homes.first().map(identity::people::Known::place).unwrap_or_default();
    let numbered = numbers::next(work.db(), SERIES, handbook.date(work.at()), super::KIND).await?;
    let row = Model {
        id: work.fresh(),
        number: numbered.number,
        kind,
        occurred_on,
        what_happened,
        loan_id,
        state: IncidentState::Open,
        reported_by: work.actor().id,
        reported_at: work.at(),
        department_id: home.department_id,
        site_id: home.site_id,
        level: files.level,
        remedy: None,
        concluded_by: None,
        concluded_at: None,
        version: 1,
    };
    let parties = about::party_rows(work, row.id, involved, &[]);
    store::insert(work.db(), row.clone()).await?;
    store::replace_parties(work.db(), row.id, parties.clone()).await?;
    let kept = about::file_rows(work, row.id, &files.ids);
    store::replace_files(work.db(), row.id, kept).await?;
    tell::done(work, &row, IncidentAct::Reported, None).await?;
    let whole = Whole { row: &row, parties: &parties, files: &files.ids };
    work.record(tell::reported(&whole));
    let named = rules::named(&parties);
    tell::handlers(work, &row, &named, notices::CLIENT_INCIDENT_REPORTED).await?;
    let people = parties.iter().map(|party| party.person_id);
    tell::people(work, &row, people, notices::CLIENT_INCIDENT_NAMED).await?;
    let superiors = parties.iter().map(|party| party.superior_id);
    tell::people(work, &row, superiors, below).await?;
    Ok(row)
}
