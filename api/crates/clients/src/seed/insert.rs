//! Inserting seeded files in few statements.
use super::file;
use super::hanging::{Hanging, Ids};
use super::model::{Author, SeedClient};
use crate::ClientId;
use crate::archive::create::SEARCH_KEYS;
use crate::archive::{act, entity, index};
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Person, RequestInfo, Via};
use kernel::audit::{self, Record};
use kernel::error::{ApiResult, Fault};
use kernel::work::Work;
use kernel::{lang::Lang, numbers};
use sea_orm::{
    ActiveModelTrait, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, Iterable,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Parameters of one statement: below the 32 766 of SQLite.
const PARAMETERS: usize = 30_000;
const ROWS: usize = 500;

#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// Where ids come from; a demonstration takes them from its seed.
    pub ids: Ids<'a>,
    /// Months between two verifications (A-CLI-10).
    pub verification_months: u32,
    /// The trail tells with what each file began; without, only that it did, and by whom.
    pub trail_of_contents: bool,
}

/// Insert files with everything that hangs on them, their search documents and their trail.
pub async fn insert_many(
    work: &mut Work<'_>,
    clients: &[SeedClient],
    options: Options<'_>,
) -> ApiResult<()> {
    let first = search_keys(work.db(), clients.len()).await?;
    let mut rows = Vec::with_capacity(clients.len());
    let (mut hanging, mut trail) = (Hanging::default(), Trail::new());
    for (client, key) in clients.iter().zip(first..) {
        let id: ClientId = (options.ids)(client.created_at).into();
        let row = file::row(client, id, key, options.verification_months)?;
        let names: Vec<String> = client.contacts.iter().map(|one| one.name.clone()).collect();
        index::put(work, &row, &names);
        hanging.add(client, id, options.ids)?;
        note(&mut trail, client, &row, options)?;
        rows.push(row.into_active_model());
    }
    insert(work.db(), rows).await?;
    insert_hanging(work.db(), hanging).await?;
    insert_trail(work.db(), trail, options.ids).await
}

/// A block of keys of the search index; answers the first.
async fn search_keys(tx: &DatabaseTransaction, many: usize) -> ApiResult<i64> {
    let count = i32::try_from(many).map_err(|_| Fault(format!("{many} files at once")))?;
    let last = numbers::keys(tx, SEARCH_KEYS, count).await?;
    Ok(i64::from(last - count) + 1)
}

async fn insert<E, A>(tx: &DatabaseTransaction, rows: Vec<A>) -> Result<(), DbErr>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E> + Clone,
{
    let most = (PARAMETERS / E::Column::iter().count().max(1)).min(ROWS);
    for chunk in rows.chunks(most) {
        E::insert_many(chunk.iter().cloned()).exec_without_returning(tx).await?;
    }
    Ok(())
}

async fn insert_hanging(tx: &DatabaseTransaction, hanging: Hanging) -> Result<(), DbErr> {
    insert(tx, hanging.contacts).await?;
    insert(tx, hanging.qualifications).await?;
    insert(tx, hanging.interactions).await?;
    insert(tx, hanging.purchases).await?;
    insert(tx, hanging.comments).await
}

/// Acts of one person at one moment share a statement.
type Trail = BTreeMap<(DateTime<Utc>, uuid::Uuid), (Author, Vec<Record>)>;

fn note(
    trail: &mut Trail,
    client: &SeedClient,
    row: &entity::Model,
    options: Options<'_>,
) -> ApiResult<()> {
    let mut record = if options.trail_of_contents {
        act::written("client.created", None, row)?
    } else {
        act::act("client.created", row)
    };
    record.told_to = None;
    let author = &client.created_by;
    let key = (client.created_at, author.id.0);
    trail.entry(key).or_insert_with(|| (author.clone(), vec![])).1.push(record);
    Ok(())
}

async fn insert_trail(tx: &DatabaseTransaction, trail: Trail, ids: Ids<'_>) -> ApiResult<()> {
    for ((at, _), (author, mut records)) in trail {
        let actor = actor(author);
        while !records.is_empty() {
            let rest = records.split_off(records.len().min(ROWS));
            audit::insert(tx, &actor, at, records, || ids(at)).await?;
            records = rest;
        }
    }
    Ok(())
}

/// The person in whose name the trail speaks; `via` says that it was the service that wrote it.
fn actor(author: Author) -> Actor {
    let person = Person {
        id: author.id,
        name: author.name,
        department_id: None,
        site_id: None,
        clearance: 0,
        permissions: BTreeMap::new(),
        must_change_password: false,
        withheld: None,
    };
    let request = RequestInfo::new("seed".to_owned(), Lang::default(), "system".to_owned());
    Actor { person: Arc::new(person), via: Via::System, credential: None, request }
}
