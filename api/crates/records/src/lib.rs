//! Reading what happened (audit trail, events, jobs) and what people keep for themselves (views,
//! drafts, notifications), and one search over every area.
pub mod audit;
pub mod channels;
pub mod drafts;
pub mod events;
pub mod evidence;
pub mod jobs;
pub mod mail;
mod names;
pub mod notices;
pub mod notifications;
mod plain;
pub mod presence;
pub mod retention;
pub mod search;
pub mod views;
pub mod webhooks;
pub mod wiring;

pub use wiring::Wiring;

use utoipa_actix_web::service_config::ServiceConfig;

kernel::permissions! {
    /// Read the audit trail, prove its chain.
    ReadAudit = "audit.read", privileged, "查看审计记录", "檢視稽核紀錄", "Read the audit trail";
    /// Take a pack of evidence away.
    ExportEvidence = "compliance.export", privileged, "导出证据包", "匯出證據包", "Take packs of evidence away";
    /// See that other people's jobs exist and how far they are.
    ReadAllJobs = "job.read-all", ordinary, "查看所有人的后台任务", "檢視所有人的背景工作", "See everybody's jobs";
    /// Offer a saved view to the whole department.
    ShareViews = "saved-view.share", ordinary, "与部门共享列表视图", "與部門共用清單檢視", "Share saved views with the department";
    /// Have what happens sent to addresses, by one's own rights.
    ManageWebhooks = "webhook.manage", ordinary, "管理事件推送", "管理事件推送", "Manage webhooks";
}

kernel::codes! {
    JOB_OF_ANOTHER => 403, "只有任务的发起人可以这样做", "只有工作的發起人可以這樣做", "Only the person who started the job may do this";
    JOB_FINISHED => 409, "任务已经结束", "工作已經結束", "The job has already ended";
    JOB_UNFINISHED => 409, "任务尚未结束", "工作尚未結束", "The job has not ended yet";
    JOB_NOT_UNDOABLE => 409, "这类任务不能撤销", "這類工作不能復原", "A job of this kind cannot be undone";
    JOB_UNDONE => 409, "任务已撤销或正在撤销", "工作已復原或正在復原", "The job has been undone, or is being undone";
    SAVED_VIEW_WITHOUT_TEAM => 409, "您不属于任何部门，视图无法共享", "您不屬於任何部門，檢視無法共用", "You belong to no department to share the view with";
    SAVED_VIEW_OF_ANOTHER => 403, "这是同事的视图，只能使用，不能修改", "這是同事的檢視，只能使用，不能修改", "This view is a colleague's: use it, but it is not yours to change";
    SAVED_VIEW_LIMIT => 409, "每个列表最多保存 {limit} 个视图", "每個清單最多儲存 {limit} 個檢視", "A list can have at most {limit} of your views";
    EVIDENCE_TOO_LARGE => 422, "证据包最多 {limit} 行，请缩短期间", "證據包最多 {limit} 列，請縮短期間", "A pack holds at most {limit} lines; choose fewer days";
    NOTICE_ALWAYS_MAILED => 422, "上报和账号安全类通知总是立即发送邮件，不能关闭或延后", "上報和帳號安全類通知總是立即傳送郵件，不能關閉或延後", "Escalations and notices of one's access are always mailed at once";
    QUIET_TOO_LONG => 422, "免打扰时段须有始有终，且不超过 12 小时", "勿擾時段須有始有終，且不超過 12 小時", "Quiet hours last twelve hours at the most";
    DRAFT_LIMIT => 409, "最多保存 {limit} 份草稿，请先处理旧草稿", "最多儲存 {limit} 份草稿，請先處理舊草稿", "You can keep at most {limit} drafts; finish or discard an older one";
    WEBHOOK_OF_ANOTHER => 403, "事件推送以创建人的权限取得消息，只有创建人可以这样做", "事件推送以建立人的權限取得訊息，只有建立人可以這樣做", "A webhook receives by its owner's rights: only its owner may do this";
    WEBHOOK_NOT_ACTIVE => 409, "此事件推送未启用", "此事件推送未啟用", "The webhook is not active";
    WEBHOOK_ACTIVE => 409, "此事件推送已经启用", "此事件推送已經啟用", "The webhook is active already";
    WEBHOOK_DELIVERY_WAITING => 409, "此次推送尚未结束", "此次推送尚未結束", "This delivery is still on its way";
    WEBHOOK_LIMIT => 409, "每人最多设置 {limit} 个事件推送", "每人最多設定 {limit} 個事件推送", "One person can have at most {limit} webhooks";
    WEBHOOK_ADDRESS_REFUSED => 422, "须为公网的 https 地址，且不含用户名", "須為公共網路的 https 位址，且不含使用者名稱", "Name an https address on the public network, without a user name";
}

/// Tag and description of each group of operations.
pub const TAGS: &[(&str, &str)] = &[
    ("records", "The audit trail and its proof, events and their live stream"),
    ("jobs", "Work that outlives its request: progress, outcomes, undoing"),
    (
        "desk",
        "What each person keeps: saved views, drafts, notifications, who has a record open, and search \
         over all areas",
    ),
    ("webhooks", "What happens, sent to addresses of integrators by the Standard Webhooks scheme"),
];

/// Every route of the area.
pub fn configure(config: &mut ServiceConfig) {
    audit::configure(config);
    events::configure(config);
    evidence::configure(config);
    jobs::configure(config);
    views::configure(config);
    notifications::configure(config);
    channels::configure(config);
    drafts::configure(config);
    presence::configure(config);
    search::configure(config);
    webhooks::configure(config);
}

/// The tables of the area.
#[must_use]
pub fn tables() -> Vec<kernel::schema::Table> {
    kernel::tables![
        channels::choice::Entity,
        channels::setting::Entity,
        drafts::entity::Entity,
        jobs::entity::Entity,
        mail::entity::Entity,
        presence::entity::Entity,
        views::default_entity::Entity,
        views::entity::Entity,
        webhooks::delivery_entity::Entity,
        webhooks::entity::Entity,
    ]
}
