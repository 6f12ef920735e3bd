//! Everything that is kept of a file: counted and hashed, and at the end deleted, table by table. A new
//! table that hangs on a file joins `archive::hanging::everything_hanging`, and with it every list here.
use crate::ClientId;
use crate::archive::hanging::everything_hanging;
use crate::archive::{entity as file, hand_over_entity, tier_entity, verification_entity};
use sea_orm::sea_query::sea_value_to_json_value;
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityName, EntityTrait, IdenStatic, Iterable,
    ModelTrait, QueryFilter, QueryOrder,
};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Columns of a file that move while it waits: where it stands, not what it says.
const PASSING: &[&str] = &["status", "version", "updated_at", "level", "level_until"];

/// What there is of some files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inventory {
    /// By table.
    pub counts: BTreeMap<String, u64>,
    /// SHA-256 in hex, over each row as JSON, in the order of tables and ids.
    pub sha256: String,
}

pub async fn take(tx: &DatabaseTransaction, files: &[ClientId]) -> Result<Inventory, DbErr> {
    let mut taking = Taking { tx, files, counts: BTreeMap::new(), hash: Sha256::new() };
    taking.table::<file::Entity>(file::Column::Id, file::Column::Id).await?;
    macro_rules! decided {
        ($($entity:ident),+) => { $(
            let (of, id) = ($entity::Column::ClientId, $entity::Column::Id);
            taking.table::<$entity::Entity>(of, id).await?;
        )+ };
    }
    decided!(verification_entity, hand_over_entity, tier_entity);
    taking.hanging().await?;
    Ok(Inventory { counts: taking.counts, sha256: hex::encode(taking.hash.finalize()) })
}

/// Let go of all of it.
pub async fn delete(tx: &DatabaseTransaction, files: &[ClientId]) -> Result<(), DbErr> {
    delete_hanging(tx, files).await?;
    macro_rules! decided {
        ($($entity:ident),+) => { $(
            let of = $entity::Column::ClientId.is_in(files.iter().copied());
            $entity::Entity::delete_many().filter(of).exec(tx).await?;
        )+ };
    }
    decided!(verification_entity, hand_over_entity, tier_entity);
    let own = file::Column::Id.is_in(files.iter().copied());
    file::Entity::delete_many().filter(own).exec(tx).await?;
    Ok(())
}

async fn delete_hanging(tx: &DatabaseTransaction, files: &[ClientId]) -> Result<(), DbErr> {
    macro_rules! hanging {
        ($($feature:ident),+ $(,)?) => { $(
            use crate::$feature::entity as $feature;
            let of = $feature::Column::ClientId.is_in(files.iter().copied());
            $feature::Entity::delete_many().filter(of).exec(tx).await?;
        )+ };
    }
    everything_hanging!(hanging);
    Ok(())
}

/// The tables of all of it.
pub fn tables() -> Vec<String> {
    let mut names = vec![file::Entity.table_name().to_owned()];
    macro_rules! decided {
        ($($entity:ident),+) => { $( names.push($entity::Entity.table_name().to_owned()); )+ };
    }
    macro_rules! hanging {
        ($($feature:ident),+) => { $(
            use crate::$feature::entity as $feature;
            decided!($feature);
        )+ };
    }
    decided!(verification_entity, hand_over_entity, tier_entity);
    everything_hanging!(hanging);
    names
}

struct Taking<'a> {
    tx: &'a DatabaseTransaction,
    files: &'a [ClientId],
    counts: BTreeMap<String, u64>,
    hash: Sha256,
}

impl Taking<'_> {
    async fn hanging(&mut self) -> Result<(), DbErr> {
        macro_rules! hanging {
            ($($feature:ident),+ $(,)?) => { $(
                use crate::$feature::entity as $feature;
                let (of, id) = ($feature::Column::ClientId, $feature::Column::Id);
                self.table::<$feature::Entity>(of, id).await?;
            )+ };
        }
        everything_hanging!(hanging);
        Ok(())
    }

    async fn table<E>(&mut self, of: E::Column, id: E::Column) -> Result<(), DbErr>
    where
        E: EntityTrait,
        E::Model: ModelTrait<Entity = E>,
    {
        let name = E::default().table_name().to_owned();
        let rows = E::find()
            .filter(of.is_in(self.files.iter().copied()))
            .order_by_asc(id)
            .all(self.tx)
            .await?;
        for row in &rows {
            self.hash.update(Value::Object(written::<E>(&name, row)).to_string());
            self.hash.update("\n");
        }
        if !rows.is_empty() {
            let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
            self.counts.insert(name, count);
        }
        Ok(())
    }
}

/// A row as JSON: the same on both databases.
fn written<E>(table: &str, row: &E::Model) -> Map<String, Value>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E>,
{
    let is_file = table == file::Entity.table_name();
    let mut written = Map::new();
    written.insert("table".to_owned(), table.into());
    for column in E::Column::iter() {
        let name = column.as_str();
        if !(is_file && PASSING.contains(&name)) {
            written.insert(name.to_owned(), sea_value_to_json_value(&row.get(column)));
        }
    }
    written
}
