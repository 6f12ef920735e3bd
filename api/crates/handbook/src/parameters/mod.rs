//! The handbook's figures (days, percentages, thresholds) as effective-dated parameters: declared
//! in code by the area that obeys them, with the handbook's figure as default; set by people, only
//! with a reason and never for the past. What was set stays in the history.
//!
//! An area declares
//! ```ignore
//! pub const VERIFICATION_MONTHS: Parameter<i64> = Parameter::integer(
//!     "clients.verification_months",
//!     Text { zh: "客户档案核实周期", tw: "客戶檔案核實週期", en: "Months between verifications" },
//!     3,
//! )
//! .between(1, 24)
//! .unit(Text { zh: "个月", tw: "個月", en: "months" })
//! .clauses(&["A-CLI-10"]);
//! pub const PARAMETERS: &[ParameterSpec] = &[VERIFICATION_MONTHS.spec];
//! ```
//! and asks `handbook.value_at(db, &VERIFICATION_MONTHS, date).await?`, which gives the figure and
//! the version to store with the decision.
mod catalogue;
mod content;
mod dto;
pub mod entity;
mod get;
mod list;
mod percent;
mod routes;
mod rules;
mod set;
mod spec;
pub(crate) mod store;
mod values;

pub use catalogue::{Catalogue, CatalogueError};
pub use content::Content;
pub use entity::ParameterValueId;
pub use percent::Percent;
pub use rules::{ValueState, effective_from};
pub use spec::{Choice, Initial, Kind, Parameter, ParameterSpec, Read};
pub use values::{Figure, Held, Values};

pub(crate) use routes::configure;
pub(crate) use rules::states;
