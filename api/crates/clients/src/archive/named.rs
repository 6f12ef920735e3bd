//! A file together with the names that stand on it: what the product is asked for most. One statement,
//! and always the same text: writing it anew cost a fifth of an answer. Whether the file exists for
//! the caller is therefore decided beside the row and not in the statement.
use super::entity::{Column, Entity, Model};
use super::rules;
use crate::names::{Names, Wanted};
use crate::{ClientId, ReadClients};
use identity::names::{Of, beside};
use kernel::access::{Actor, Permission};
use kernel::error::ApiResult;
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, QueryTrait, Statement,
};
use std::sync::LazyLock;
use uuid::Uuid;

static ON_SQLITE: LazyLock<String> = LazyLock::new(|| text(DbBackend::Sqlite));
static ON_POSTGRES: LazyLock<String> = LazyLock::new(|| text(DbBackend::Postgres));

/// Whose names stand on a file, and under what the statement answers them.
const NAMED: [(Of, Column, &str); 6] = [
    (Of::Person, Column::OwnerId, "owner_name"),
    (Of::Person, Column::CreatedBy, "creator_name"),
    (Of::Person, Column::InferiorReportedBy, "reporter_name"),
    (Of::Person, Column::InferiorConfirmedBy, "confirmer_name"),
    (Of::Department, Column::DepartmentId, "department_name"),
    (Of::Site, Column::SiteId, "site_name"),
];

fn text(backend: DbBackend) -> String {
    // The id is the statement's one parameter; which one stands here makes no difference.
    let mut select = Entity::find_by_id(Uuid::nil());
    for (of, column, alias) in NAMED {
        select = beside(select, (of, column), alias);
    }
    select.build(backend).sql
}

/// The names of a file that was read without them.
pub async fn names(db: &impl ConnectionTrait, file: &Model) -> ApiResult<Names> {
    let mut wanted = Wanted::default();
    wanted.person(file.owner_id);
    wanted.person(file.created_by);
    wanted.person(file.inferior_reported_by);
    wanted.person(file.inferior_confirmed_by);
    wanted.department(file.department_id);
    wanted.site(file.site_id);
    wanted.find(db).await
}

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    file: Model,
    owner_name: Option<String>,
    creator_name: Option<String>,
    reporter_name: Option<String>,
    confirmer_name: Option<String>,
    department_name: Option<String>,
    site_name: Option<String>,
}

/// The file, if it exists for the caller (`store::visible_to` says the same in a statement).
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    id: ClientId,
) -> Result<Option<(Model, Names)>, DbErr> {
    let backend = db.get_database_backend();
    let sql = if backend == DbBackend::Sqlite { &*ON_SQLITE } else { &*ON_POSTGRES };
    let statement = Statement::from_sql_and_values(backend, sql, [id.0.into()]);
    let row = Row::find_by_statement(statement).one(db).await?;
    let theirs = |row: &Row| actor.may(ReadClients::NAME, &rules::place(&row.file));
    Ok(row.filter(theirs).map(Row::apart))
}

impl Row {
    fn apart(self) -> (Model, Names) {
        let file = self.file;
        let names = [
            (Some(file.owner_id.0), self.owner_name),
            (Some(file.created_by.0), self.creator_name),
            (file.inferior_reported_by.map(|id| id.0), self.reporter_name),
            (file.inferior_confirmed_by.map(|id| id.0), self.confirmer_name),
            (file.department_id.map(|id| id.0), self.department_name),
            (file.site_id.map(|id| id.0), self.site_name),
        ];
        let names = names.into_iter().filter_map(|(id, name)| Some((id?, name))).collect();
        (file, names)
    }
}
