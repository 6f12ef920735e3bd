//! The choices of an approval.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    ApprovalState {
        Running = "审批中", "審批中", "under approval";
        Approved = "已批准", "已核准", "approved";
        Rejected = "已否决", "已否決", "rejected";
        /// Back with whoever requested it, to be put right and submitted again.
        Returned = "已退回", "已退回", "returned";
        /// Taken back by whoever requested it.
        Withdrawn = "已撤回", "已撤回", "withdrawn";
        /// The record was changed: another approval was begun for it as it is now.
        Voided = "已作废", "已作廢", "voided";
    }
}

choice! {
    TaskState {
        /// To be decided.
        Open = "待审批", "待審批", "open";
        /// Opens again when somebody added before has agreed.
        Waiting = "等待加签", "等待加簽", "waiting";
        Approved = "同意", "同意", "approved";
        Rejected = "否决", "否決", "rejected";
        /// Sent back to an earlier step or to whoever requested it.
        SentBack = "退回", "退回", "sent back";
        /// Given on to somebody else (转办), or taken up across levels.
        HandedOver = "已转办", "已轉辦", "handed over";
        /// Nothing to decide any more: another decided, or the approval went another way.
        Closed = "无需处理", "無需處理", "closed";
    }
}

choice! {
    /// How somebody came to decide.
    TaskOrigin {
        /// The flow names them.
        Flow = "流程指定", "流程指定", "by the flow";
        /// An approver asked for them (加签).
        Added = "加签", "加簽", "added";
        /// 转办.
        HandedOver = "转办", "轉辦", "handed over";
        /// Whom the flow names may not decide, or is not there: their superior does.
        Escalated = "上级接办", "上級接辦", "escalated";
        /// 跨级审批 after a telephone confirmation (A-SCR-10).
        AcrossLevels = "跨级审批", "跨級審批", "across levels";
    }
}

choice! {
    ActKind {
        Submitted = "提交", "提交", "submitted";
        Approved = "同意", "同意", "approved";
        Rejected = "否决", "否決", "rejected";
        SentBack = "退回", "退回", "sent back";
        AddedBefore = "前加签", "前加簽", "added an approver before";
        AddedAfter = "后加签", "後加簽", "added an approver after";
        HandedOver = "转办", "轉辦", "handed over";
        Escalated = "上报上级", "上報上級", "escalated";
        AcrossLevels = "跨级审批", "跨級審批", "taken across levels";
        Reminded = "催办", "催辦", "reminded";
        Overdue = "逾期", "逾期", "overdue";
        Withdrawn = "撤回", "撤回", "withdrawn";
        Voided = "作废", "作廢", "voided";
        /// Nobody is left who may decide.
        Stuck = "无人可批", "無人可批", "nobody may decide";
        Completed = "审批完成", "審批完成", "completed";
    }
}

choice! {
    /// What somebody had to do with the record before it came to approval.
    Involvement {
        Requested = "申请人", "申請人", "requested it";
        Created = "编制人", "編製人", "created it";
        Edited = "修改人", "修改人", "edited it";
    }
}
