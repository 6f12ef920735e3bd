//! When a file was last supplemented or adjusted (A-CLI-11): its own time, for a level, a hand-over or a
//! comment change the file as well.
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What a file begun by a process of the release before gets, which knows no such time: it is asked for
/// nothing until it is supplemented.
const NEVER_DUE: &str = "9999-12-31 00:00:00+00:00";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        let mut supplemented = time("supplemented_at");
        supplemented.default(NEVER_DUE);
        let add = Table::alter().table("client").add_column(&mut supplemented).to_owned();
        m.alter_table(add).await?;
        run(m, "UPDATE client SET supplemented_at = updated_at").await?;
        index(m, "client", "client_supplemented", "supplemented_at", None).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        run(m, "DROP INDEX client_supplemented").await?;
        let drop = Table::alter().table("client").drop_column("supplemented_at").to_owned();
        m.alter_table(drop).await
    }
}
