//! The choices of a report.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    InformationReportState {
        Submitted = "待受理", "待受理", "submitted";
        /// Back with its author.
        SentBack = "已退回", "已退回", "sent back";
        /// Customer service has taken it in.
        Received = "已受理", "已受理", "received";
    }
}
