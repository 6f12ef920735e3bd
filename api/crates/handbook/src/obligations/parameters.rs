//! The figures of reminding. The handbooks say what is due; how long ahead it is spoken of and how soon a
//! superior hears is for each company.
use crate::parameters::Parameter;
use kernel::lang::Text;

/// How long before a record's date its obligation opens.
pub const NOTICE_DAYS: Parameter<i64> = Parameter::days(
    "obligations.notice_days",
    Text {
        zh: "待办事项提前生成天数",
        tw: "待辦事項提前產生天數",
        en: "Days of notice before an obligation is due",
    },
    14,
)
.between(1, 90)
.clauses(&["A-CLI-10", "A-CLI-11", "B-CRM-03"]);

const WORKING_DAYS: Text = Text { zh: "个工作日", tw: "個工作日", en: "working days" };

/// From one superior to the next.
pub const ESCALATION_DAYS: Parameter<i64> = Parameter::integer(
    "obligations.escalation_days",
    Text {
        zh: "逾期事项逐级上报间隔",
        tw: "逾期事項逐級上報間隔",
        en: "Working days between superiors told of a late obligation",
    },
    1,
)
.between(1, 20)
.unit(WORKING_DAYS)
.clauses(&["A-CIR-03", "A-CLI-04"]);
