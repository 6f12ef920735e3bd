//! Merge two files of one client (A-CLI-14), losing nothing of either: what the remaining file lacks
//! is filled from the other, everything that hung on the other hangs on it from now on, and the other
//! stays readable as it was, with its trail.
use super::actions::MergeClients;
use super::entity::{Column, Entity, Model};
use super::fill::filled;
use super::input::tidied;
use super::kinds::{FileStatus, Inferior};
use super::step::{self, Target};
use super::{act, contents, dto::Client, hanging, merge_standing, refusal::Refusal, rules, store};
use crate::notices;
use crate::obligations::saved;
use crate::{ClientId, purchases};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record};
use kernel::code::{self, field};
use kernel::error::{ApiError, ApiResult};
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::notify::{self, Notice};
use kernel::work::Work;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

pub async fn merge(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: MergeClients,
) -> ApiResult<Reply<Client>> {
    let mut work = Work::begin(app, actor).await?;
    let input = tidied(&input)?;
    let (target, from) = hold(&work, on, &input).await?;
    let gone = leave(&mut work, &from, &target, &input).await?;
    purchases::give_way(&work, from.id, target.id).await?;
    repoint(work.db(), from.id, target.id).await?;
    let after = take_in(&mut work, &target, &from, &input.reason).await?;
    work.record(taken(&target, &after, &from, &input)?);
    tell(&work, &gone).await?;
    step::answer(work, handbook, after).await
}

/// Both files, held in the order of their ids. The other one is named in the body: where the caller
/// does not see it, the field is wrong, as it is for one that does not exist.
async fn hold(work: &Work<'_>, on: Target, input: &MergeClients) -> ApiResult<(Model, Model)> {
    if on.id == input.from_id {
        return Err(Refusal::SameFile.into());
    }
    let rows = store::lock_all(work.db(), work.actor(), [on.id, input.from_id]).await?;
    let find = |id: ClientId| rows.iter().find(|row| row.id == id).cloned();
    let target = find(on.id).ok_or(code::NOT_FOUND)?;
    on.seen.check(target.version)?;
    rules::merge(work.actor(), &target)?;
    let unknown = || ApiError::field("/from_id", field::UNKNOWN_REFERENCE);
    let from = find(input.from_id).ok_or_else(unknown)?;
    IfMatch(input.from_version).check(from.version)?;
    rules::merge(work.actor(), &from)?;
    rules::merge_pair(&target, &from)?;
    Ok((target, from))
}

/// The other file becomes history. First of all, since its credit code may go to the remaining one.
async fn leave(
    work: &mut Work<'_>,
    from: &Model,
    target: &Model,
    input: &MergeClients,
) -> ApiResult<Model> {
    let mut gone = step::next(work, from);
    gone.status = FileStatus::Merged;
    gone.merged_into_id = Some(target.id);
    let record = act::act("client.merged-away", &gone)
        .changes(Changes::one("merged_into_id", from.merged_into_id, gone.merged_into_id))
        .reason(input.reason.clone());
    step::keep(work, from, gone, record).await
}

/// What the remaining file becomes. Nothing secret comes down with its contents, a mark as inferior
/// comes along, and the last talk with the client is that of both.
async fn take_in(
    work: &mut Work<'_>,
    target: &Model,
    from: &Model,
    reason: &str,
) -> ApiResult<Model> {
    let mut after = step::next(work, target);
    let both = filled(&contents::read(target)?, &contents::read(from)?)?;
    contents::write(&mut after, &both)?;
    merge_standing::take_over(work, (target, from), &mut after, reason).await?;
    after.last_contact_at = hanging::last_contact(work.db(), target.id).await?;
    if after.inferior == Inferior::None {
        after.inferior = from.inferior;
        after.inferior_reason.clone_from(&from.inferior_reason);
        after.inferior_reported_by = from.inferior_reported_by;
        after.inferior_reported_at = from.inferior_reported_at;
        after.inferior_confirmed_by = from.inferior_confirmed_by;
        after.inferior_confirmed_at = from.inferior_confirmed_at;
        after.inferior_note.clone_from(&from.inferior_note);
    }
    saved(work, target, &after).await?;
    hanging::recount(work, &after).await
}

fn taken(before: &Model, after: &Model, from: &Model, input: &MergeClients) -> ApiResult<Record> {
    let record = act::written("client.merged", Some(before), after)?;
    let known = serde_json::json!({"id": from.id, "number": from.number});
    Ok(record.data("from", known).reason(input.reason.clone()))
}

/// Let everything that hangs on one file hang on another. Files that went into the one before follow
/// it, so that a file's predecessors are always one step away.
async fn repoint(tx: &DatabaseTransaction, from: ClientId, to: ClientId) -> Result<(), DbErr> {
    macro_rules! repoint {
        ($($feature:ident),+) => { $(
            crate::$feature::entity::Entity::update_many()
                .col_expr(crate::$feature::entity::Column::ClientId, Expr::value(to))
                .filter(crate::$feature::entity::Column::ClientId.eq(from))
                .exec(tx)
                .await?;
        )+ };
    }
    hanging::everything_hanging!(repoint);
    Entity::update_many()
        .col_expr(Column::MergedIntoId, Expr::value(to))
        .filter(Column::MergedIntoId.eq(from))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whose client is gone hears of it.
async fn tell(work: &Work<'_>, gone: &Model) -> ApiResult<()> {
    if gone.owner_id == work.actor().id {
        return Ok(());
    }
    let notice = Notice::new(notices::CLIENT_MERGED_AWAY, act::resource(gone));
    notify::send(work, &[gone.owner_id], &notice).await
}
