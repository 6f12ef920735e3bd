//! The client archive: files in four sections, their custody, tiers, verification, and what hangs
//! on them. `archive` is the core; every other feature of the crate hangs on a file of it.
pub mod archive;
pub mod attachments;
pub mod bulk;
mod checks;
pub mod comments;
pub mod contacts;
pub mod destructions;
pub mod disclosures;
mod exporting;
mod files_named;
pub mod found;
mod hanging;
mod ids;
pub mod importing;
pub mod incidents;
pub mod information_reports;
pub mod instructions;
pub mod interactions;
pub mod loans;
pub mod market;
mod names;
pub mod notices;
pub mod obligations;
mod oversight;
pub mod parameters;
pub mod plans;
pub mod purchases;
pub mod qualifications;
mod readings;
pub mod reports;
pub mod secrecy;
pub mod secret_items;
pub mod seed;
pub mod submissions;
mod timeline;

pub use archive::term::declassify;
pub use files_named::files_named;
pub use parameters::PARAMETERS;

/// As `archive::hanging` names what hangs on a file.
use disclosures::named as disclosed_files;
use incidents::files as incident_files;
use information_reports::entries as information_report_entries;

pub use ids::{
    AcknowledgementId, AttachmentId, ClientId, CommentId, ContactId, DestructionId,
    DisclosureFileId, DisclosureId, ExtractId, IncidentActId, IncidentFileId, IncidentId,
    IncidentPartyId, IncidentStatementId, InformationCallBackId, InformationReportEntryId,
    InformationReportId, InstructionId, InteractionId, LoanId, PlanId, PurchaseId, QualificationId,
    ReportId, SubmissionId,
};

/// Sections of the document.
pub const TAGS: &[(&str, &str)] =
    &[("clients", "The client archive: files, custody, tiers, verification, merging.")];

/// Every route of the area.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    // Before the archive: its `/clients/{id}` would take `/clients/export` for an id.
    importing::configure(config);
    exporting::configure(config);
    bulk::configure(config);
    submissions::configure(config);
    reports::configure(config);
    secrecy::configure(config);
    oversight::configure(config);
    instructions::configure(config);
    plans::configure(config);
    market::configure(config);
    loans::configure(config);
    incidents::configure(config);
    destructions::configure(config);
    readings::configure(config);
    disclosures::configure(config);
    information_reports::configure(config);
    archive::configure(config);
    contacts::configure(config);
    qualifications::configure(config);
    purchases::configure(config);
    interactions::configure(config);
    comments::configure(config);
    attachments::configure(config);
    timeline::configure(config);
}

/// The tables of the area.
#[must_use]
pub fn tables() -> Vec<kernel::schema::Table> {
    kernel::tables![
        archive::entity::Entity,
        archive::hand_over_entity::Entity,
        archive::tier_entity::Entity,
        archive::verification_entity::Entity,
        attachments::entity::Entity,
        comments::entity::Entity,
        contacts::entity::Entity,
        interactions::entity::Entity,
        purchases::entity::Entity,
        qualifications::entity::Entity,
        reports::entity::Entity,
        submissions::entity::Entity,
        secrecy::entity::Entity,
        instructions::entity::Entity,
        plans::entity::Entity,
        market::entity::Entity,
        loans::entity::Entity,
        incidents::entity::Entity,
        incidents::party_entity::Entity,
        incidents::files::entity::Entity,
        incidents::statement_entity::Entity,
        incidents::act_entity::Entity,
        destructions::entity::Entity,
        disclosures::entity::Entity,
        disclosures::named::entity::Entity,
        information_reports::entity::Entity,
        information_reports::entries::entity::Entity,
        information_reports::call_back_entity::Entity,
    ]
}

/// What carries out the area's jobs.
#[must_use]
pub fn handlers(
    handbook: &std::sync::Arc<handbook::Handbook>,
) -> Vec<std::sync::Arc<dyn kernel::jobs::Handler>> {
    vec![
        std::sync::Arc::new(importing::Importing::new(handbook.clone())),
        std::sync::Arc::new(bulk::Bulk::new(handbook.clone())),
    ]
}

