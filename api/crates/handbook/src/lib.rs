//! The handbook: its rules as data, its figures as effective-dated parameters, its working calendar.
pub mod calendar;
pub mod coverage;
mod handbook;
mod haystack;
pub mod parameters;
mod plain;
pub mod rules;
mod snapshot;
mod years;

pub use calendar::company::ensure_seeded;
pub use handbook::{Handbook, HandbookError};
pub use rules::{clause_title, is_live};

kernel::permissions! {
    /// Set the handbook's figures.
    ManageParameters = "parameter.manage", privileged, "设定制度参数", "設定制度參數", "Set the handbook's parameters";
    /// Decide holidays, make-up days and working hours.
    ManageCalendar = "calendar.manage", ordinary, "维护工作日历", "維護工作日曆", "Maintain the working calendar";
}

kernel::codes! {
    DATE_PASSED => 422, "不得早于 {today}", "不得早於 {today}", "Not before {today}";
    OUTSIDE_YEAR => 422, "日期不在 {year} 年内", "日期不在 {year} 年內", "The date is not in {year}";
    HOURS_OVERLAP => 422, "工作时段重叠", "工作時段重疊", "The working hours overlap";
    HOURS_UNWANTED => 422, "不上班的日期不能有工作时段", "不上班的日期不能有工作時段", "A day off has no working hours";
    NO_WORKING_TIME => 409, "{date} 之后两年内没有工作时间，请检查工作日历", "{date} 之後兩年內沒有工作時間，請檢查工作日曆", "There is no working time in the two years after {date}; check the calendar";
    DEADLINE_TOO_FAR => 409, "自 {date} 起超过五十年，无法推算", "自 {date} 起超過五十年，無法推算", "More than fifty years from {date}: no deadline can be told";
    NOTHING_TO_WITHDRAW => 409, "该日没有可撤销的公司安排", "該日沒有可撤銷的公司安排", "The company has decided nothing of its own for this day";
}

/// Tag and description of the operations.
pub const TAGS: &[(&str, &str)] = &[("handbook", "Rules, parameters and the working calendar.")];

/// The handbook's own parameters.
pub const PARAMETERS: &[parameters::ParameterSpec] = &[];

/// All routes of the area. The application data must hold `Data<Handbook>`.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    rules::configure(config);
    parameters::configure(config);
    calendar::company::configure(config);
}

/// The tables of the area.
#[must_use]
pub fn tables() -> Vec<kernel::schema::Table> {
    kernel::tables![
        calendar::company::day_entity::Entity,
        calendar::company::pattern_entity::Entity,
        parameters::entity::Entity,
    ]
}
