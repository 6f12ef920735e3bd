//! Queries on disclosures; every one that answers to a caller starts from [`visible_to`].
use super::dto::DisclosureFilter;
use super::entity::{Column, Entity, Model};
use super::named::entity as named;
use crate::archive::entity::{Column as FileColumn, Entity as Files};
use crate::archive::store::visible_to as files_visible_to;
use crate::{ClientId, DisclosureId, ProvideDisclosures, ReadClients, ReadDisclosures};
use chrono::{DateTime, NaiveDate, Utc};
use handbook::Handbook;
use kernel::access::{Actor, Permission};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::text::{self, Word};
use kernel::visible;
use kernel::work::Work;
use sea_orm::sea_query::{Expr, ExprTrait, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};
use uuid::Uuid;

/// Those within reach of whoever reads or provides disclosures, one's own, and those that one has to
/// approve; nothing above one's clearance.
pub fn visible_to(actor: &Actor, at: DateTime<Utc>) -> Condition {
    let (mut concerned, place) =
        (Condition::any(), (Column::RequestedBy, Column::DepartmentId, Column::SiteId));
    for permission in [ReadDisclosures::NAME, ProvideDisclosures::NAME] {
        let reach = actor.reach(permission);
        concerned = concerned.add(reach.condition(actor.id, place.0, place.1, place.2));
    }
    if actor.holds(ReadDisclosures::NAME) {
        let approving = approvals::taken_part(actor, at);
        let own = Column::RequestedBy.eq(actor.id);
        concerned = concerned.add(own).add(Column::Id.in_subquery(approving));
    }
    Condition::all().add(Column::Level.lte(actor.clearance)).add(concerned)
}

/// Whether the one of an id exists for somebody, for its approvals.
#[must_use]
pub fn exists(actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr {
    visible::exists::<Entity>(Column::Id, id, visible_to(actor, at))
}

pub fn matching(
    actor: &Actor,
    handbook: &Handbook,
    filter: &DisclosureFilter,
    at: DateTime<Utc>,
) -> Select<Entity> {
    let states = filter.state.iter().copied();
    let grounds = filter.ground.iter().copied();
    let kinds = filter.recipient_kind.iter().copied();
    let begins = |day: Option<NaiveDate>| day.and_then(|day| handbook.midnight(day));
    let from = begins(filter.from).map(|at| Column::RequestedAt.gte(at));
    let until = begins(filter.to.and_then(|day| day.succ_opt()));
    let until = until.map(|at| Column::RequestedAt.lt(at));
    let of = |id| Column::Id.in_subquery(naming(actor, id));
    Entity::find().filter(visible_to(actor, at)).filter(
        Condition::all()
            .add_option((!filter.state.is_empty()).then(|| Column::State.is_in(states)))
            .add_option((!filter.ground.is_empty()).then(|| Column::Ground.is_in(grounds)))
            .add_option(
                (!filter.recipient_kind.is_empty()).then(|| Column::RecipientKind.is_in(kinds)),
            )
            .add_option(filter.requested_by.map(|id| Column::RequestedBy.eq(id)))
            .add_option(from)
            .add_option(until)
            .add_option(filter.client_id.map(of))
            .add_option(filter.q.as_deref().map(words)),
    )
}

/// Disclosures that name a file, where the file exists for the caller: of one that does not, nobody is
/// told that anything was provided.
fn naming(actor: &Actor, id: ClientId) -> SelectStatement {
    let seen = Files::find()
        .select_only()
        .column(FileColumn::Id)
        .filter(FileColumn::Id.eq(id))
        .filter(files_visible_to::<ReadClients>(actor));
    named::Entity::find()
        .select_only()
        .column(named::Column::DisclosureId)
        .filter(named::Column::ClientId.in_subquery(seen.into_query()))
        .into_query()
}

/// What [`words`] looks through.
#[must_use]
pub fn search_text(number: &str, recipient: Option<&str>) -> String {
    format!(" {} ", text::document(&[recipient.unwrap_or_default()], &[number]))
}

/// Every word must occur, in any of its spellings. A text without words finds nothing.
fn words(q: &str) -> Condition {
    let Some(query) = text::query(q) else {
        return Condition::all().add(ExprTrait::eq(Expr::val(1), 0));
    };
    query.words.iter().fold(Condition::all(), |all, word| all.add(spellings(word)))
}

/// Tokens hold letters and digits alone, so no wildcard can come from the user.
fn spellings(word: &Word) -> Condition {
    word.spellings.iter().fold(Condition::any(), |any, phrase| {
        let end = if phrase.prefix { "" } else { " " };
        let pattern = format!("% {}{end}%", phrase.tokens.join(" "));
        any.add(Column::SearchText.like(pattern))
    })
}

pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: DisclosureId,
    at: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(visible_to(actor, at)).one(db).await
}

