//! The register, the latest first, and one of it.
use super::dto::{ExceptionDetail, ExceptionFilter, ExceptionRow};
use super::entity::{Column, Entity};
use super::kinds::ExceptionState;
use super::show::{self, Around};
use super::store;
use crate::obligations::Obligations;
use crate::{ExceptionId, Handbook};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

pub async fn list(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    filter: &ExceptionFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<ExceptionRow>>> {
    let db = app.db.reader();
    let matching = Entity::find()
        .filter(store::visible_to(obligations, actor, app.clock.now()))
        .filter(chosen(filter, &obligations.handbook));
    let (rows, total) = paging.newest(db, matching, Column::Id).await?;
    let around = Around::of(app, db, obligations, actor, &rows).await?;
    Ok(Reply::ok(paging.page(rows, total, |row| row.id, |row| around.row(row))?))
}

fn chosen(filter: &ExceptionFilter, handbook: &Handbook) -> Condition {
    let kinds = filter.kind.iter().copied();
    let states = filter.state.iter().copied();
    let begin = |day| handbook.midnight(day);
    let in_force = filter.in_force_on.map(|day| {
        let open = Condition::any().add(Column::ExpiresOn.gte(day));
        Condition::all().add(Column::State.eq(ExceptionState::Approved)).add(open)
    });
    Condition::all()
        .add_option((!filter.kind.is_empty()).then(|| Column::Kind.is_in(kinds)))
        .add_option((!filter.state.is_empty()).then(|| Column::State.is_in(states)))
        .add_option(filter.about.as_ref().map(|about| Column::About.eq(about)))
        // A JSON list of ids, none of which holds a quotation mark.
        .add_option(filter.clause.as_ref().map(|id| Column::Clauses.contains(format!("\"{id}\""))))
        .add_option(filter.subject_id.map(|id| Column::SubjectId.eq(id)))
        .add_option(filter.requested_by.map(|id| Column::RequestedBy.eq(id)))
        .add_option(filter.department_id.map(|id| Column::DepartmentId.eq(id)))
        .add_option(filter.from.and_then(begin).map(|at| Column::RequestedAt.gte(at)))
        .add_option(
            filter
                .to
                .and_then(|day| day.succ_opt())
                .and_then(begin)
                .map(|at| Column::RequestedAt.lt(at)),
        )
        .add_option(in_force)
}

pub async fn get(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    id: ExceptionId,
) -> ApiResult<Reply<ExceptionDetail>> {
    let db = app.db.reader();
    let visible = store::visible_to(obligations, actor, app.clock.now());
    let row = store::find(db, visible, id).await?.ok_or(code::NOT_FOUND)?;
    Ok(Reply::ok(show::one(app, db, obligations, actor, row).await?))
}
