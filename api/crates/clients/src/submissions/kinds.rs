//! The choices of a submission.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// What a submission proposes beside the fields of the file.
    RecordKind {
        Contact = "联系人", "聯絡人", "contact";
        Qualification = "资质", "資質", "qualification";
        Purchase = "购买记录", "購買記錄", "purchase";
    }
}

choice! {
    SubmissionState {
        Pending = "待受理", "待受理", "pending";
        /// Keyed in by the information administrator.
        Accepted = "已受理", "已受理", "accepted";
        /// Given back with a reason.
        Returned = "已退回", "已退回", "returned";
        /// Taken back by the submitter.
        Withdrawn = "已撤回", "已撤回", "withdrawn";
    }
}
