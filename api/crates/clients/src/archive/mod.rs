//! Client files: the core that every other feature of the area hangs on.
//!
//! What others use: `store` (queries, each scoped), `rules` (who may do what), `create::begin` and
//! `update::rewrite` (write a file within a work), `hanging::recount` (after contacts or
//! qualifications changed), `list::chosen` (a filter as a query), `act` (what the trail says).
pub(crate) mod act;
pub mod actions;
pub(crate) mod another;
pub(crate) mod blank;
pub(crate) mod brief;
pub mod completeness;
pub(crate) mod contents;
pub(crate) mod create;
pub mod dto;
pub mod entity;
pub(crate) mod filter;
mod filter_choices;
mod get;
pub(crate) mod hanging;
mod happened;
pub(crate) mod index;
pub mod input;
pub mod kinds;
pub(crate) mod level_rules;
pub(crate) mod list;
mod named;
pub(crate) mod owner;
pub(crate) mod owner_away;
pub(crate) mod path;
pub(crate) mod privacy;
pub(crate) mod refusal;
mod routes;
pub(crate) mod rules;
pub mod sections;
pub(crate) mod show;
pub(crate) mod similar;
mod sort;
pub(crate) mod store;
pub(crate) mod update;

mod action_routes;
mod ask;
pub(crate) mod change_state;
pub(crate) mod change_tier;
pub(crate) mod classify;
pub(crate) mod clear_inferior;
pub(crate) mod confirm_inferior;
mod decisions;
mod fill;
mod find_duplicates;
pub(crate) mod hand_over;
pub mod hand_over_entity;
pub(crate) mod merge;
mod merge_standing;
pub(crate) mod report_inferior;
pub(crate) mod step;
pub(crate) mod term;
pub mod tier_entity;
mod tiers;
pub mod verification_entity;
pub(crate) mod verify;

/// Every route of files.
pub(crate) fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    routes::configure(config);
    action_routes::configure(config);
}
