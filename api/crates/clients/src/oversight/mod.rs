//! What the customer-service manager supervises (A-CLI-04, A-CLI-15, B-CRM-13): how complete the
//! files of each owner are, what is late, and which rules of the handbook are not met where.
mod custody;
mod dto;
mod figures;
mod overview;
mod routes;

pub(crate) use routes::configure;