kernel::permissions! {
    /// See client files within reach and clearance.
    ReadClients = "client.read", ordinary, "查看客户档案", "檢視客戶檔案", "View client files";
    /// A-CLI-16: build, update and maintain files.
    MaintainClients = "client.maintain", ordinary, "建立与维护客户档案", "建立與維護客戶檔案", "Build and maintain client files";
    /// A-CLI-17: hand in what was collected at the client.
    CollectClients = "client.collect", ordinary, "收集并提交客户资料", "蒐集並提交客戶資料", "Collect and submit client information";
    /// B-CRM-01.
    CreateGroupBuyClients = "client.create-group-buy", ordinary, "建立团购客户档案", "建立團購客戶檔案", "Create group-buy client files";
    /// A-CLI-10.
    VerifyClients = "client.verify", ordinary, "核定客户档案", "核定客戶檔案", "Verify client files";
    HandOverClients = "client.hand-over", ordinary, "移交客户", "移交客戶", "Hand clients over";
    /// A-SEC-02.
    ClassifyClients = "client.classify", privileged, "定密级", "定密級", "Set confidentiality levels";
    /// B-CRM-07.
    MaintainKeyClients = "client.maintain-key", ordinary, "维护重点与核心客户", "維護重點與核心客戶", "Look after key and core clients";
    /// B-CRM-08.
    FollowUpClients = "client.follow-up", ordinary, "跟进一般客户", "跟進一般客戶", "Follow up general clients";
    /// B-CRM-12.
    ReportInferiorClients = "client.report-inferior", ordinary, "上报劣质客户", "上報劣質客戶", "Report inferior clients";
    /// B-CRM-12.
    ConfirmInferiorClients = "client.confirm-inferior", ordinary, "确认劣质客户", "確認劣質客戶", "Confirm inferior clients";
    MergeClients = "client.merge", ordinary, "合并客户档案", "合併客戶檔案", "Merge client files";
    /// A-CLI-28.
    ReadPersonalData = "client-personal.read", privileged, "查看个人信息", "檢視個人資訊", "View personal data";
    ImportClients = "client.import", ordinary, "导入客户", "匯入客戶", "Import clients";
    ExportClients = "client.export", ordinary, "导出客户", "匯出客戶", "Export clients";
    BulkClients = "client.bulk", ordinary, "批量处理客户", "批次處理客戶", "Process clients in bulk";
    ReadClientReports = "client-report.read", ordinary, "查看客户报表", "檢視客戶報表", "View client reports";
    /// A-CLI-04, A-CLI-15, B-CRM-13: see how the archive stands, owner by owner.
    ReadOversight = "client-oversight.read", ordinary, "查看客户档案督导", "檢視客戶檔案督導", "View the supervision of client files";
    /// A-CLI-04, A-CLI-15: instruct owners; draw up and confirm the collection plan.
    ManageOversight = "client-oversight.manage", ordinary, "督导客户档案", "督導客戶檔案", "Supervise client files";
    /// A-CLI-03: the second copy of the basic archive, without personal data.
    TakeMarketExtracts = "client-market.extract", ordinary, "提取市场分析资料", "提取市場分析資料", "Take extracts for market analysis";
    /// A-CLI-18: see who has signed the undertaking; no client information.
    ReadSecrecy = "client-secrecy.read", ordinary, "查看保密承诺", "檢視保密承諾", "View secrecy undertakings";
    /// A-BOR-01: ask for figures, a look into files, or a loan.
    RequestLoans = "client-loan.request", ordinary, "申请查阅客户资料", "申請查閱客戶資料", "Ask for client archives";
    /// A-BOR-02: managers and above.
    BorrowClients = "client-loan.borrow", ordinary, "借出客户档案", "借出客戶檔案", "Borrow client archives";
    ReadLoans = "client-loan.read", ordinary, "查看档案借阅", "檢視檔案借閱", "View loans of client archives";
    /// A-BOR-01, A-BOR-03: hand out, take back, record losses.
    ManageLoans = "client-loan.manage", ordinary, "办理档案借阅", "辦理檔案借閱", "Keep loans of client archives";
    /// A-SEC-10: who read which classified file.
    ReadReadings = "client-reading.read", privileged, "查看涉密档案阅读记录", "檢視涉密檔案閱讀記錄", "View readings of classified files";
    /// A-BOR-05: tell of a breach, a loss or a leak; whoever is named states their case.
    ReportIncidents = "client-incident.report", ordinary, "报告保密事件、提交申辩", "報告保密事件、提交申辯", "Report secrecy incidents and state one's case";
    ReadIncidents = "client-incident.read", ordinary, "查看保密事件", "檢視保密事件", "View secrecy incidents";
    /// A-BOR-05: what follows for people; never by anybody whom the incident names.
    HandleIncidents = "client-incident.handle", privileged, "处理保密事件", "處理保密事件", "Handle secrecy incidents";
    ReadDestructions = "client-destruction.read", ordinary, "查看档案销毁", "檢視檔案銷毀", "View destructions of client files";
    /// A-BOR-06, A-BOR-07: find a file obsolete.
    ProposeDestructions = "client-destruction.propose", ordinary, "提请销毁档案", "提請銷毀檔案", "Propose client files for destruction";
    /// A-BOR-06: after the three approvals; never one's own proposal.
    CarryOutDestructions = "client-destruction.carry-out", privileged, "执行档案销毁", "執行檔案銷毀", "Destroy client files";
    /// B-SEC-07: ask to provide client information to somebody outside the company.
    RequestDisclosures = "client-disclosure.request", ordinary, "申请对外提供客户信息", "申請對外提供客戶資訊", "Ask to provide client information externally";
    ReadDisclosures = "client-disclosure.read", ordinary, "查看对外提供记录", "檢視對外提供記錄", "View external disclosures";
    /// B-SEC-07, A-SEC-09: after the company's review; never one's own request.
    ProvideDisclosures = "client-disclosure.provide", privileged, "对外提供客户信息", "對外提供客戶資訊", "Provide client information externally";
    /// A-CIR-01: hand in the monthly report to customer service.
    SubmitInformationReports = "client-report.submit", ordinary, "提交客户信息报告", "提交客戶資訊報告", "Submit client information reports";
    ReadInformationReports = "client-report.read-information", ordinary, "查看客户信息报告", "檢視客戶資訊報告", "View client information reports";
    /// A-CIR-03: take reports in, give them back, call their authors back.
    ReceiveInformationReports = "client-report.receive", ordinary, "受理客户信息报告", "受理客戶資訊報告", "Receive client information reports";
    KeepClientReports = "client-report.keep", ordinary, "保存客户报表", "保存客戶報表", "Keep client reports";
}

