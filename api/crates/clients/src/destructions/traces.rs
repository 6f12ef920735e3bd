//! Where a file has left traces beside its own tables: the trail of what hung on it, notifications, what
//! imports said of their rows, answers kept for retries, bytes.
use super::entity::Model as Destruction;
use super::extracts::Held;
use crate::ClientId;
use crate::archive::entity::{Column as FileColumn, Entity as Files, Model as File};
use crate::attachments::entity as attachment;
use crate::importing::{KIND as IMPORT, dto::ImportTask};
use crate::information_reports::entity as report;
use crate::information_reports::entries::entity as entry;
use crate::instructions::entity as instruction;
use crate::market::entity as extract;
use crate::submissions::entity as submission;
use kernel::error::ApiResult;
use kernel::idempotency;
use kernel::jobs::{entity as job, row as job_row};
use kernel::notify::entity as notification;
use kernel::work::Work;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect,
    QueryTrait,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What has to be known before the rows are gone.
#[derive(Clone, Debug, Default)]
pub struct Traces {
    pub search_keys: Vec<i64>,
    /// Records with a trail of their own.
    pub records: Vec<Uuid>,
    /// The rows themselves: what they were called stands elsewhere too.
    pub files: Vec<File>,
    /// Monthly reports that told of it, and of others.
    pub reports: Vec<Uuid>,
    /// Of bytes in the file store.
    pub hashes: Vec<String>,
}

pub async fn find(work: &Work<'_>, ids: &[ClientId], extracts: &[Held]) -> Result<Traces, DbErr> {
    let tx = work.db();
    let of = || ids.iter().copied();
    let files = Files::find().filter(FileColumn::Id.is_in(of())).all(tx).await?;
    let search_keys = files.iter().map(|file| file.search_key).collect();
    let handed_in = submission::Entity::find().select_only().column(submission::Column::Id);
    let mut records: Vec<Uuid> =
        handed_in.filter(submission::Column::ClientId.is_in(of())).into_tuple().all(tx).await?;
    let told = instruction::Entity::find().select_only().column(instruction::Column::Id);
    records.extend(
        told.filter(instruction::Column::ClientId.is_in(of())).into_tuple::<Uuid>().all(tx).await?,
    );
    let told = entry::Entity::find().select_only().column(entry::Column::ReportId).distinct();
    let reports = told.filter(entry::Column::ClientId.is_in(of())).into_tuple().all(tx).await?;
    let papers = attachment::Entity::find().select_only().column(attachment::Column::Sha256);
    let papers = papers.filter(attachment::Column::ClientId.is_in(of()));
    let mut hashes: BTreeSet<String> = papers.into_tuple().all(tx).await?.into_iter().collect();
    hashes.extend(extracts.iter().map(|(_, hash)| hash.clone()));
    hashes.extend(imported(tx, ids).await?.into_iter().map(|(_, task)| task.sha256));
    Ok(Traces { search_keys, records, files, reports, hashes: hashes.into_iter().collect() })
}

/// Mark and empty them. The rows of the file are still there.
pub async fn wipe(
    work: &Work<'_>,
    row: &Destruction,
    ids: &[ClientId],
    extracts: &[Held],
) -> ApiResult<()> {
    let tx = work.db();
    let certificate = row.id.0;
    let extracts = extracts.iter().map(|(id, _)| *id);
    extract::Entity::update_many()
        .col_expr(extract::Column::DestroyedBy, Expr::value(certificate))
        .filter(extract::Column::Id.is_in(extracts))
        .exec(tx)
        .await?;
    for (id, task) in imported(tx, ids).await? {
        let task = ImportTask { destroyed_by: Some(certificate), ..task };
        job::Entity::update_many()
            .col_expr(job::Column::Input, Expr::value(serde_json::to_string(&task)?))
            .filter(job::Column::Id.eq(id))
            .exec(tx)
            .await?;
    }
    let texts = || ids.iter().map(ToString::to_string);
    job_row::Entity::update_many()
        .col_expr(job_row::Column::ResourceId, Expr::value(None::<String>))
        .col_expr(job_row::Column::Label, Expr::value(row.client_number.as_str()))
        .filter(job_row::Column::ResourceId.is_in(texts()))
        .exec(tx)
        .await?;
    // Tried before, or again, and refused: such rows became nothing and are known by the name alone.
    let called = Files::find().select_only().column(FileColumn::Name);
    let called = called.filter(FileColumn::Id.is_in(ids.iter().copied())).into_query();
    job_row::Entity::update_many()
        .col_expr(job_row::Column::Label, Expr::value(row.client_number.as_str()))
        .col_expr(job_row::Column::Errors, Expr::value("[]"))
        .filter(job_row::Column::Label.in_subquery(called))
        .exec(tx)
        .await?;
    // An import that was taken back names the files that it left.
    let named = texts().map(|id| job::Column::Result.contains(id));
    job::Entity::update_many()
        .col_expr(job::Column::Result, Expr::value(None::<String>))
        .filter(named.fold(Condition::any(), Condition::add))
        .exec(tx)
        .await?;
    // What they say besides stays as secret as the file was.
    let told = entry::Entity::find().select_only().column(entry::Column::ReportId);
    let told = told.filter(entry::Column::ClientId.is_in(ids.iter().copied())).into_query();
    report::Entity::update_many()
        .col_expr(report::Column::LevelFloor, Expr::value(row.level))
        .filter(report::Column::LevelFloor.lt(row.level))
        .filter(report::Column::Id.in_subquery(told))
        .exec(tx)
        .await?;
    notification::Entity::delete_many()
        .filter(notification::Column::ResourceId.is_in(ids.iter().map(|id| id.0)))
        .exec(tx)
        .await?;
    let named: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    idempotency::forget_about(tx, &named).await?;
    Ok(())
}

/// Imports that made a file, and those that were given the same spreadsheet.
async fn imported(
    tx: &DatabaseTransaction,
    ids: &[ClientId],
) -> Result<Vec<(Uuid, ImportTask)>, DbErr> {
    let made: Vec<Uuid> = job_row::Entity::find()
        .select_only()
        .column(job_row::Column::JobId)
        .distinct()
        .filter(job_row::Column::ResourceId.is_in(ids.iter().map(ToString::to_string)))
        .into_tuple()
        .all(tx)
        .await?;
    if made.is_empty() {
        return Ok(vec![]);
    }
    let jobs: Vec<(Uuid, String)> = job::Entity::find()
        .select_only()
        .columns([job::Column::Id, job::Column::Input])
        .filter(job::Column::Kind.eq(IMPORT))
        .into_tuple()
        .all(tx)
        .await?;
    let mut tasks = vec![];
    for (id, input) in jobs {
        let task: ImportTask =
            serde_json::from_str(&input).map_err(|error| DbErr::Json(error.to_string()))?;
        tasks.push((id, task));
    }
    let theirs: BTreeSet<String> = tasks
        .iter()
        .filter(|(id, _)| made.contains(id))
        .map(|(_, task)| task.sha256.clone())
        .collect();
    tasks.retain(|(_, task)| theirs.contains(&task.sha256) && task.destroyed_by.is_none());
    Ok(tasks)
}
