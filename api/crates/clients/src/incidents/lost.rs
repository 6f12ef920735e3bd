//! What was lent and does not come back is an incident: the borrower is the party (A-BOR-05).
use super::about::{Files, Involved};
use super::kinds::IncidentKind;
use super::open::{Opening, open};
use super::rules;
use crate::archive::entity::{Column as FileColumn, Entity as File};
use crate::loans::entity::Model as Loan;
use crate::{ClientId, notices};
use handbook::Handbook;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::ids::PersonId;
use kernel::work::Work;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Opens it with the loan's files and answers the direct superior, who is named in it.
pub async fn lost(
    work: &mut Work<'_>,
    handbook: &Handbook,
    loan: &Loan,
    (note, named): (&str, Option<PersonId>),
) -> ApiResult<PersonId> {
    if let Some(named) = named {
        let known = identity::people::nameable(work.db(), work.actor(), named).await?;
        known.ok_or_else(|| ApiError::field("/superior_id", field::UNKNOWN_REFERENCE))?;
    }
    let known = match identity::people::find(work.db(), loan.requested_by).await? {
        Some(borrower) => identity::people::direct_superior(work.db(), &borrower).await?,
        None => None,
    };
    let superior = rules::responsible(loan.requested_by, known, named);
    let superior = superior.ok_or_else(|| ApiError::field("/superior_id", field::REQUIRED))?;
    let opening = Opening {
        kind: IncidentKind::Loss,
        occurred_on: handbook.date(work.at()),
        what_happened: note.trim().to_owned(),
        loan_id: Some(loan.id),
        files: still_there(work, loan).await?,
        involved: vec![Involved {
            person: loan.requested_by,
            deed: format!("借阅的档案未能归还（{}）", loan.number),
            superior,
        }],
        below: notices::CLIENT_LOAN_LOST_BELOW,
    };
    open(work, handbook, opening).await?;
    Ok(superior)
}

/// The files of the card, whoever sees them, held; a file may have been destroyed since.
async fn still_there(work: &Work<'_>, loan: &Loan) -> ApiResult<Files> {
    let ids: Vec<ClientId> = serde_json::from_str(&loan.files)?;
    let held = File::find()
        .filter(FileColumn::Id.is_in(ids))
        .order_by_asc(FileColumn::Id)
        .lock_exclusive()
        .all(work.db())
        .await?;
    let level = held.iter().map(|file| file.level.rank()).max().unwrap_or_default();
    let ids = held.into_iter().map(|file| file.id).collect();
    Ok(Files { ids, level: level.max(loan.level) })
}