kernel::codes! {
    ASK_ONESELF => 409, "您可以自行办理，无需请他人办理", "您可以自行辦理，無需請他人辦理", "You may do this yourself";
    ASK_NOBODY => 409, "目前没有可以办理的人员，或制度不允许任何人办理", "目前沒有可以辦理的人員，或制度不允許任何人辦理", "Nobody may do this now";
    CLIENT_MERGED => 409, "该档案已并入其他档案", "該檔案已併入其他檔案", "This file was merged into another";
    CLIENT_WITHDRAWN => 409, "该档案已随导入撤销而撤回", "該檔案已隨匯入復原而撤回", "This file was taken back with its import";
    CLIENT_OBSOLETE => 409, "该档案已提请销毁，只能查看；仍有保存价值的，请先中止或撤回销毁", "該檔案已提請銷毀，只能檢視；仍有保存價值的，請先中止或撤回銷毀", "This file is proposed for destruction and can only be read; where it is worth keeping, give the destruction up first";
    CLIENT_STATE_MOVE => 409, "客户状态不能由 {from} 改为 {to}", "客戶狀態不能由 {from} 改為 {to}", "The state cannot change from {from} to {to}";
    CLIENT_UNCHANGED => 409, "新值与现值相同，无需变更", "新值與現值相同，無需變更", "The new value is the present one";
    CLIENT_OWNER_UNFIT => 409, "等级为 {tier} 的客户须由具有权限 {permission} 的人员维护", "等級為 {tier} 的客戶須由具有權限 {permission} 的人員維護", "A client of tier {tier} is looked after by a holder of {permission}";
    CLIENT_OWNER_LOSES_SIGHT => 409, "密级将高于负责人的涉密等级，请先移交给有权查看的负责人", "密級將高於負責人的涉密等級，請先移交給有權檢視的負責人", "The level would rise above the owner's clearance: hand the file over first";
    CLIENT_OWNER_WITHOUT_ACCESS => 409, "所选负责人无权查看该档案（权限、范围或涉密等级不足）", "所選負責人無權檢視該檔案（權限、範圍或涉密等級不足）", "The chosen owner may not see the file (right, reach or clearance)";
    CLIENT_VERIFICATION_OVERDUE => 409, "档案应于 {due_on} 前核定，现已逾期，请先核定再调整等级", "檔案應於 {due_on} 前核定，現已逾期，請先核定再調整等級", "The file was to be verified by {due_on}; verify it before the tier is changed";
    CLIENT_SERVICE_PLAN_MISSING => 409, "重点与核心客户须有个性化服务方案", "重點與核心客戶須有個人化服務方案", "Key and core clients need a personalised service plan";
    CLIENT_BASIC_INCOMPLETE => 409, "基本档案不完整，缺少：{missing}", "基本檔案不完整，缺少：{missing}", "The basic archive is not complete; missing: {missing}";
    CLIENT_NOTE_REQUIRED => 422, "此核定结果须附说明", "此核定結果須附說明", "This result needs a note";
    CLIENT_INFERIOR_STATE => 409, "劣质客户标记为 {state} 时不能执行此操作", "劣質客戶標記為 {state} 時不能執行此操作", "This cannot be done while the inferior mark is {state}";
    CLIENT_OWN_REPORT => 409, "须由上报人以外的人员确认", "須由上報人以外的人員確認", "Somebody other than the reporter has to confirm";
    CLIENT_DECLASSIFIED_BY_TERM => 409, "保密期限届满即自行解密，不能另行定为已解密；可改定保密期限", "保密期限屆滿即自行解密，不能另行定為已解密；可改定保密期限", "A file is declassified by the end of its term alone; set another term";
    CLIENT_TERM_OUT_OF_RANGE => 422, "保密期限须晚于今日（{today}），且不晚于 {latest}", "保密期限須晚於今日（{today}），且不晚於 {latest}", "The term ends after today ({today}) and by {latest}";
    ITEM_LEVEL_NOT_ABOVE => 409, "单项密级须高于档案密级（档案现为{level}）", "單項密級須高於檔案密級（檔案現為{level}）", "The level of a single item is above that of its file ({level} now)";
    CLIENT_ABOVE_CLEARANCE => 409, "密级不得高于本人的涉密等级", "密級不得高於本人的涉密等級", "The level may not be above your own clearance";
    /// Neutral on purpose: it says neither whose file it is nor how secret.
    CLIENT_DUPLICATE => 409, "该统一社会信用代码已有档案，请联系档案保管人核实", "該統一社會信用代碼已有檔案，請聯絡檔案保管人核實", "This credit code already has a file; ask the custodian of the archive";
    CLIENT_DUPLICATE_SUSPECTED => 409, "疑似重复：已有 {count} 份相近档案，确认不重复后请注明理由", "疑似重複：已有 {count} 份相近檔案，確認不重複後請註明理由", "Possible duplicate: {count} similar files; confirm with a reason that it is not";
    CLIENT_KINDS_DIFFER => 409, "机构与个人档案不能合并", "機構與個人檔案不能合併", "A file of an institution and one of an individual cannot be merged";
    CLIENT_SAME_FILE => 409, "不能与自身合并", "不能與自身合併", "A file cannot be merged with itself";
    CLIENT_GROUP_BUY_REMAINS => 409, "团购客户的档案须保留，请把另一份并入这一份", "團購客戶的檔案須保留，請把另一份併入這一份", "The file of a group-buy client is the one that remains: merge the other into it";
    NOT_A_SPREADSHEET => 422, "文件既不是 XLSX 也不是 CSV 表格", "檔案既不是 XLSX 也不是 CSV 試算表", "The file is neither an XLSX workbook nor a CSV table";
    SPREADSHEET_LEGACY_FORMAT => 422, "不支持 Excel 97-2003 的 XLS 文件，请另存为 XLSX", "不支援 Excel 97-2003 的 XLS 檔案，請另存為 XLSX", "XLS files of Excel 97 to 2003 are not read; save as XLSX";
    SPREADSHEET_ENCRYPTED => 422, "文件有密码保护，请取消密码后再试", "檔案有密碼保護，請取消密碼後再試", "The file is protected by a password";
    SPREADSHEET_DAMAGED => 422, "文件已损坏，无法读取", "檔案已損毀，無法讀取", "The file is damaged";
    SPREADSHEET_EMPTY => 422, "表格是空的", "試算表是空的", "The spreadsheet is empty";
    SPREADSHEET_TOO_MANY_BYTES => 413, "文件超过 {limit}", "檔案超過 {limit}", "The file is larger than {limit}";
    SPREADSHEET_TOO_LARGE_UNPACKED => 413, "文件解压后超过 {limit}", "檔案解壓後超過 {limit}", "The file unpacks to more than {limit}";
    SPREADSHEET_TOO_MANY_ROWS => 422, "表格超过 {limit} 行，请拆分后导入", "試算表超過 {limit} 列，請拆分後匯入", "The spreadsheet has more than {limit} rows; split it";
    SPREADSHEET_TOO_MANY_COLUMNS => 422, "表格超过 {limit} 列", "試算表超過 {limit} 欄", "The spreadsheet has more than {limit} columns";
    SPREADSHEET_DUPLICATE_COLUMN => 422, "列“{title}”出现了两次", "欄「{title}」出現了兩次", "The column {title} occurs twice";
    SPREADSHEET_DATA_OUTSIDE_COLUMNS => 422, "第 {row} 行 {column} 列有内容但没有表头", "第 {row} 列 {column} 欄有內容但沒有表頭", "Row {row} has a value in column {column}, which has no heading";
    IMPORT_UNKNOWN_COLUMN => 422, "不认识 {column} 列的表头“{title}”，请以模板为准", "不認識 {column} 欄的表頭「{title}」，請以範本為準", "The heading {title} of column {column} is unknown; see the template";
    IMPORT_COLUMN_MISSING => 422, "缺少必需的列“{title}”", "缺少必需的欄「{title}」", "The column {title} is missing";
    IMPORT_NO_ROWS => 422, "表格只有表头，没有数据行", "試算表只有表頭，沒有資料列", "The spreadsheet has headings and no rows";
    IMPORT_TOO_MANY_AT_ONCE => 422, "整体导入最多 {limit} 行（本表 {rows} 行），请改用“只导入正确的行”", "整體匯入最多 {limit} 列（本表 {rows} 列），請改用「只匯入正確的列」", "All or nothing takes {limit} rows at the most, this has {rows}; import the good rows instead";
    EXPORT_TOO_MANY_ROWS => 409, "XLSX 最多容纳 {limit} 行（共 {rows} 行），请缩小范围或改用 CSV", "XLSX 最多容納 {limit} 列（共 {rows} 列），請縮小範圍或改用 CSV", "An XLSX sheet holds {limit} rows, these are {rows}; narrow the filters or take CSV";
    EXTRACT_TOO_MANY_FILES => 409, "一次最多提取 {limit} 份档案（共 {rows} 份），请联系系统管理员", "一次最多提取 {limit} 份檔案（共 {rows} 份），請聯絡系統管理員", "At most {limit} files are taken at once, these are {rows}; ask the system administrator";
    BULK_TOO_MANY => 422, "一次最多处理 {limit} 份档案", "一次最多處理 {limit} 份檔案", "At most {limit} files at once";
    BULK_NOTHING_SELECTED => 422, "没有选中任何档案", "沒有選取任何檔案", "No file is selected";
    SUBMISSION_SETTLED => 409, "该提交已处理完毕（{state}）", "該提交已處理完畢（{state}）", "The submission is settled already ({state})";
    SUBMISSION_OWN => 409, "不能受理本人提交的资料", "不能受理本人提交的資料", "Nobody settles a submission of their own";
    SUBMISSION_OF_ANOTHER => 409, "只有提交人可以撤回", "只有提交人可以撤回", "Only the submitter can withdraw it";
    SUBMISSION_CONFLICT => 409, "提交之后档案已更新（当前版本 {current_version}），请核对后再受理", "提交之後檔案已更新（目前版本 {current_version}），請核對後再受理", "The file has changed since the submission (now version {current_version}); compare before accepting";
    SUBMISSION_EMPTY => 409, "提交的内容与档案现状相同", "提交的內容與檔案現狀相同", "The submission would change nothing";
    HANGING_REMOVED => 409, "该记录已移除，不能再修改", "該記錄已移除，不能再修改", "This record was taken out and cannot be changed";
    WRITTEN_BY_ANOTHER => 403, "只有填写人本人或档案维护人员可以这样做", "只有填寫人本人或檔案維護人員可以這樣做", "Only its author or a keeper of the archive may do this";
    INTERACTION_CORRECTED => 409, "该记录已被更正，请更正最新的一条", "該記錄已被更正，請更正最新的一條", "This record was corrected already; correct the latest one";
    MENTION_CANNOT_SEE => 422, "此人无权查看该客户，不能提及", "此人無權檢視該客戶，不能提及", "This person cannot see the client and cannot be mentioned";
    /// A-CLI-18: the refusal of every right over client information until the undertaking is signed.
    SECRECY_NOT_ACKNOWLEDGED => 403, "查看客户资料前须先签署保密承诺书", "檢視客戶資料前須先簽署保密承諾書", "Sign the secrecy undertaking before client information is shown";
    SECRECY_TEXT_CHANGED => 409, "保密承诺书已更新，请阅读现行文本后再签署", "保密承諾書已更新，請閱讀現行文字後再簽署", "The undertaking has changed; read the present text and sign that";
    SECRECY_NAME_DIFFERS => 422, "与本人姓名不一致", "與本人姓名不一致", "This is not your name";
    INSTRUCTION_OF_ANOTHER => 409, "只有被督导人本人可以确认完成", "只有被督導人本人可以確認完成", "Only its addressee confirms it";
    INSTRUCTION_SETTLED => 409, "该督导意见已处理完毕（{state}）", "該督導意見已處理完畢（{state}）", "The instruction is settled already ({state})";
    INSTRUCTION_ADDRESSEE => 422, "此人无权查看所督导的档案", "此人無權檢視所督導的檔案", "This person may not see the files";
    PLAN_SETTLED => 409, "该收集计划已不是草拟状态（{state}）", "該蒐集計畫已不是草擬狀態（{state}）", "The plan is no draft any more ({state})";
    PLAN_EMPTY => 409, "收集计划还没有任何目标", "蒐集計畫還沒有任何目標", "The plan has no target yet";
    PLAN_EXISTS => 409, "{period} 已有生效的收集计划，请先撤回", "{period} 已有生效的蒐集計畫，請先撤回", "A plan of {period} is in force; withdraw it first";
    LOAN_ONLY_MANAGERS => 409, "经理以上人员方可借出客户档案", "經理以上人員方可借出客戶檔案", "Only managers and above may borrow client archives";
    LOAN_UNDERTAKING_MISSING => 409, "须承诺不在公共场所或出差途中阅读客户资料", "須承諾不在公共場所或出差途中閱讀客戶資料", "Undertake first not to read client information in public places or while travelling";
    LOAN_STATE => 409, "申请的状态为“{state}”，不能执行此操作", "申請的狀態為「{state}」，不能執行此操作", "This cannot be done while the request is {state}";
    LOAN_OF_ANOTHER => 409, "只有申请人可以这样做", "只有申請人可以這樣做", "Only whoever asked for it may do this";
    LOAN_OWN_REQUEST => 409, "不得为本人办理借阅", "不得為本人辦理借閱", "Nobody hands out to themselves";
    LOAN_BORROWER_NOT_CLEARED => 409, "借阅人的涉密等级低于档案密级，不能交付", "借閱人的涉密等級低於檔案密級，不能交付", "The borrower is not cleared for the level of a file";
    LOAN_FIGURES_ONLY => 409, "批准的是统计资料，不能交付档案", "核准的是統計資料，不能交付檔案", "Figures were approved: no files are handed out";
    LOAN_LATE => 409, "归还日期已过，请申请人重新申请", "歸還日期已過，請申請人重新申請", "The last day of the loan has passed: it has to be asked for again";
    INCIDENT_STATE => 409, "事件的状态为“{state}”，不能执行此操作", "事件的狀態為「{state}」，不能執行此操作", "This cannot be done while the incident is {state}";
    INCIDENT_NAMED => 409, "您是该事件的当事人或其直接上级，须由他人处理", "您是該事件的當事人或其直接上級，須由他人處理", "The incident names you as a party or the superior of one: somebody else handles it";
    INCIDENT_LENT_BY_NAMED => 409, "您的处理权限由该事件的当事人或其直接上级委托，须由他人处理", "您的處理權限由該事件的當事人或其直接上級委託，須由他人處理", "Your right to handle it was lent by somebody whom the incident names: somebody else handles it";
    INCIDENT_NOT_NAMED => 409, "只有当事人及其直接上级可以提交申辩", "只有當事人及其直接上級可以提交申辯", "Only a party or the superior of one states their case";
    DESTRUCTION_NOT_OUT_OF_DATE => 409, "档案在 {idle_since} 仍有更新或往来，{before} 以前的方为过时资料", "檔案在 {idle_since} 仍有更新或往來，{before} 以前的方為過時資料", "Something came into the file on {idle_since}; out of date is what was last dealt with before {before}";
    DESTRUCTION_OF_VALUE => 409, "{value}的档案仍有保存价值，不得销毁", "{value}的檔案仍有保存價值，不得銷毀", "The file of {value} is worth keeping and is not destroyed";
    DESTRUCTION_IN_USE => 409, "档案仍在使用（{why}），不得销毁", "檔案仍在使用（{why}），不得銷毀", "The file is in use ({why}) and is not destroyed";
    DESTRUCTION_STATE => 409, "销毁的状态为“{state}”，不能执行此操作", "銷毀的狀態為「{state}」，不能執行此操作", "This cannot be done while the destruction is {state}";
    DESTRUCTION_OF_ANOTHER => 409, "只有提请人可以这样做", "只有提請人可以這樣做", "Only whoever proposed it may do this";
    DESTRUCTION_OWN_PROPOSAL => 409, "提请销毁的人不得执行销毁，须由另一人执行", "提請銷毀的人不得執行銷毀，須由另一人執行", "Whoever proposed it does not carry it out: it takes another person";
    DESTRUCTION_CONTENT_CHANGED => 409, "档案内容与审批时不同，请中止后重新提请", "檔案內容與審批時不同，請中止後重新提請", "The file is not what was approved; give it up and propose it anew";
    DESTRUCTION_NOT_BY_THREE => 409, "须由三人分别审批（现由 {approvers} 人批准），不得销毁", "須由三人分別審批（現由 {approvers} 人核准），不得銷毀", "Three people have to have approved, each for themselves ({approvers} have); it is not destroyed";
    DESTRUCTION_NAMES_FILE => 422, "理由将保留在销毁证明上，不得写入档案中的名称或代码", "理由將保留在銷毀證明上，不得寫入檔案中的名稱或代碼", "This stays on the certificate: it may not hold a name or code that stands in the file";
    DESTRUCTION_NUMBER_DIFFERS => 422, "与档案编号不一致", "與檔案編號不一致", "This is not the file's number";
    DISCLOSURE_STATE => 409, "对外提供的状态为“{state}”，不能执行此操作", "對外提供的狀態為「{state}」，不能執行此操作", "This cannot be done while the disclosure is {state}";
    DISCLOSURE_OF_ANOTHER => 409, "只有申请人可以这样做", "只有申請人可以這樣做", "Only whoever requested it may do this";
    DISCLOSURE_OWN_REQUEST => 409, "不得办理本人的对外提供申请，须由另一人提供", "不得辦理本人的對外提供申請，須由另一人提供", "Nobody provides what they requested: it takes another person";
    DISCLOSURE_LAW_AUTHORITY_ONLY => 409, "法定义务仅适用于司法行政机关；向其他方提供须经客户同意", "法定義務僅適用於司法行政機關；向其他方提供須經客戶同意", "A duty by law is one towards authorities alone; anybody else takes the client's consent";
    DISCLOSURE_NO_LEGAL_BASIS => 409, "依法定义务提供的，须写明法律条款和机关文书编号", "依法定義務提供的，須寫明法律條款和機關文書編號", "What a law obliges to names the article and the number of the authority's letter";
    DISCLOSURE_NO_CONSENT => 409, "第 {place} 份档案没有有效的客户同意（{why}），不得对外提供", "第 {place} 份檔案沒有有效的客戶同意（{why}），不得對外提供", "File {place} has no consent in force ({why}): nothing of it is provided";
    DISCLOSURE_TOO_OLD => 409, "审批的有效期已过（至 {valid_until}），请重新申请", "審批的有效期已過（至 {valid_until}），請重新申請", "The approval could be used until {valid_until}; ask anew";
    DISCLOSURE_FILE_CHANGED => 409, "档案与审批时不同（{why}），不得对外提供", "檔案與審批時不同（{why}），不得對外提供", "A file is not what was reviewed ({why}): nothing is provided";
    DISCLOSURE_REQUESTER_NOT_CLEARED => 409, "申请人已无权申请或查看此类档案，不得对外提供", "申請人已無權申請或檢視此類檔案，不得對外提供", "Whoever requested it may no longer ask for or read such files: nothing is provided";
    DISCLOSURE_NOT_REVIEWED => 409, "须由多人分别审核（现由 {approvers} 人批准），不得对外提供", "須由多人分別審核（現由 {approvers} 人核准），不得對外提供", "Several people have to have reviewed it, each for themselves ({approvers} have); nothing is provided";
    DISCLOSURE_NAMES_FILE => 422, "此项在档案销毁后仍会保留，不得写入档案中的名称或代码", "此項在檔案銷毀後仍會保留，不得寫入檔案中的名稱或代碼", "This stays when the file is destroyed: it may not hold a name or code that stands in the file";
    EXTRACT_DESTROYED => 410, "提取的资料中有已销毁的档案，内容已一并销毁，请重新提取", "提取的資料中有已銷毀的檔案，內容已一併銷毀，請重新提取", "A file in this extract was destroyed and its contents with it; take a new one";
    INFORMATION_REPORT_EXISTS => 409, "{period} 的客户信息报告已经提交，请修改已提交的报告", "{period} 的客戶資訊報告已經提交，請修改已提交的報告", "The report of {period} has been submitted; change that one";
    INFORMATION_REPORT_STATE => 409, "报告的状态为“{state}”，不能执行此操作", "報告的狀態為「{state}」，不能執行此操作", "This cannot be done while the report is {state}";
    INFORMATION_REPORT_OF_ANOTHER => 409, "只有报告人可以修改", "只有報告人可以修改", "Only its author changes a report";
    INFORMATION_REPORT_OWN => 409, "不得受理或退回本人的报告，也不得回访本人", "不得受理或退回本人的報告，也不得回訪本人", "Nobody takes in a report of their own, or calls themselves back";
    CALL_BACK_NO_REPORTER => 422, "此人不提交客户信息报告，无须回访", "此人不提交客戶資訊報告，無須回訪", "This person submits no client information reports";
    FILE_REFUSED => 415, "不支持此类文件，或内容与扩展名不符", "不支援此類檔案，或內容與副檔名不符", "Files of this kind are not kept, or the content is not what the name says";
}
