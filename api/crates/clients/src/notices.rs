//! What people are told of here, as the channels put it: a mail names no record.

kernel::notices! {
    CLIENT_MENTIONED = "client.mentioned", ordinary, "有人在评论中提到了您", "有人在評論中提到了您", "You were mentioned in a comment";
    CLIENT_HANDED_OVER = "client.handed-over", ordinary, "有客户移交给您", "有客戶移交給您", "A client was handed over to you";
    CLIENT_HANDED_AWAY = "client.handed-away", ordinary, "您负责的客户已移交他人", "您負責的客戶已移交他人", "A client of yours was handed to somebody else";
    CLIENT_INFERIOR_CONFIRMED = "client.inferior-confirmed", ordinary, "您上报的劣质客户已确认备案", "您上報的劣質客戶已確認備案", "The inferior client that you reported was confirmed";
    CLIENT_INFERIOR_REPORTED = "client.inferior-reported", ordinary, "有劣质客户待确认", "有劣質客戶待確認", "An inferior client awaits confirmation";
    CLIENT_MERGED_AWAY = "client.merged-away", ordinary, "您负责的档案已并入其他档案", "您負責的檔案已併入其他檔案", "A file of yours was merged into another";
    CLIENT_ASKED = "client.asked", ordinary, "有同事请您办理一件事", "有同事請您辦理一件事", "A colleague asks you for something";
    CLIENT_SUBMISSION_SUBMITTED = "client-submission.submitted", ordinary, "有客户资料待受理", "有客戶資料待受理", "Client information awaits acceptance";
    CLIENT_SUBMISSION_ACCEPTED = "client-submission.accepted", ordinary, "您提交的客户资料已受理", "您提交的客戶資料已受理", "Your client information was accepted";
    CLIENT_SUBMISSION_RETURNED = "client-submission.returned", ordinary, "您提交的客户资料被退回", "您提交的客戶資料被退回", "Your client information was returned";
    CLIENT_INSTRUCTION_GIVEN = "client-instruction.given", ordinary, "有督导意见待您完成", "有督導意見待您完成", "You were given an instruction";
    CLIENT_INSTRUCTION_CONFIRMED = "client-instruction.confirmed", ordinary, "您下达的督导意见已确认完成", "您下達的督導意見已確認完成", "An instruction of yours was confirmed as done";
    CLIENT_INSTRUCTION_WITHDRAWN = "client-instruction.withdrawn", ordinary, "给您的督导意见已撤回", "給您的督導意見已撤回", "An instruction to you was withdrawn";
    CLIENT_DESTRUCTION_APPROVED = "client-destruction.approved", ordinary, "有已批准的档案销毁待执行", "有已核准的檔案銷毀待執行", "An approved destruction waits to be carried out";
    CLIENT_DESTRUCTION_ABANDONED = "client-destruction.abandoned", ordinary, "您提请的档案销毁已中止", "您提請的檔案銷毀已中止", "A destruction that you proposed was given up";
    CLIENT_DESTRUCTION_CARRIED_OUT = "client-destruction.carried-out", ordinary, "您提请的档案已销毁", "您提請的檔案已銷毀", "A file that you proposed was destroyed";
    CLIENT_DISCLOSURE_APPROVED = "client-disclosure.approved", ordinary, "有已批准的对外提供待办理", "有已核准的對外提供待辦理", "An approved disclosure waits to be provided";
    CLIENT_DISCLOSURE_PROVIDED = "client-disclosure.provided", ordinary, "您申请的对外提供已办理", "您申請的對外提供已辦理", "A disclosure that you requested was provided";
    CLIENT_DISCLOSURE_GIVEN_UP = "client-disclosure.given-up", ordinary, "您申请的对外提供已放弃", "您申請的對外提供已放棄", "A disclosure that you requested was given up";
    CLIENT_DISCLOSURE_CONSENT_REVOKED = "client-disclosure.consent-revoked", ordinary, "客户撤回了对外提供的同意", "客戶撤回了對外提供的同意", "A client revoked the consent to a disclosure";
    CLIENT_LOAN_APPROVED = "client-loan.approved", ordinary, "有已批准的档案借阅待交付", "有已核准的檔案借閱待交付", "Approved archives wait to be handed out";
    CLIENT_LOAN_HANDED_OUT = "client-loan.handed-out", ordinary, "您申请的客户资料已交付", "您申請的客戶資料已交付", "The archives you asked for were handed out";
    CLIENT_LOAN_GIVEN_BACK = "client-loan.given-back", ordinary, "您借阅的档案已登记归还", "您借閱的檔案已登記歸還", "Your loan was recorded as given back";
    CLIENT_LOAN_LOST = "client-loan.lost", ordinary, "您借阅的档案已登记遗失", "您借閱的檔案已登記遺失", "Your loan was recorded as lost";
    CLIENT_LOAN_LOST_BELOW = "client-loan.lost-below", always, "您下属借阅的档案已登记遗失", "您下屬借閱的檔案已登記遺失", "A loan of somebody below you was recorded as lost";
    CLIENT_INCIDENT_REPORTED = "client-incident.reported", always, "有新的保密事件待处理", "有新的保密事件待處理", "A secrecy incident was reported and is to be handled";
    CLIENT_INCIDENT_NAMED = "client-incident.named", always, "您被列为保密事件的当事人，可提交申辩", "您被列為保密事件的當事人，可提交申辯", "A secrecy incident names you as a party: you may state your case";
    CLIENT_INCIDENT_BELOW = "client-incident.below", always, "您的下属涉及保密事件，您须承担领导责任", "您的下屬涉及保密事件，您須承擔領導責任", "A secrecy incident names somebody below you: you bear the responsibility of leadership";
    CLIENT_INCIDENT_STATED = "client-incident.stated", ordinary, "保密事件收到申辩", "保密事件收到申辯", "Somebody stated their case in a secrecy incident";
    CLIENT_INCIDENT_CONCLUDED = "client-incident.concluded", always, "与您有关的保密事件已结案", "與您有關的保密事件已結案", "A secrecy incident that concerns you was concluded";
    CLIENT_INCIDENT_TAKEN_UP = "client-incident.taken-up", always, "与您有关的保密事件已重新调查", "與您有關的保密事件已重新調查", "A secrecy incident that concerns you was taken up again";
    CLIENT_INFORMATION_REPORT_SUBMITTED = "client-information-report.submitted", ordinary, "有客户信息报告待受理", "有客戶資訊報告待受理", "A client information report is to be received";
    CLIENT_INFORMATION_REPORT_RECEIVED = "client-information-report.received", ordinary, "您的客户信息报告已受理", "您的客戶資訊報告已受理", "Your client information report was received";
    CLIENT_INFORMATION_REPORT_SENT_BACK = "client-information-report.sent-back", ordinary, "您的客户信息报告被退回", "您的客戶資訊報告被退回", "Your client information report was sent back";
    CLIENT_INFORMATION_REPORT_CALLED_BACK = "client-information-report.called-back", ordinary, "客户服务部就您的报告做了回访", "客戶服務部就您的報告做了回訪", "Customer service called you back on your report";
}
