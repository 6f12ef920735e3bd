//! What says whether a file is obsolete (A-BOR-07).
use super::refusal::InUse;
use super::rules::Standing;
use crate::archive::entity::{Column as FileColumn, Entity as Files, Model as File};
use crate::archive::store as files;
use crate::comments::entity::{Column as CommentColumn, Entity as Comments};
use crate::information_reports::entity::{Column as ReportColumn, Entity as Reports};
use crate::information_reports::entries::entity::{Column as EntryColumn, Entity as Entries};
use crate::instructions::entity::{Column as InstructionColumn, Entity as Instructions};
use crate::instructions::kinds::InstructionState;
use crate::loans::entity::{Column as LoanColumn, Entity as Loans};
use crate::loans::kinds::LoanState;
use crate::purchases::entity::{Column as PurchaseColumn, Entity as Purchases};
use crate::submissions::entity::{Column as SubmissionColumn, Entity as Submissions};
use crate::submissions::kinds::SubmissionState;
use crate::{ClientId, disclosed_files, incidents, parameters};
use chrono::{DateTime, Months, NaiveDate, Utc};
use handbook::Handbook;
use kernel::audit::entry::{Column as TrailColumn, Entity as Trail};
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction, DbErr, EntityTrait, JoinType, PaginatorTrait,
    QueryFilter, QuerySelect, RelationDef,
};

/// The file, and with it those that were merged into it, held in the order of their ids; nothing where the
/// caller does not see all of it.
pub async fn hold(work: &Work<'_>, id: ClientId) -> Result<Option<(File, Vec<File>)>, DbErr> {
    let with: Vec<ClientId> = Files::find()
        .select_only()
        .column(FileColumn::Id)
        .filter(Condition::any().add(FileColumn::Id.eq(id)).add(FileColumn::MergedIntoId.eq(id)))
        .into_tuple()
        .all(work.db())
        .await?;
    let held = files::lock_all(work.db(), work.actor(), with.iter().copied()).await?;
    let file = held.iter().find(|file| file.id == id && held.len() == with.len()).cloned();
    Ok(file.map(|file| (file, held)))
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
    Ok(Standing {
        idle_since: last_dealt(tx, handbook, file, &ids).await?.unwrap_or(today),
        before,
        in_use: in_use(tx, &ids).await?,
    })
}

/// The last day on which anything came into a file, or anybody decided or said anything about it. That it
/// was verified or handed over is no dealing: every file is, however long nobody has had to do with it.
async fn last_dealt(
    tx: &DatabaseTransaction,
    handbook: &Handbook,
    file: &File,
    ids: &[ClientId],
) -> ApiResult<Option<NaiveDate>> {
    let written = [Some(file.supplemented_at), file.last_contact_at].into_iter().flatten().max();
    let disclosed = disclosed_files::disclosed_last(tx, ids).await?;
    let moments = [written, said(tx, ids).await?, decided(tx, ids).await?, disclosed];
    let latest = moments.into_iter().flatten().max().map(|at| handbook.date(at));
    Ok([latest, bought(tx, ids).await?].into_iter().flatten().max())
}

type Moment = Option<DateTime<Utc>>;

/// In comments, submissions, instructions, monthly reports and incidents.
async fn said(tx: &DatabaseTransaction, ids: &[ClientId]) -> Result<Moment, DbErr> {
    let of = || ids.iter().copied();
    let commented = Comments::find()
        .select_only()
        .column_as(CommentColumn::CreatedAt.max(), "latest")
        .filter(CommentColumn::ClientId.is_in(of()));
    let handed = Submissions::find()
        .select_only()
        .column_as(SubmissionColumn::SubmittedAt.max(), "latest")
        .filter(SubmissionColumn::ClientId.is_in(of()));
    let told = Instructions::find()
        .select_only()
        .column_as(InstructionColumn::GivenAt.max(), "latest")
        .filter(InstructionColumn::ClientId.is_in(of()));
    let report: RelationDef =
        Entries::belongs_to(Reports).from(EntryColumn::ReportId).to(ReportColumn::Id).into();
    let reported = Entries::find()
        .select_only()
        .column_as(ReportColumn::SubmittedAt.max(), "latest")
        .join(JoinType::InnerJoin, report)
        .filter(EntryColumn::ClientId.is_in(of()));
    let moments = [
        commented.into_tuple::<Moment>().one(tx).await?.flatten(),
        handed.into_tuple::<Moment>().one(tx).await?.flatten(),
        told.into_tuple::<Moment>().one(tx).await?.flatten(),
        reported.into_tuple::<Moment>().one(tx).await?.flatten(),
        incidents::latest(tx, ids).await?,
    ];
    Ok(moments.into_iter().flatten().max())
}

/// Its tier and its state: nobody makes a file worthless and proposes it the same day.
async fn decided(tx: &DatabaseTransaction, ids: &[ClientId]) -> Result<Moment, DbErr> {
    Trail::find()
        .select_only()
        .column_as(TrailColumn::OccurredAt.max(), "latest")
        .filter(TrailColumn::ResourceId.is_in(ids.iter().map(|id| id.0)))
        .filter(TrailColumn::Action.is_in(DECISIONS))
        .into_tuple::<Moment>()
        .one(tx)
        .await
        .map(Option::flatten)
}

const DECISIONS: [&str; 4] = [
    "client.tier-changed",
    "client.state-changed",
    "client.inferior-reported",
    "client.inferior-cleared",
];

async fn in_use(tx: &DatabaseTransaction, ids: &[ClientId]) -> Result<Option<InUse>, DbErr> {
    if lent(tx, ids).await? {
        return Ok(Some(InUse::Lent));
    }
    if disclosed_files::open(tx, ids).await? {
        return Ok(Some(InUse::Disclosed));
    }
    if submitted(tx, ids).await? {
        return Ok(Some(InUse::Submitted));
    }
    let open = Instructions::find()
        .filter(InstructionColumn::ClientId.is_in(ids.iter().copied()))
        .filter(InstructionColumn::State.eq(InstructionState::Open));
    if open.count(tx).await? > 0 {
        return Ok(Some(InUse::Instructed));
    }
    Ok(incidents::is_open(tx, ids).await?.then_some(InUse::Investigated))
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