/// A disclosure, and the version of it that the caller looked at.
pub type Seen = (DisclosureId, IfMatch);

/// The one that the caller saw, held until the commit.
pub async fn seen(work: &Work<'_>, (id, version): Seen) -> ApiResult<Model> {
    let visible = visible_to(work.actor(), work.at());
    let found = Entity::find_by_id(id).filter(visible).lock_exclusive().one(work.db()).await?;
    let row = found.ok_or(code::NOT_FOUND)?;
    version.check(row.version)?;
    Ok(row)
}

/// Whoever sees it: for the approval that decides about it.
pub async fn hold(tx: &DatabaseTransaction, id: DisclosureId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(tx).await
}

/// Whoever sees them, held in the order of their ids: what rests on one consent.
pub async fn hold_all(
    tx: &DatabaseTransaction,
    ids: impl IntoIterator<Item = DisclosureId>,
) -> Result<Vec<Model>, DbErr> {
    let found = Entity::find().filter(Column::Id.is_in(ids)).order_by_asc(Column::Id);
    found.lock_exclusive().all(tx).await
}

/// Those of some ids that exist for the caller.
pub async fn some(
    db: &impl ConnectionTrait,
    actor: &Actor,
    ids: impl IntoIterator<Item = DisclosureId>,
    at: DateTime<Utc>,
) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(visible_to(actor, at)).filter(Column::Id.is_in(ids)).all(db).await
}

pub async fn insert(tx: &DatabaseTransaction, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn save(tx: &DatabaseTransaction, row: &Model) -> Result<(), DbErr> {
    let all = row.clone().into_active_model().reset_all();
    Entity::update_many().set(all).filter(Column::Id.eq(row.id)).exec(tx).await?;
    Ok(())
}

/// Some of its files are to be destroyed: that it was provided, and to whom, stays; who received it at a
/// client that is gone does not (A-BOR-06).
pub async fn outlive(tx: &DatabaseTransaction, files: &[ClientId]) -> Result<(), DbErr> {
    let of: Vec<DisclosureId> = named::Entity::find()
        .select_only()
        .column(named::Column::DisclosureId)
        .filter(named::Column::ClientId.is_in(files.iter().copied()))
        .into_tuple()
        .all(tx)
        .await?;
    for mut row in hold_all(tx, of.iter().copied()).await? {
        let gone = of.iter().filter(|id| **id == row.id).count();
        row.destroyed_files += i16::try_from(gone).unwrap_or(i16::MAX);
        if row.recipient_kind == super::kinds::RecipientKind::Client {
            row.received_by = None;
        }
        row.version += 1;
        save(tx, &row).await?;
    }
    Ok(())
}

/// Requested in some days, after one, for the pack of evidence.
pub fn within(
    actor: &Actor,
    at: DateTime<Utc>,
    days: (DateTime<Utc>, DateTime<Utc>),
    after: Option<Uuid>,
) -> Select<Entity> {
    Entity::find()
        .filter(visible_to(actor, at))
        .filter(Column::RequestedAt.gte(days.0))
        .filter(Column::RequestedAt.lt(days.1))
        .filter(Condition::all().add_option(after.map(|id| Column::Id.gt(DisclosureId(id)))))
        .order_by_asc(Column::Id)
}
