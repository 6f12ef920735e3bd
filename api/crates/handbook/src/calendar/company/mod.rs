//! The company's own calendar: what the pure computation beside needs, kept in the database,
//! decided by people and served.
//!
//! A date is decided in two layers. NATIONAL days are imported year by year (public holidays and
//! make-up days as announced); COMPANY days are decided one by one and overrule them until they
//! are withdrawn. Both layers only grow: the latest version of a date in a layer counts, and who
//! decided what and why stays.
pub(crate) mod day_entity;
mod deadline;
mod decide;
mod dto;
mod get_day;
mod import;
mod import_dto;
mod import_rows;
mod import_rules;
mod list_days;
mod loaded;
mod pattern_dto;
pub(crate) mod pattern_entity;
mod patterns;
mod routes;
mod rules;
mod seed;
mod set_pattern;
mod store;
mod withdraw;

pub use day_entity::{Entity as CalendarDayEntity, Layer, Stored};
pub use loaded::CompanyCalendar;
pub use pattern_entity::Entity as WeekPatternEntity;
pub use seed::ensure_seeded;

pub(crate) use routes::configure;
