//! The archive's figures and texts, as the handbook gives them and the company may set them.
use crate::archive::kinds::{Level, Tier};
use handbook::parameters::{Parameter, ParameterSpec};
use kernel::lang::Text;

const MONTHS: Text = Text { zh: "个月", tw: "個月", en: "months" };

/// A-CLI-10, A-CLI-11, B-CRM-03: once per quarter.
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
.clauses(&["A-CLI-10", "A-CLI-11", "B-CRM-03"]);

/// A-CLI-08, A-CLI-09: the handbook says at once (及时); a company sets what that means.
pub const SUBMISSION_DAYS: Parameter<i64> = Parameter::integer(
    "clients.submission_days",
    Text {
        zh: "提交资料的处理时限",
        tw: "提交資料的處理時限",
        en: "Working days to settle submitted client information",
    },
    3,
)
.between(1, 30)
.unit(Text { zh: "个工作日", tw: "個工作日", en: "working days" })
.clauses(&["A-CLI-08", "A-CLI-09"]);

/// A-BOR-07: the handbook says out of date (过时) and gives no figure; a company sets its own.
pub const DESTRUCTION_MONTHS: Parameter<i64> = Parameter::integer(
    "clients.destruction_months",
    Text {
        zh: "档案多久无更新与往来方可销毁",
        tw: "檔案多久無更新與往來方可銷毀",
        en: "Months without dealings before a file may be destroyed",
    },
    24,
)
.between(6, 240)
.unit(MONTHS)
.clauses(&["A-BOR-07"]);

/// B-SEC-07: the handbook says that it is reviewed and not for how long that holds; a company sets its own.
pub const DISCLOSURE_VALID: Parameter<i64> = Parameter::days(
    "clients.disclosure_valid_days",
    Text {
        zh: "对外提供审批的有效天数",
        tw: "對外提供審批的有效天數",
        en: "Days for which an approved disclosure may be provided",
    },
    30,
)
.between(1, 365)
.clauses(&["B-SEC-07"]);

/// A-SEC-08: how long before its end a term is spoken of.
pub const LEVEL_NOTICE: Parameter<i64> = Parameter::days(
    "clients.level_notice_days",
    Text {
        zh: "保密期限届满提醒提前天数",
        tw: "保密期限屆滿提醒提前天數",
        en: "Days of notice before a level's term ends",
    },
    30,
)
.between(1, 365)
.clauses(&["A-SEC-08"]);

/// A-CLI-18: how long before its end the undertaking is to be signed anew.
pub const SECRECY_NOTICE: Parameter<i64> = Parameter::days(
    "clients.secrecy_notice_days",
    Text {
        zh: "保密承诺续签提醒提前天数",
        tw: "保密承諾續簽提醒提前天數",
        en: "Days of notice before the secrecy undertaking runs out",
    },
    14,
)
.between(1, 90)
.clauses(&["A-CLI-18"]);

const YEARS: Text = Text { zh: "年", tw: "年", en: "years" };

/// A-SEC-07: how long a level lasts where nobody says otherwise. The handbook asks for a term and gives
/// no figure; these are the longest that the law on state secrets allows for levels of these names
/// (保守国家秘密法 第二十条), which companies take for their own, and a start that each replaces.
macro_rules! term {
    ($constant:ident, $key:literal, $zh:literal, $tw:literal, $en:literal, $years:literal) => {
        const $constant: Parameter<i64> = Parameter::integer(
            $key,
            Text {
                zh: concat!($zh, "级资料的保密期限"),
                tw: concat!($tw, "級資料的保密期限"),
                en: concat!("Term of level ", $en),
            },
            $years,
        )
        .between(1, 50)
        .unit(YEARS)
        .clauses(&["A-SEC-07"]);
    };
}

term!(TERM_SECRET, "clients.term_years_secret", "秘密", "秘密", "secret", 10);
term!(TERM_CONFIDENTIAL, "clients.term_years_confidential", "机密", "機密", "confidential", 20);
term!(TERM_TOP_SECRET, "clients.term_years_top_secret", "绝密", "絕密", "top secret", 30);

/// Years that a level lasts; none has no term.
#[must_use]
pub const fn of_level(level: Level) -> Option<Parameter<i64>> {
    match level {
        Level::Declassified => None,
        Level::Secret => Some(TERM_SECRET),
        Level::Confidential => Some(TERM_CONFIDENTIAL),
        Level::TopSecret => Some(TERM_TOP_SECRET),
    }
}

/// How a tier is served (B-CRM-06). The handbook asks for a strategy, a communication plan and
/// periodic contact and gives no figures; these are a start that each company replaces.
#[derive(Clone, Debug)]
pub struct TierParameters {
    pub strategy: Parameter<String>,
    pub plan: Parameter<String>,
    /// Days between two contacts.
    pub interval: Parameter<i64>,
}

