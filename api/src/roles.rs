//! The roles of the handbooks as sets of permissions with a scope: what a new company starts with.
//! Separation of duties begins here: who administers people holds no business right, who collects
//! client information (A-CLI-17) does not keep the archive (A-CLI-16), who reports an inferior
//! client does not confirm it (B-CRM-12).
mod grants;

use grants::Grants;
use identity::roles::{RoleInput, RolePermission};

/// Code, name, what its holders do, clearance (0 none, 1 秘密, 2 机密, 3 绝密), permissions.
type BuiltIn = (&'static str, &'static str, &'static str, i16, Grants);

const BUILT_IN: &[BuiltIn] = &[
    (
        "ADMINISTRATOR",
        "系统管理员",
        "管理人员、机构、角色授权、接口密钥与工作日历；不经办业务，不阅读客户档案。",
        0,
        grants::ADMINISTRATOR,
    ),
    (
        "GENERAL_MANAGER",
        "总经理",
        "查阅全公司的客户档案、报表与审计记录，核定制度参数；除客户服务部须回避的保密事件外，不经办具体业务。",
        3,
        grants::GENERAL_MANAGER,
    ),
    (
        "SERVICE_MANAGER",
        "客户服务部经理",
        "主管客户资料工作：督导各部门采集与核定，定密级，办理移交与合并，确认劣质客户，处理保密事件。",
        3,
        grants::SERVICE_MANAGER,
    ),
    (
        "INFORMATION_SUPERVISOR",
        "客户信息主管",
        "主持客户信息管理：维护、核定、合并与移交客户档案，督导资料完整与合规，批准市场分析取数，处理保密事件。",
        3,
        grants::INFORMATION_SUPERVISOR,
    ),
    (
        "INFORMATION_ADMINISTRATOR",
        "信息管理员",
        "受理各部门提交的客户资料，建档、更新与核定客户档案，办理导入与导出。",
        2,
        grants::INFORMATION_ADMINISTRATOR,
    ),
    (
        "SERVICE_SPECIALIST",
        "客服专员",
        "查阅客户档案，回访核定客户资料，上报劣质客户。",
        1,
        grants::SERVICE_SPECIALIST,
    ),
    (
        "MARKETING_MANAGER",
        "市场部经理",
        "管理市场部及下属的客户：督导资料采集，维护重点客户与跟进记录，办理部门内移交。",
        2,
        grants::LEADER_OF_OWNERS,
    ),
    (
        "SALES_MANAGER",
        "销售经理",
        "管理销售部门及下属的客户：督导资料采集，维护重点客户与跟进记录，办理部门内移交。",
        2,
        grants::LEADER_OF_OWNERS,
    ),
    (
        "MARKET_ANALYST",
        "市场分析员",
        "提取供市场分析用的客户资料副本，不接触客户档案本身。",
        2,
        grants::MARKET_ANALYST,
    ),
    (
        "COMMERCE_STAFF",
        "商务人员",
        "采集并提交所经手客户的资料，登记往来，上报劣质客户。",
        1,
        grants::COMMERCE_STAFF,
    ),
    (
        "DESIGNER",
        "设计人员",
        "提交工作中接触到的客户资料，查阅分配给自己的客户。",
        1,
        grants::DESIGNER,
    ),
    (
        "SALESPERSON",
        "销售人员",
        "采集并提交本人客户的资料，登记往来与跟进，上报劣质客户。",
        1,
        grants::SALESPERSON,
    ),
    (
        "GROUP_BUY_MANAGER",
        "团购业务经理",
        "管理团购部门的客户：督导资料采集，维护重点客户与跟进记录，办理部门内移交。",
        2,
        grants::LEADER_OF_OWNERS,
    ),
    (
        "GROUP_BUY_SPECIALIST",
        "团购专员",
        "建立并维护团购客户档案，登记往来与跟进，上报劣质客户。",
        1,
        grants::GROUP_BUY_SPECIALIST,
    ),
    (
        "FINANCE_MANAGER",
        "财务经理",
        "查阅客户档案，掌握往来单位的基本情况与交易条件。",
        2,
        grants::READING_MANAGER,
    ),
    ("ACCOUNTANT", "会计", "查阅客户档案，核对往来单位的基本情况与交易条件。", 1, grants::READER),
    ("CASHIER", "出纳", "查阅本人信息；不接触客户档案。", 0, grants::NOBODY),
    ("PURCHASING_MANAGER", "采购经理", "审批本部门的申请；不接触客户档案。", 0, grants::MANAGER),
    ("BUYER", "采购员", "查阅本人信息；不接触客户档案。", 0, grants::NOBODY),
    ("STORE_MANAGER", "仓储经理", "审批本部门的申请；不接触客户档案。", 0, grants::MANAGER),
    ("STOREKEEPER", "库管员", "查阅本人信息；不接触客户档案。", 0, grants::NOBODY),
    ("DISPATCHER", "物流调度员", "查阅本人信息；不接触客户档案。", 0, grants::NOBODY),
    (
        "QUALITY_MANAGER",
        "质量经理",
        "查阅客户档案，了解客户对质量的要求与反馈。",
        1,
        grants::READING_MANAGER,
    ),
    ("QUALITY_INSPECTOR", "质检员", "查阅本人信息；不接触客户档案。", 0, grants::NOBODY),
    (
        "AUDITOR",
        "审计员",
        "独立查阅客户档案、报表、角色授权与审计记录；不经办业务，不作任何修改。",
        3,
        grants::AUDITOR,
    ),
    (
        "HR_MANAGER",
        "人力行政经理",
        "管理人员、部门与网点，查阅保密承诺的签署情况和不涉密的保密事件；不接触客户档案。",
        0,
        grants::HR_MANAGER,
    ),
    ("CLERK", "行政文员", "查阅本人信息；不接触客户档案。", 0, grants::NOBODY),
];

/// Roles and what they may do.
#[must_use]
pub fn built_in() -> Vec<RoleInput> {
    BUILT_IN.iter().map(role).collect()
}

fn role((code, name, description, clearance, grants): &BuiltIn) -> RoleInput {
    let permissions = grants
        .iter()
        .map(|(permission, scope)| RolePermission {
            permission: (*permission).to_owned(),
            scope: *scope,
        })
        .collect();
    RoleInput {
        code: (*code).to_owned(),
        name: (*name).to_owned(),
        description: (*description).to_owned(),
        clearance: *clearance,
        permissions,
    }
}

/// Two permissions, why they exclude each other, and the handbook's rules behind it.
pub type Conflict = (&'static str, &'static str, &'static str, &'static [&'static str]);

/// Duties that one person must not hold together. No rule of the handbook stands behind those that
/// separate the powers over the system itself.
pub const CONFLICTS: &[Conflict] = &[
    (
        "client.report-inferior",
        "client.confirm-inferior",
        "举报劣质客户与确认备案须由两人承担",
        &["B-CRM-12"],
    ),
    (
        "client.maintain",
        "client.collect",
        "客户档案由客户服务部独家保管，采集资料的人员不得保管",
        &["A-SEC-01", "A-SEC-09", "A-CLI-16", "A-CLI-17"],
    ),
    (
        "client.classify",
        "client.collect",
        "密级由客户服务部核定，采集资料的人员不得定密级",
        &["A-SEC-01", "A-SEC-09"],
    ),
    (
        "client-loan.manage",
        "client.collect",
        "涉密档案由客户服务部保管，采集资料的人员不得交付",
        &["A-SEC-09"],
    ),
    ("role.grant", "client.read", "授予权限者不得经办客户业务", &[]),
    ("role.grant", "audit.read", "授予权限者不得审计自己", &[]),
    ("audit.read", "client.maintain", "审计者不得经办所审计的业务", &[]),
    ("audit.read", "client.hand-over", "审计者不得经办所审计的业务", &[]),
    ("audit.read", "client.merge", "审计者不得经办所审计的业务", &[]),
    ("audit.read", "client.classify", "审计者不得经办所审计的业务", &[]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wiring;
    use std::collections::BTreeSet;

    fn held(roles: &[RoleInput]) -> BTreeSet<&str> {
        roles.iter().flat_map(|role| &role.permissions).map(|it| it.permission.as_str()).collect()
    }

    #[test]
    fn somebody_can_be_given_every_permission() {
        let roles = built_in();
        let held = held(&roles);
        let all = wiring::permissions();
        let nobodys: Vec<_> =
            all.iter().map(|info| info.code).filter(|code| !held.contains(code)).collect();
        assert_eq!(nobodys, Vec::<&str>::new());
    }

    #[test]
    fn the_administrator_gives_every_right_and_does_no_business() {
        let roles = built_in();
        let role = roles.into_iter().find(|role| role.code == "ADMINISTRATOR").unwrap();
        assert_eq!(role.clearance, 0);
        let roles = [role];
        let held = held(&roles);
        assert!(held.contains("role.grant-any") && held.contains("calendar.manage"));
        assert!(held.iter().all(|code| !code.starts_with("client") && !code.starts_with("audit")));
    }
}
