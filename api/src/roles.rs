//! The roles of the handbooks as sets of permissions with a scope: what a new company starts with.
//! Separation of duties begins here: who administers people holds no business right, who collects
//! client information (A-CLI-17) does not keep the archive (A-CLI-16), who reports an inferior
//! client does not confirm it (B-CRM-12).
use Scope::{All, Own, Subtree};
use identity::roles::{RoleInput, RolePermission, Scope};

/// Reading for anybody who works with clients, within a scope.
macro_rules! reads {
    ($scope:expr) => {
        ("client.read", $scope)
    };
}

/// Roles and what they may do. Clearance: 0 none, 1 秘密, 2 机密, 3 绝密.
#[must_use]
pub fn built_in() -> Vec<RoleInput> {
    vec![
        role("ADMINISTRATOR", "系统管理员", "Administrator", 0, ADMINISTRATOR),
        role("GENERAL_MANAGER", "总经理", "General manager", 3, GENERAL_MANAGER),
        role("SERVICE_MANAGER", "客户服务部经理", "Customer-service manager", 3, SERVICE_MANAGER),
        role(
            "INFORMATION_SUPERVISOR",
            "客户信息主管",
            "Client-information supervisor",
            3,
            INFORMATION_SUPERVISOR,
        ),
        role(
            "INFORMATION_ADMINISTRATOR",
            "信息管理员",
            "Information administrator",
            2,
            INFORMATION_ADMINISTRATOR,
        ),
        role("SERVICE_SPECIALIST", "客服专员", "Service specialist", 1, SERVICE_SPECIALIST),
        role("MARKETING_MANAGER", "市场部经理", "Marketing manager", 2, SALES_MANAGER),
        role("SALES_MANAGER", "销售经理", "Sales manager", 2, SALES_MANAGER),
        role("MARKET_ANALYST", "市场分析员", "Market analyst", 2, MARKET_ANALYST),
        role("COMMERCE_STAFF", "商务人员", "Commerce staff", 1, SALESPERSON),
        role("DESIGNER", "设计人员", "Designer", 1, DESIGNER),
        role("SALESPERSON", "销售人员", "Salesperson", 1, SALESPERSON),
        role(
            "GROUP_BUY_MANAGER",
            "团购业务经理",
            "Group-buy business manager",
            2,
            GROUP_BUY_MANAGER,
        ),
        role("GROUP_BUY_SPECIALIST", "团购专员", "Group-buy specialist", 1, GROUP_BUY_SPECIALIST),
        role("FINANCE_MANAGER", "财务经理", "Finance manager", 2, READER),
        role("ACCOUNTANT", "会计", "Accountant", 1, READER),
        role("CASHIER", "出纳", "Cashier", 0, NOBODY),
        role("PURCHASING_MANAGER", "采购经理", "Purchasing manager", 0, NOBODY),
        role("BUYER", "采购员", "Buyer", 0, NOBODY),
        role("STORE_MANAGER", "仓储经理", "Store manager", 0, NOBODY),
        role("STOREKEEPER", "库管员", "Storekeeper", 0, NOBODY),
        role("DISPATCHER", "物流调度员", "Dispatcher", 0, NOBODY),
        role("QUALITY_MANAGER", "质量经理", "Quality manager", 1, READER),
        role("QUALITY_INSPECTOR", "质检员", "Quality inspector", 0, NOBODY),
        role("AUDITOR", "审计员", "Auditor", 3, AUDITOR),
        role("HR_MANAGER", "人力行政经理", "HR manager", 0, HR_MANAGER),
        role("CLERK", "行政文员", "Clerk", 0, NOBODY),
    ]
}

type Grants = &'static [(&'static str, Scope)];

fn role(code: &str, name: &str, english: &str, clearance: i16, grants: Grants) -> RoleInput {
    let permissions = grants
        .iter()
        .map(|(permission, scope)| RolePermission {
            permission: (*permission).to_owned(),
            scope: *scope,
        })
        .collect();
    RoleInput {
        code: code.to_owned(),
        name: name.to_owned(),
        description: english.to_owned(),
        clearance,
        permissions,
    }
}

const NOBODY: Grants = &[("person.read", Own)];
const READER: Grants = &[reads!(All), ("person.read", All)];

const ADMINISTRATOR: Grants = &[
    ("person.read", All),
    ("person.manage", All),
    ("role.read", All),
    ("role.manage", All),
    ("role.grant", All),
    ("role.grant-any", All),
    ("duty-conflict.manage", All),
    ("department.manage", All),
    ("site.manage", All),
    ("api-key.manage", All),
    ("session.end-any", All),
    ("delegation.manage", All),
    ("calendar.manage", All),
    ("job.read-all", All),
];

