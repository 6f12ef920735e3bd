//! Saved views: the filters, order and columns of a list under a name, for oneself or the department.
mod create;
mod default;
pub mod default_entity;
mod delete;
mod dto;
pub mod entity;
mod get;
mod list;
mod routes;
mod rules;
mod store;
mod update;

pub use dto::{Pin, SavedView, SavedViewInput, ViewColumn, Visibility};
pub use routes::configure;

kernel::typed_id! {
    /// A saved view.
    SavedViewId,
}