/// `(keys, name, rules, strategy, plan, days)`
macro_rules! tier {
    ($constant:ident, $strategy_key:literal, $plan_key:literal, $interval_key:literal,
     $zh:literal, $tw:literal, $en:literal, [$($clause:literal),+],
     $strategy:literal, $plan:literal, $days:literal) => {
        const $constant: TierParameters = TierParameters {
            strategy: Parameter::text(
                $strategy_key,
                Text {
                    zh: concat!($zh, "客户服务策略"),
                    tw: concat!($tw, "客戶服務策略"),
                    en: concat!("Service strategy for ", $en, " clients"),
                },
                $strategy,
            )
            .clauses(&["B-CRM-06"]),
            plan: Parameter::text(
                $plan_key,
                Text {
                    zh: concat!($zh, "客户沟通计划"),
                    tw: concat!($tw, "客戶溝通計畫"),
                    en: concat!("Communication plan for ", $en, " clients"),
                },
                $plan,
            )
            .clauses(&["B-CRM-06"]),
            interval: Parameter::days(
                $interval_key,
                Text {
                    zh: concat!($zh, "客户联系间隔"),
                    tw: concat!($tw, "客戶聯絡間隔"),
                    en: concat!("Days between contacts with ", $en, " clients"),
                },
                $days,
            )
            .between(1, 366)
            .clauses(&[$($clause),+]),
        };
    };
}

tier!(
    KEY,
    "clients.strategy_key",
    "clients.plan_key",
    "clients.contact_days_key",
    "重点",
    "重點",
    "key",
    ["B-CRM-07"],
    "业务经理亲自维护，一户一策的个性化服务方案，优先排产与售后响应。",
    "业务经理定期登门拜访，节点主动沟通，每季度与对方决策人回顾合作。",
    30
);
tier!(
    CORE,
    "clients.strategy_core",
    "clients.plan_core",
    "clients.contact_days_core",
    "核心",
    "核心",
    "core",
    ["B-CRM-07"],
    "业务经理亲自维护，个性化服务方案，专人跟单。",
    "业务经理定期拜访，每月电话或微信沟通需求与库存。",
    45
);
tier!(
    GENERAL,
    "clients.strategy_general",
    "clients.plan_general",
    "clients.contact_days_general",
    "一般",
    "一般",
    "general",
    ["B-CRM-08"],
    "专员跟进，标准服务流程，发掘增量需求。",
    "专员定期电话回访，推送新品与节日方案。",
    90
);
tier!(
    POTENTIAL,
    "clients.strategy_potential",
    "clients.plan_potential",
    "clients.contact_days_potential",
    "潜在",
    "潛在",
    "potential",
    ["B-CRM-09"],
    "持续开发培育，了解采购需求与决策流程。",
    "定期联系，提供样品、成功案例与活动邀请。",
    60
);

/// How a tier is served.
#[must_use]
pub const fn of_tier(tier: Tier) -> TierParameters {
    match tier {
        Tier::Key => KEY,
        Tier::Core => CORE,
        Tier::General => GENERAL,
        Tier::Potential => POTENTIAL,
    }
}

/// All of the area.
pub const PARAMETERS: &[ParameterSpec] = &[
    VERIFICATION_MONTHS.spec,
    SUBMISSION_DAYS.spec,
    DESTRUCTION_MONTHS.spec,
    DISCLOSURE_VALID.spec,
    LEVEL_NOTICE.spec,
    SECRECY_NOTICE.spec,
    TERM_SECRET.spec,
    TERM_CONFIDENTIAL.spec,
    TERM_TOP_SECRET.spec,
    KEY.strategy.spec,
    KEY.plan.spec,
    KEY.interval.spec,
    CORE.strategy.spec,
    CORE.plan.spec,
    CORE.interval.spec,
    GENERAL.strategy.spec,
    GENERAL.plan.spec,
    GENERAL.interval.spec,
    POTENTIAL.strategy.spec,
    POTENTIAL.plan.spec,
    POTENTIAL.interval.spec,
    crate::qualifications::parameters::EXPIRY_NOTICE.spec,
    crate::secrecy::parameters::UNDERTAKING.spec,
    crate::secrecy::parameters::MONTHS.spec,
];

#[cfg(test)]
mod tests {
    use super::*;
    use handbook::parameters::Catalogue;

    #[test]
    fn every_parameter_is_well_declared_and_names_rules_that_exist() {
        let catalogue = Catalogue::new([PARAMETERS]).unwrap();
        assert_eq!(catalogue.of_rule("B-CRM-08"), ["clients.contact_days_general"]);
        assert_eq!(catalogue.of_rule("B-CRM-06").len(), 8);
    }
}
