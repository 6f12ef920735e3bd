//! Tables as the entities of an area see them: entities are private to their area, the test that
//! compares them with the database is not.
use sea_orm::{
    DbBackend, EntityTrait, Schema,
    sea_query::{Alias, IntoIden, TableCreateStatement},
};

/// One table of an area.
pub struct Table {
    pub name: &'static str,
    create: fn(&Schema) -> TableCreateStatement,
}

impl Table {
    #[must_use]
    pub fn of<E: EntityTrait>() -> Self {
        Self {
            name: E::default().table_name(),
            create: |schema| schema.create_table_from_entity(E::default()),
        }
    }

    /// The statement that makes a table as the entity sees it, under another name.
    #[must_use]
    pub fn create_as(&self, name: &str, backend: DbBackend) -> TableCreateStatement {
        let mut statement = (self.create)(&Schema::new(backend));
        statement.table(Alias::new(name).into_iden());
        statement
    }
}

/// `tables![person::Entity, role::Entity]`.
#[macro_export]
macro_rules! tables {
    ($($entity:path),+ $(,)?) => { vec![$( $crate::schema::Table::of::<$entity>() ),+] };
}

/// What every area shares.
#[must_use]
pub fn tables() -> Vec<Table> {
    tables![
        crate::audit::entry::Entity,
        crate::audit::event::Entity,
        crate::audit::seal::head::Entity,
        crate::idempotency::entity::Entity,
        crate::installation::entity::Entity,
        crate::jobs::entity::Entity,
        crate::jobs::row::Entity,
        crate::lease::entity::Entity,
        crate::notify::entity::Entity,
        crate::readings::entity::Entity,
    ]
}
