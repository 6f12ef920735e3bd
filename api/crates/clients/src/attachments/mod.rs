//! Quotation sheets, drawings, agreements and other papers (A-CLI-25): kept by their contents, handed
//! out only through the file that they hang on, withdrawn and never deleted.
mod attach;
mod classify;
mod content;
mod dto;
pub mod entity;
mod get;
pub mod kinds;
mod list;
mod naming;
mod register;
mod routes;
mod rules;
mod show;
mod store;
mod update;
mod upload;
mod withdraw;

pub use attach::file;
pub use dto::{Attachment, AttachmentInput};
pub(crate) use routes::configure;
pub use upload::Upload;
