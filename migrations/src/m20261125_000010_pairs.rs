//! On PostgreSQL a search document also holds the pairs of its Hanzi (`kernel::text::with_pairs`); here
//! they are worked out from the places of the single ones, for documents that were written before.
use crate::parts::*;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// U+3400 stands between fields and belongs to no pair.
const UP: &str = "WITH single AS ( \
        SELECT key, lexeme, unnest(positions) AS place FROM client_search, unnest(v) \
        WHERE length(lexeme) = 1 AND octet_length(lexeme) > 1 AND lexeme <> U&'\\3400'), \
    beside AS ( \
        SELECT key, lexeme, place, lead(lexeme) OVER by_place AS next, \
            lead(place) OVER by_place AS next_place, lag(place) OVER by_place AS before \
        FROM single WINDOW by_place AS (PARTITION BY key ORDER BY place)), \
    paired AS ( \
        SELECT key, string_agg( \
            CASE WHEN before = place - 1 THEN '' ELSE U&'\\3400 ' END || lexeme || next, \
            ' ' ORDER BY place) AS pairs \
        FROM beside WHERE next_place = place + 1 GROUP BY key) \
    UPDATE client_search SET v = v || to_tsvector('simple', pairs) \
    FROM paired WHERE paired.key = client_search.key";

const DOWN: &str = "UPDATE client_search SET v = ts_delete(v, coalesce(( \
        SELECT array_agg(lexeme) FROM unnest(v) \
        WHERE length(lexeme) = 2 AND octet_length(lexeme) > 3), '{}'))";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, m: &SchemaManager) -> Result<(), DbErr> {
        run_on(m, "", UP).await
    }

    async fn down(&self, m: &SchemaManager) -> Result<(), DbErr> {
        run_on(m, "", DOWN).await
    }
}
