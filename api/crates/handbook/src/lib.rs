//! The handbook: its rules as data, its figures as effective-dated parameters, its working calendar.
pub mod calendar;
mod compliance;
pub mod coverage;
pub mod evidence;
pub mod exceptions;
mod handbook;
mod haystack;
mod ids;
pub mod notices;
pub mod obligations;
pub mod parameters;
mod plain;
pub mod rules;
mod snapshot;
mod years;

pub use calendar::company::ensure_seeded;
pub use handbook::{Handbook, HandbookError};
pub use ids::{EscalationId, ExceptionId, ObligationId};
pub use rules::{clause_title, is_live};

kernel::permissions! {
    /// Set the handbook's figures.
    ManageParameters = "parameter.manage", privileged, "设定制度参数", "設定制度參數", "Set the handbook's parameters";
    /// Decide holidays, make-up days and working hours.
    ManageCalendar = "calendar.manage", ordinary, "维护工作日历", "維護工作日曆", "Maintain the working calendar";
    /// See one's own obligations, those of the records that one may see within its reach, and exceptions.
    ReadObligations = "obligation.read", ordinary, "查看待办事项", "檢視待辦事項", "View obligations";
    /// See the exception register within its reach.
    ReadExceptions = "exception.read", ordinary, "查看例外登记", "檢視例外登記", "View the exception register";
    /// See how the rules are kept, of the records and people within its reach.
    ReadCompliance = "compliance.read", ordinary, "查看制度执行情况", "檢視制度執行情況", "View compliance";
    /// Grant or refuse exceptions from obligations.
    DecideExceptions = "exception.decide", ordinary, "批准例外", "核准例外", "Decide exceptions";
}

kernel::codes! {
    DATE_PASSED => 422, "不得早于 {today}", "不得早於 {today}", "Not before {today}";
    PARAMETER_TEXT_SILENT => 422, "文本须写明：{missing}", "文字須寫明：{missing}", "The text has to speak of: {missing}";
    OUTSIDE_YEAR => 422, "日期不在 {year} 年内", "日期不在 {year} 年內", "The date is not in {year}";
    HOURS_OVERLAP => 422, "工作时段重叠", "工作時段重疊", "The working hours overlap";
    HOURS_UNWANTED => 422, "不上班的日期不能有工作时段", "不上班的日期不能有工作時段", "A day off has no working hours";
    NO_WORKING_TIME => 409, "{date} 之后两年内没有工作时间，请检查工作日历", "{date} 之後兩年內沒有工作時間，請檢查工作日曆", "There is no working time in the two years after {date}; check the calendar";
    DEADLINE_TOO_FAR => 409, "自 {date} 起超过五十年，无法推算", "自 {date} 起超過五十年，無法推算", "More than fifty years from {date}: no deadline can be told";
    OBLIGATION_SETTLED => 409, "该事项已处理（{state}）", "該事項已處理（{state}）", "The obligation is settled already ({state})";
    EXCEPTION_NOT_THEIRS => 409, "只有承办人可以提出或撤回", "只有承辦人可以提出或撤回", "Only whoever has to do it may ask, or take it back";
    EXCEPTION_ASKED => 409, "已有待批准的豁免申请", "已有待核准的豁免申請", "An exception was asked for already";
    EXCEPTION_TERM => 422, "须在 {today} 之后、不晚于 {latest}", "須在 {today} 之後、不晚於 {latest}", "After {today} and not after {latest}";
    EXCEPTION_SETTLED => 409, "该例外已处理（{state}）", "該例外已處理（{state}）", "The exception is settled already ({state})";
    EXCEPTION_OWN_REQUEST => 409, "不得批准本人提出的例外", "不得核准本人提出的例外", "Nobody grants what they asked for";
    EXCEPTION_OWN_DUTY => 409, "不得批准本人承办事项的例外", "不得核准本人承辦事項的例外", "Nobody is let off by themselves";
    NOTHING_TO_WITHDRAW => 409, "该日没有可撤销的公司安排", "該日沒有可撤銷的公司安排", "The company has decided nothing of its own for this day";
}

/// Tag and description of the operations.
pub const TAGS: &[(&str, &str)] = &[
    ("handbook", "Rules, parameters and the working calendar."),
    ("obligations", "What is due of whom and by when, from which rule; exceptions from it."),
];

/// The handbook's own parameters.
pub const PARAMETERS: &[parameters::ParameterSpec] =
    &[obligations::parameters::NOTICE_DAYS.spec, obligations::parameters::ESCALATION_DAYS.spec];

/// All routes of the area. The application data must hold `Data<Handbook>` and `Data<Obligations>`.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    rules::configure(config);
    parameters::configure(config);
    calendar::company::configure(config);
    obligations::configure(config);
    obligations::feed::configure(config);
    exceptions::configure(config);
    compliance::configure(config);
}

/// The tables of the area.
#[must_use]
pub fn tables() -> Vec<kernel::schema::Table> {
    kernel::tables![
        calendar::company::day_entity::Entity,
        calendar::company::pattern_entity::Entity,
        exceptions::entity::Entity,
        obligations::entity::Entity,
        obligations::escalation_entity::Entity,
        obligations::feed::entity::Entity,
        obligations::tick_entity::Entity,
        parameters::entity::Entity,
    ]
}
