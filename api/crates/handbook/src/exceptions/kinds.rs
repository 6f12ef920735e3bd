//! What exceptions can be.
use kernel::lang::Text;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

kernel::choice! {
    /// How an exception stands.
    ExceptionState {
        /// Waits for its approver.
        Requested = "待批准", "待核准", "Requested";
        Approved = "已批准", "已核准", "Approved";
        Refused = "已驳回", "已駁回", "Refused";
        Withdrawn = "已撤回", "已撤回", "Withdrawn";
        /// What it was asked for was done meanwhile.
        Lapsed = "已无需", "已無需", "Lapsed";
    }
}

kernel::choice! {
    /// What was departed from.
    ExceptionKind {
        /// An obligation is not asked for until a day.
        Obligation = "事项豁免", "事項豁免", "Obligation excused";
        /// A file was begun although another like it is there (A-CLI-14).
        DuplicateClient = "重复建档", "重複建檔", "Second file of a client";
        /// A level below what the dealings with the client ask for (A-SEC-04, A-SEC-05).
        LevelBelowDealings = "密级低于业务关系", "密級低於業務關係", "Level below the dealings";
        /// Decided in the place of an absent approver (A-SCR-10).
        AcrossLevels = "跨级审批", "跨級審批", "Approval across levels";
    }
}
