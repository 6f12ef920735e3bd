//! What each built-in role may do, and how far it reaches.
use identity::roles::Scope::{self, All, Own, Subtree};

pub type Grants = &'static [(&'static str, Scope)];

/// Reading for anybody who works with clients, within a scope.
macro_rules! reads {
    ($scope:expr) => {
        ("client.read", $scope)
    };
}

/// Everybody: asks for client archives (A-BOR-01), follows what becomes of it, and sees the flows.
pub const NOBODY: Grants = &[
    ("person.read", Own),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("approval.read", All),
    ("obligation.read", Own),
];
pub const READER: Grants = &[
    reads!(All),
    ("person.read", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("approval.read", All),
    ("obligation.read", Own),
];

/// Whoever leads a department without clients: signs for it, and may borrow (A-BOR-02).
pub const MANAGER: Grants = &[
    ("person.read", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("client-loan.borrow", Own),
    ("approval.read", All),
    ("approval.decide", All),
    ("delegation.manage", Own),
    ("obligation.read", Subtree),
    ("exception.read", Subtree),
    ("exception.decide", Subtree),
];
pub const READING_MANAGER: Grants = &[
    reads!(All),
    ("person.read", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("client-loan.borrow", Own),
    ("approval.read", All),
    ("approval.decide", All),
    ("delegation.manage", Own),
    ("obligation.read", Subtree),
    ("exception.read", Subtree),
    ("exception.decide", Subtree),
];

pub const ADMINISTRATOR: Grants = &[
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
    ("webhook.manage", All),
    ("session.end-any", All),
    ("delegation.manage", All),
    ("calendar.manage", All),
    ("job.read-all", All),
    ("obligation.read", Own),
];

pub const GENERAL_MANAGER: Grants = &[
    reads!(All),
    ("client-personal.read", All),
    ("client-oversight.read", All),
    ("client-report.read", All),
    ("client-report.read-information", All),
    ("client-secrecy.read", All),
    ("person.read", All),
    ("parameter.manage", All),
    ("audit.read", All),
    ("delegation.manage", Own),
    ("saved-view.share", All),
    ("client-loan.request", Own),
    ("client-loan.read", All),
    ("client-loan.borrow", Own),
    ("approval.read", All),
    ("approval.decide", All),
    ("approval-flow.manage", All),
    ("obligation.read", All),
    ("exception.read", All),
    ("exception.decide", All),
    ("compliance.read", All),
    ("compliance.export", All),
    ("client-reading.read", All),
    ("client-destruction.read", All),
];

pub const SERVICE_MANAGER: Grants = &[
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
    ("client-report.read-information", All),
    ("client-report.receive", All),
    ("client-secrecy.read", All),
    ("person.read", All),
    ("calendar.manage", All),
    ("delegation.manage", Own),
    ("api-key.manage", Own),
    ("webhook.manage", Own),
    ("saved-view.share", All),
    ("client-loan.request", Own),
    ("client-loan.read", All),
    ("client-loan.borrow", Own),
    ("approval.read", All),
    ("approval.decide", All),
    ("client-loan.manage", All),
    ("obligation.read", All),
    ("exception.read", All),
    ("exception.decide", All),
    ("compliance.read", All),
    ("client-reading.read", All),
    ("client-destruction.read", All),
];

pub const INFORMATION_SUPERVISOR: Grants = &[
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
    ("client-report.read-information", All),
    ("client-report.receive", All),
    ("client-secrecy.read", All),
    ("person.read", All),
    ("delegation.manage", Own),
    ("api-key.manage", Own),
    ("webhook.manage", Own),
    ("saved-view.share", All),
    ("client-loan.request", Own),
    ("client-loan.read", All),
    ("client-loan.borrow", Own),
    ("approval.read", All),
    ("approval.decide", All),
    ("client-loan.manage", All),
    ("obligation.read", All),
    ("exception.read", All),
    ("exception.decide", All),
    ("compliance.read", All),
    ("client-reading.read", All),
    ("client-destruction.read", All),
    ("client-destruction.carry-out", All),
];

pub const INFORMATION_ADMINISTRATOR: Grants = &[
    reads!(All),
    ("client-personal.read", All),
    ("client.maintain", All),
    ("client.verify", All),
    ("client.import", All),
    ("client.export", All),
    ("client.bulk", All),
    ("client-report.read", All),
    ("client-report.read-information", All),
    ("client-report.receive", All),
    ("person.read", All),
    ("delegation.manage", Own),
    ("client-loan.request", Own),
    ("client-loan.read", All),
    ("approval.read", All),
    ("client-loan.manage", All),
    ("approval.cross-levels", All),
    ("obligation.read", Own),
    ("client-destruction.read", All),
    ("client-destruction.propose", All),
    ("client-destruction.carry-out", All),
];

pub const SERVICE_SPECIALIST: Grants = &[
    reads!(All),
    ("client.report-inferior", All),
    ("client.verify", All),
    ("client-report.read", All),
    ("client-report.read-information", All),
    ("person.read", All),
    ("delegation.manage", Own),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("approval.read", All),
    ("approval.cross-levels", All),
    ("obligation.read", Own),
];

/// Whoever leads people that own clients: in sales, marketing and group buying.
pub const LEADER_OF_OWNERS: Grants = &[
    reads!(Subtree),
    ("client-personal.read", Subtree),
    ("client.collect", Subtree),
    ("client.hand-over", Subtree),
    ("client.bulk", Subtree),
    ("client.maintain-key", Subtree),
    ("client.follow-up", Subtree),
    ("client.report-inferior", Subtree),
    ("client-oversight.read", Subtree),
    ("client-report.read", Subtree),
    ("client-report.read-information", Subtree),
    ("person.read", All),
    ("delegation.manage", Own),
    ("saved-view.share", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("client-loan.borrow", Own),
    ("approval.read", All),
    ("approval.decide", All),
    ("obligation.read", Subtree),
    ("exception.read", Subtree),
    ("exception.decide", Subtree),
    ("compliance.read", Subtree),
];

/// Collects like a salesperson, and reports to nobody by the month.
pub const COMMERCE_STAFF: Grants = &[
    reads!(Own),
    ("obligation.read", Own),
    ("client-personal.read", Own),
    ("client.collect", Own),
    ("client.follow-up", Own),
    ("client.report-inferior", Own),
    ("person.read", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("approval.read", All),
];

/// A-CIR-01: tells customer service of the month as well.
pub const SALESPERSON: Grants = &[
    reads!(Own),
    ("client-personal.read", Own),
    ("client.collect", Own),
    ("client.follow-up", Own),
    ("client.report-inferior", Own),
    ("client-report.submit", Own),
    ("client-report.read-information", Own),
    ("person.read", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("approval.read", All),
    ("obligation.read", Own),
];

/// A-CLI-27: sends in the clients met at work, and sees those handed to them.
pub const DESIGNER: Grants = &[
    reads!(Own),
    ("client.collect", Own),
    ("person.read", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("approval.read", All),
    ("obligation.read", Own),
];

/// A-CLI-03: reads the copy for market analysis, not the files.
pub const MARKET_ANALYST: Grants = &[
    ("client-market.extract", All),
    ("person.read", Own),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("approval.read", All),
    ("obligation.read", Own),
];

/// B-CRM-01: creates the archives of group-buy clients.
pub const GROUP_BUY_SPECIALIST: Grants = &[
    reads!(Subtree),
    ("client-personal.read", Own),
    ("client.create-group-buy", Subtree),
    ("client.collect", Own),
    ("client.follow-up", Own),
    ("client.report-inferior", Subtree),
    ("client-report.submit", Own),
    ("client-report.read-information", Own),
    ("person.read", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("approval.read", All),
    ("obligation.read", Own),
];

pub const AUDITOR: Grants = &[
    reads!(All),
    ("client-oversight.read", All),
    ("client-report.read", All),
    ("client-report.read-information", All),
    ("audit.read", All),
    ("client-secrecy.read", All),
    ("person.read", All),
    ("role.read", All),
    ("client-loan.read", All),
    ("approval.read", All),
    ("obligation.read", All),
    ("exception.read", All),
    ("compliance.read", All),
    ("compliance.export", All),
    ("client-reading.read", All),
    ("client-destruction.read", All),
];

pub const HR_MANAGER: Grants = &[
    ("client-secrecy.read", All),
    ("person.read", All),
    ("person.manage", All),
    ("department.manage", All),
    ("site.manage", All),
    ("role.read", All),
    ("client-loan.request", Own),
    ("client-loan.read", Own),
    ("client-loan.borrow", Own),
    ("approval.read", All),
    ("approval.decide", All),
    ("obligation.read", Own),
];
