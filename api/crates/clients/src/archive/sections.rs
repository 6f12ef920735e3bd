//! The written sections of a file, with every field that the handbook lists (A-CLI-05…07, A-CLI-24).
use crate::checks;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

/// A section: optional texts of several lines, unknown fields refused.
macro_rules! section {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            $(
                $(#[$field_doc])*
                #[validate(length(max = 4000), custom(function = "checks::blank_lines"))]
                #[schema(max_length = 4000)]
                pub $field: Option<String>,
            )+
        }
    };
}

section! {
    /// What the basic archive says in words.
    Basic {
        /// 组织架构与管理体系: organisation structure and management system.
        organisation,
        /// 所有者管理者: owners and managers.
        owners_managers,
        /// 经营范围: scope of business.
        scope,
    }
}

section! {
    /// 客户特征.
    Traits {
        /// 服务区域
        service_area,
        /// 销售能力
        sales_capability,
        /// 发展潜力
        development_potential,
        /// 企业文化
        culture,
        /// 经营方针与政策
        policy,
        /// 经营管理特点
        management,
    }
}

section! {
    /// 业务状况.
    Business {
        /// 以往销售实绩
        past_results,
        /// 目前销售实绩
        present_results,
        /// 管理者素质
        manager_quality,
        /// 业务人员素质
        staff_quality,
        /// 与其他竞争者的关系
        competitors,
        /// 与本公司的业务关系
        relation,
        /// 合作态度
        attitude,
    }
}

section! {
    /// 交易活动现状 (A-CLI-07).
    Trading {
        /// 销售活动状况
        activity,
        /// 存在的问题
        problems,
        /// 具有的优势
        advantages,
        /// 未来的对策
        countermeasures,
        /// 信誉与形象
        reputation,
        /// 信用状况
        credit_status,
        /// 交易条件
        terms,
        /// 以往出现的信用问题
        past_credit_problems,
    }
}

section! {
    /// 投资规模与需求计划 (A-CLI-24, A-CLI-26).
    Demand {
        /// 投资规模
        investment_scale,
        /// 中期发展规划与需求
        plan_medium,
        /// 长期发展规划与需求
        plan_long,
        /// 需求偏好
        preferences,
    }
}
