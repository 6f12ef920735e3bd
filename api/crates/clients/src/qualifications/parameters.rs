//! The figures of qualifications.
use handbook::parameters::Parameter;
use kernel::lang::Text;

/// How long before its end a qualification is shown as ending. The handbook gives no figure (A-CLI-10
/// only wants archives kept true), so a month is the start.
pub const EXPIRY_NOTICE: Parameter<i64> = Parameter::days(
    "clients.qualification_notice_days",
    Text {
        zh: "客户资质到期提醒提前天数",
        tw: "客戶資質到期提醒提前天數",
        en: "Days of notice before a client's qualification ends",
    },
    30,
)
.between(0, 365)
.clauses(&["A-CLI-10"]);
