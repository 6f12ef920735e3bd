//! What people are told of here, as the channels put it: a mail names no record.

kernel::notices! {
    OBLIGATION_OPENED = "obligation.opened", ordinary, "您有新的待办事项", "您有新的待辦事項", "An obligation of yours was opened";
    OBLIGATION_DUE_SOON = "obligation.due-soon", ordinary, "您的待办事项即将到期", "您的待辦事項即將到期", "An obligation of yours is due soon";
    OBLIGATION_OVERDUE = "obligation.overdue", ordinary, "您的待办事项已逾期", "您的待辦事項已逾期", "An obligation of yours is overdue";
    OBLIGATION_ESCALATED = "obligation.escalated", always, "下属的待办事项逾期，已上报给您", "下屬的待辦事項逾期，已上報給您", "An overdue obligation of somebody below you was escalated to you";
    OBLIGATION_PASSED = "obligation.passed", ordinary, "有待办事项转由您办理", "有待辦事項轉由您辦理", "An obligation was passed on to you";
    EXCEPTION_REQUESTED = "exception.requested", ordinary, "有豁免申请待您决定", "有豁免申請待您決定", "A request for an exception waits for your decision";
    EXCEPTION_APPROVED = "exception.approved", ordinary, "您的豁免申请已获批准", "您的豁免申請已獲核准", "Your request for an exception was approved";
    EXCEPTION_REFUSED = "exception.refused", ordinary, "您的豁免申请未获批准", "您的豁免申請未獲核准", "Your request for an exception was refused";
}
