//! From what an author writes to the entries of a report: each names a file that they see.
use super::entity::Model;
use crate::archive::entity::Model as File;
use crate::archive::kinds::Level;
use crate::archive::{rules as file_rules, store as files};
use crate::information_reports::dto::ReportEntryInput;
use crate::information_reports::rules;
use crate::{ClientId, InformationReportId};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::text::trimmed;
use kernel::work::Work;
use std::collections::{BTreeSet, HashMap};

/// The files that a report names: what they are called, and how secret the highest of them is.
pub struct Named {
    names: HashMap<ClientId, String>,
    pub level: i16,
}

/// Each client once, and each a file that its author sees, or that stood in the report before: it may
/// have been handed over since. Held, so that none of them becomes more secret meanwhile.
pub async fn entries(
    work: &Work<'_>,
    entries: &[ReportEntryInput],
    before: &[Model],
) -> ApiResult<Named> {
    let wrong = |at: usize, code| ApiError::field(&format!("/entries/{at}/client_id"), code);
    let stood: Vec<_> = before.iter().map(|row| row.client_id).collect();
    if let Some(at) = rules::repeated(entries, &stood) {
        return Err(wrong(at, field::DUPLICATE));
    }
    let wanted: BTreeSet<_> = entries.iter().map(|entry| entry.client_id).collect();
    let held = files::lock_all(work.db(), work.actor(), wanted).await?;
    // What was told of a file that is merged meanwhile is told of the one that remains.
    held.iter().try_for_each(file_rules::in_force)?;
    let mut names: HashMap<_, _> =
        before.iter().map(|row| (row.client_id, row.client_name.clone())).collect();
    names.extend(held.iter().map(|file| (file.id, file.name.clone())));
    if let Some(at) = entries.iter().position(|entry| !names.contains_key(&entry.client_id)) {
        return Err(wrong(at, field::UNKNOWN_REFERENCE));
    }
    let ranks = held.iter().map(|file: &File| file.level.rank());
    // What is told of clients is secret by itself (A-CLI-18).
    let level = ranks.max().unwrap_or_default().max(Level::Secret.rank());
    Ok(Named { names, level })
}

/// As they are kept.
pub fn of(
    work: &Work<'_>,
    report: InformationReportId,
    entries: &[ReportEntryInput],
    named: &Named,
) -> Vec<Model> {
    let row = |(entry, position): (&ReportEntryInput, i32)| Model {
        id: work.fresh(),
        report_id: report,
        position,
        client_id: entry.client_id,
        client_name: named.names.get(&entry.client_id).cloned().unwrap_or_default(),
        competition: entry.competition.trim().to_owned(),
        changes: trimmed(entry.changes.as_deref()),
        plan: trimmed(entry.plan.as_deref()),
    };
    entries.iter().zip(0..).map(row).collect()
}

/// Whether two lists say the same.
pub fn same(before: &[Model], after: &[Model]) -> bool {
    fn said(row: &Model) -> (ClientId, &str, Option<&str>, Option<&str>) {
        (row.client_id, &row.competition, row.changes.as_deref(), row.plan.as_deref())
    }
    before.iter().map(said).eq(after.iter().map(said))
}
