//! What says whether a file is obsolete (A-BOR-07).
use super::rules::Standing;
use crate::archive::entity::{Column as FileColumn, Entity as Files, Model as File};
use crate::archive::store as files;
use crate::loans::entity::{Column as LoanColumn, Entity as Loans};
use crate::loans::kinds::LoanState;
use crate::purchases::entity::{Column as PurchaseColumn, Entity as Purchases};
use crate::submissions::entity::{Column as SubmissionColumn, Entity as Submissions};
use crate::submissions::kinds::SubmissionState;
use crate::{ClientId, parameters};
use chrono::{Months, NaiveDate};
use handbook::Handbook;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QuerySelect,
};

/// The file, and with it those that were merged into it, held in the order of their ids. The file is named
/// in the body: one that the caller does not see is wrong there like one that does not exist.
pub async fn hold(work: &Work<'_>, id: ClientId) -> ApiResult<(File, Vec<File>)> {
    let with: Vec<ClientId> = Files::find()
        .select_only()
        .column(FileColumn::Id)
        .filter(Condition::any().add(FileColumn::Id.eq(id)).add(FileColumn::MergedIntoId.eq(id)))
        .into_tuple()
        .all(work.db())
        .await?;
    let held = files::lock_all(work.db(), work.actor(), with.iter().copied()).await?;
    let unknown = || ApiError::field("/client_id", field::UNKNOWN_REFERENCE);
    let file = held.iter().find(|file| file.id == id).cloned().ok_or_else(unknown)?;
    // Whoever does not see all of it proposes none of it.
    if held.len() == with.len() { Ok((file, held)) } else { Err(unknown()) }
}

pub async fn of(
    work: &Work<'_>,
    handbook: &Handbook,
    file: &File,
    with: &[File],
) -> ApiResult<Standing> {
    let (tx, today) = (work.db(), handbook.date(work.at()));
    let months = handbook.value_at(tx, &parameters::DESTRUCTION_MONTHS, today).await?.value;
    let months = Months::new(u32::try_from(months).unwrap_or(u32::MAX));
    let before = today.checked_sub_months(months).unwrap_or(NaiveDate::MIN);
    let ids: Vec<ClientId> = with.iter().map(|file| file.id).collect();
    let bought = bought(tx, &ids).await?;
    let supplemented = Some(handbook.date(file.supplemented_at));
    let contacted = file.last_contact_at.map(|at| handbook.date(at));
    let dealt = [supplemented, contacted, bought].into_iter().flatten().max();
    Ok(Standing {
        idle_since: dealt.unwrap_or(today),
        before,
        lent: lent(tx, &ids).await?,
        submitted: submitted(tx, &ids).await?,
    })
}

async fn bought(tx: &DatabaseTransaction, ids: &[ClientId]) -> Result<Option<NaiveDate>, DbErr> {
    Purchases::find()
        .select_only()
        .column_as(PurchaseColumn::OccurredOn.max(), "latest")
        .filter(PurchaseColumn::ClientId.is_in(ids.iter().copied()))
        .filter(PurchaseColumn::RemovedAt.is_null())
        .into_tuple::<Option<NaiveDate>>()
        .one(tx)
        .await
        .map(Option::flatten)
}

/// A loan card names its files in a list of ids.
async fn lent(tx: &DatabaseTransaction, ids: &[ClientId]) -> Result<bool, DbErr> {
    let named = ids.iter().map(|id| LoanColumn::Files.contains(id.to_string()));
    let out = Loans::find()
        .filter(LoanColumn::State.eq(LoanState::HandedOut))
        .filter(named.fold(Condition::any(), Condition::add));
    Ok(out.count(tx).await? > 0)
}

async fn submitted(tx: &DatabaseTransaction, ids: &[ClientId]) -> Result<bool, DbErr> {
    let waiting = Submissions::find()
        .filter(SubmissionColumn::ClientId.is_in(ids.iter().copied()))
        .filter(SubmissionColumn::State.eq(SubmissionState::Pending));
    Ok(waiting.count(tx).await? > 0)
}
