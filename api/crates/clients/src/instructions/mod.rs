//! What the customer-service manager tells an owner to do about a file or a group of files
//! (A-CLI-04, A-CLI-15): a task that its addressee confirms when it is done.
mod confirm;
mod dto;
pub mod entity;
mod get;
mod give;
pub(crate) mod kinds;
mod list;
mod routes;
mod rules;
mod settle;
mod show;
pub(crate) mod store;
mod tell;
mod withdraw;

pub use dto::InstructionInput;
pub use get::labels;
pub use give::give;
pub(crate) use routes::configure;
