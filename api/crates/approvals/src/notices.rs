//! What people are told of here, as the channels put it: a mail names no record.

kernel::notices! {
    APPROVAL_TASK_OPENED = "approval.task-opened", ordinary, "有审批待您处理", "有審批待您處理", "Something waits for your approval";
    APPROVAL_APPROVED = "approval.approved", ordinary, "您的申请已获批准", "您的申請已獲核准", "Your request was approved";
    APPROVAL_REJECTED = "approval.rejected", ordinary, "您的申请被否决", "您的申請被否決", "Your request was rejected";
    APPROVAL_RETURNED = "approval.returned", ordinary, "您的申请被退回", "您的申請被退回", "Your request was sent back";
    APPROVAL_WITHDRAWN = "approval.withdrawn", ordinary, "申请人撤回了审批", "申請人撤回了審批", "An approval was withdrawn";
    APPROVAL_VOIDED = "approval.voided", ordinary, "送审内容有修改，审批已重新开始", "送審內容有修改，審批已重新開始", "The content was changed; its approval began anew";
    APPROVAL_REMINDED = "approval.reminded", ordinary, "申请人催办审批", "申請人催辦審批", "The requester reminds you of an approval";
    APPROVAL_OVERDUE = "approval.overdue", always, "审批已逾期", "審批已逾期", "An approval is overdue";
    APPROVAL_STUCK = "approval.stuck", always, "审批无人可批，请联系流程管理员", "審批無人可批，請聯絡流程管理員", "Nobody may decide an approval; ask whoever sets the flows";
    APPROVAL_LAPSED = "approval.lapsed", ordinary, "送审事项已失效，无需再审批", "送審事項已失效，無需再審批", "What was to be approved has lapsed; nothing is to be decided any more";
    APPROVAL_ACROSS_LEVELS_DECIDED = "approval.across-levels-decided", ordinary, "您电话同意的跨级审批已有结果", "您電話同意的跨級審批已有結果", "The approval that you agreed to by telephone was decided";
    APPROVAL_TAKEN_ACROSS_LEVELS = "approval.taken-across-levels", ordinary, "已登记您电话同意，改由上级审批", "已登記您電話同意，改由上級審批", "Your agreement by telephone was noted; your superior decides";
}
