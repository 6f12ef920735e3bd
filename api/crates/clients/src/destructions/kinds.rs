//! The choices of a destruction.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// Why a file is of no keeping value any more (A-BOR-07).
    Ground {
        Dissolved = "客户已注销或歇业", "客戶已註銷或歇業", "the client is dissolved";
        Ceased = "往来早已终止", "往來早已終止", "dealings ceased long ago";
        Superseded = "已由其他档案取代", "已由其他檔案取代", "another file took its place";
        Mistaken = "误建或无效", "誤建或無效", "it was begun by mistake";
        Expired = "保存期限届满", "保存期限屆滿", "its time of keeping is over";
    }
}

choice! {
    DestructionState {
        Requested = "审批中", "審批中", "under approval";
        /// Back with whoever proposed it.
        SentBack = "已退回", "已退回", "sent back";
        Rejected = "已否决", "已否決", "rejected";
        Withdrawn = "已撤回", "已撤回", "withdrawn";
        /// Approved by all three (A-BOR-06).
        Approved = "待销毁", "待銷毀", "to be carried out";
        /// Given up before it was carried out: the file is kept.
        Abandoned = "已中止", "已中止", "given up";
        CarriedOut = "已销毁", "已銷毀", "destroyed";
    }
}