const GENERAL_MANAGER: Grants = &[
    reads!(All),
    ("client-personal.read", All),
    ("client-oversight.read", All),
    ("client-report.read", All),
    ("client-secrecy.read", All),
    ("person.read", All),
    ("parameter.manage", All),
    ("audit.read", All),
    ("delegation.manage", Own),
    ("saved-view.share", All),
];

const SERVICE_MANAGER: Grants = &[
    reads!(All),
    ("client-personal.read", All),
    ("client.classify", All),
    ("client.hand-over", All),
    ("client.verify", All),
    ("client.merge", All),
    ("client.confirm-inferior", All),
    ("client.export", All),
    ("client.bulk", All),
    ("client-oversight.read", All),
    ("client-oversight.manage", All),
    ("client-report.read", All),
    ("client-report.keep", All),
    ("client-secrecy.read", All),
    ("person.read", All),
    ("calendar.manage", All),
    ("delegation.manage", Own),
    ("saved-view.share", All),
];

const INFORMATION_SUPERVISOR: Grants = &[
    reads!(All),
    ("client-personal.read", All),
    ("client.maintain", All),
    ("client.verify", All),
    ("client.hand-over", All),
    ("client.merge", All),
    ("client.classify", All),
    ("client.import", All),
    ("client.export", All),
    ("client.bulk", All),
    ("client-oversight.read", All),
    ("client-oversight.manage", All),
    ("client-market.extract", All),
    ("client-report.read", All),
    ("client-report.keep", All),
    ("client-secrecy.read", All),
    ("person.read", All),
    ("saved-view.share", All),
];

const INFORMATION_ADMINISTRATOR: Grants = &[
    reads!(All),
    ("client-personal.read", All),
    ("client.maintain", All),
    ("client.verify", All),
    ("client.import", All),
    ("client.export", All),
    ("client.bulk", All),
    ("client-report.read", All),
    ("person.read", All),
];

const SERVICE_SPECIALIST: Grants = &[
    reads!(All),
    ("client.report-inferior", All),
    ("client.verify", All),
    ("client-report.read", All),
    ("person.read", All),
];

const SALES_MANAGER: Grants = &[
    reads!(Subtree),
    ("client-personal.read", Subtree),
    ("client.collect", Subtree),
    ("client.hand-over", Subtree),
    ("client.maintain-key", Subtree),
    ("client.follow-up", Subtree),
    ("client.report-inferior", Subtree),
    ("client-oversight.read", Subtree),
    ("client-report.read", Subtree),
    ("person.read", All),
    ("delegation.manage", Own),
    ("saved-view.share", All),
];

const SALESPERSON: Grants = &[
    reads!(Own),
    ("client-personal.read", Own),
    ("client.collect", Own),
    ("client.follow-up", Own),
    ("client.report-inferior", Own),
    ("person.read", All),
];

/// A-CLI-27: sends in the clients met at work, and sees those handed to them.
const DESIGNER: Grants = &[reads!(Own), ("client.collect", Own), ("person.read", All)];

/// A-CLI-03: reads the copy for market analysis, not the files.
const MARKET_ANALYST: Grants = &[("client-market.extract", All), ("person.read", Own)];

const GROUP_BUY_MANAGER: Grants = &[
    reads!(Subtree),
    ("client-personal.read", Subtree),
    ("client.collect", Subtree),
    ("client.hand-over", Subtree),
    ("client.maintain-key", Subtree),
    ("client.follow-up", Subtree),
    ("client.report-inferior", Subtree),
    ("client-oversight.read", Subtree),
    ("client-report.read", Subtree),
    ("person.read", All),
    ("delegation.manage", Own),
];

/// B-CRM-01: creates the archives of group-buy clients.
const GROUP_BUY_SPECIALIST: Grants = &[
    reads!(Subtree),
    ("client-personal.read", Own),
    ("client.maintain", Own),
    ("client.create-group-buy", Subtree),
    ("client.collect", Own),
    ("client.follow-up", Own),
    ("client.report-inferior", Subtree),
    ("person.read", All),
];

const AUDITOR: Grants = &[
    reads!(All),
    ("client-oversight.read", All),
    ("client-report.read", All),
    ("audit.read", All),
    ("client-secrecy.read", All),
    ("person.read", All),
    ("role.read", All),
];

const HR_MANAGER: Grants = &[
    ("client-secrecy.read", All),
    ("person.read", All),
    ("person.manage", All),
    ("department.manage", All),
    ("site.manage", All),
    ("role.read", All),
];

/// Duties that one person must not hold together: permission, permission, why, and the handbook's
/// rules behind it (none where the reason is the separation of powers over the system itself).
pub const CONFLICTS: &[(&str, &str, &str, &[&str])] = &[
    (
        "client.report-inferior",
        "client.confirm-inferior",
        "举报劣质客户与确认备案须由两人承担",
        &["B-CRM-12"],
    ),
    ("role.grant", "client.read", "授予权限者不得经办客户业务", &[]),
    ("role.grant", "audit.read", "授予权限者不得审计自己", &[]),
];
