//! The choices of a request for client archives.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// What is asked for (A-BOR-01, A-BOR-02).
    LoanKind {
        /// Figures about clients, no file.
        Statistics = "客户统计资料", "客戶統計資料", "statistics";
        /// Looked into where they are kept.
        Consultation = "查阅档案", "查閱檔案", "consultation";
        /// Taken along for a time; managers and above only.
        Loan = "借出档案", "借出檔案", "loan";
    }
}

choice! {
    LoanState {
        Requested = "审批中", "審批中", "under approval";
        /// Back with whoever requested it.
        SentBack = "已退回", "已退回", "sent back";
        Rejected = "已否决", "已否決", "rejected";
        Withdrawn = "已撤回", "已撤回", "withdrawn";
        /// Customer service has to hand it out.
        Approved = "待交付", "待交付", "to be handed out";
        /// Figures were given, files were looked into: nothing has to come back.
        Provided = "已提供", "已提供", "provided";
        HandedOut = "借出中", "借出中", "handed out";
        GivenBack = "已归还", "已歸還", "given back";
        /// Breach, loss or leak (A-BOR-05).
        Lost = "已遗失", "已遺失", "lost";
    }
}
