//! Instructions as their readers may see them.
use super::dto::InstructionRow;
use super::entity::Model;
use super::rules;
use crate::ClientId;
use crate::ReadClients;
use crate::archive::entity::{Column, Entity as File};
use crate::archive::store::visible_to;
use crate::names::{Names, Ref, Wanted};
use kernel::access::Actor;
use kernel::error::ApiResult;
use kernel::http::shown::allowed;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// What a page of rows names: two look-ups, however many rows.
pub struct Around {
    names: Names,
    files: HashMap<ClientId, String>,
}

impl Around {
    pub async fn of(db: &impl ConnectionTrait, actor: &Actor, rows: &[Model]) -> ApiResult<Self> {
        let mut wanted = Wanted::default();
        for row in rows {
            wanted.person(row.given_to);
            wanted.person(row.given_by);
            wanted.person(row.settled_by);
        }
        let ids: Vec<_> = rows.iter().filter_map(|row| row.client_id).collect();
        let files = if ids.is_empty() {
            HashMap::new()
        } else {
            let named = File::find()
                .select_only()
                .columns([Column::Id, Column::Name])
                .filter(Column::Id.is_in(ids))
                .filter(visible_to::<ReadClients>(actor))
                .into_tuple::<(ClientId, String)>();
            named.all(db).await?.into_iter().collect()
        };
        Ok(Self { names: wanted.find(db).await?, files })
    }

    pub fn row(&self, actor: &Actor, row: Model) -> InstructionRow {
        let lang = actor.request.lang;
        let allowed_actions = vec![
            allowed("confirm", rules::confirm(actor, &row), lang),
            allowed("withdraw", rules::withdraw(actor, &row), lang),
        ];
        let file = |id: ClientId| Some(Ref::new(id.0, self.files.get(&id)?.clone()));
        InstructionRow {
            id: row.id,
            client: row.client_id.and_then(file),
            filter: row.filter,
            instruction: row.instruction,
            due_on: row.due_on,
            state: row.state,
            given_to: self.names.person(row.given_to),
            given_by: self.names.person(row.given_by),
            given_at: row.given_at,
            settled_by: row.settled_by.map(|id| self.names.person(id)),
            settled_at: row.settled_at,
            settlement: row.settlement,
            version: row.version,
            allowed_actions,
        }
    }
}

pub async fn one(
    db: &impl ConnectionTrait,
    actor: &Actor,
    model: Model,
) -> ApiResult<InstructionRow> {
    let around = Around::of(db, actor, std::slice::from_ref(&model)).await?;
    Ok(around.row(actor, model))
}
