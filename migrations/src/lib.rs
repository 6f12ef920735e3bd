//! The schema of both databases. See `migrations/README.md`: expand, backfill, contract.
use sea_orm_migration::prelude::*;
pub use sea_orm_migration::prelude::{MigratorTrait, SchemaManager};

mod m20261122_000001_platform;
mod m20261122_000002_identity;
mod m20261122_000003_handbook;
mod m20261122_000004_clients;
mod m20261122_000005_records;
mod m20261124_000006_secrecy;
mod m20261124_000007_oversight;
mod m20261124_000008_market;
mod m20261125_000009_presence;
mod m20261125_000010_pairs;
mod m20261129_000011_submission_records;
mod m20261129_000012_level_terms;
mod m20261129_000013_approvals;
mod m20261129_000014_client_loans;
mod m20261129_000015_obligations;
mod m20261129_000016_client_information_reports;
mod m20261129_000017_supplemented;
mod m20261129_000018_channels;
mod m20261129_000019_destruction;
mod m20261130_000020_readings;
mod m20261130_000021_client_incidents;
mod m20261130_000022_client_disclosures;
mod m20261130_000023_item_levels;
pub mod parts;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_platform::Migration),
            Box::new(m20261122_000002_identity::Migration),
            Box::new(m20261122_000003_handbook::Migration),
            Box::new(m20261122_000004_clients::Migration),
            Box::new(m20261122_000005_records::Migration),
            Box::new(m20261124_000006_secrecy::Migration),
            Box::new(m20261124_000007_oversight::Migration),
            Box::new(m20261124_000008_market::Migration),
            Box::new(m20261125_000009_presence::Migration),
            Box::new(m20261125_000010_pairs::Migration),
            Box::new(m20261129_000011_submission_records::Migration),
            Box::new(m20261129_000012_level_terms::Migration),
            Box::new(m20261129_000013_approvals::Migration),
            Box::new(m20261129_000014_client_loans::Migration),
            Box::new(m20261129_000015_obligations::Migration),
            Box::new(m20261129_000016_client_information_reports::Migration),
            Box::new(m20261129_000017_supplemented::Migration),
            Box::new(m20261129_000018_channels::Migration),
            Box::new(m20261129_000019_destruction::Migration),
            Box::new(m20261130_000020_readings::Migration),
            Box::new(m20261130_000021_client_incidents::Migration),
            Box::new(m20261130_000022_client_disclosures::Migration),
            Box::new(m20261130_000023_item_levels::Migration),
        ]
    }
}
