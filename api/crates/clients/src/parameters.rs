//! The archive's figures, as the handbook gives them and the company may set them.
use handbook::parameters::{Parameter, ParameterSpec};
use kernel::lang::Text;

const MONTHS: Text = Text { zh: "个月", tw: "個月", en: "months" };

/// A-CLI-10, A-CLI-11: once per quarter.
pub const VERIFICATION_MONTHS: Parameter<i64> = Parameter::integer(
    "clients.verification_months",
    Text {
        zh: "客户档案核定周期",
        tw: "客戶檔案核定週期",
        en: "Months between verifications of a file",
    },
    3,
)
.between(1, 24)
.unit(MONTHS)
.clauses(&["A-CLI-10", "A-CLI-11"]);

/// All of the area.
pub const PARAMETERS: &[ParameterSpec] = &[VERIFICATION_MONTHS.spec];
