//! Approvals: who decides about a record of any area, in which order, and what happened. The area knows
//! its records only through [`subject::Subject`].
pub mod flows;
mod ids;
pub mod notices;
pub mod runs;
pub mod seed;
pub mod subject;

pub use ids::{ActId, ApprovalId, FlowVersionId, TaskId};
pub use runs::{
    Decisions, approvers, exists, labels, latest, restart, submit, taken_part, tend, void,
};
pub use subject::{Approvals, Subject};

/// Sections of the document.
pub const TAGS: &[(&str, &str)] = &[(
    "approvals",
    "Flows of approval, approvals under way, and what each approver has to decide.",
)];

/// Every route of the area. The application data must hold `Data<Approvals>`.
pub fn configure(config: &mut utoipa_actix_web::service_config::ServiceConfig) {
    config
        .configure(flows::routes::configure)
        .configure(runs::routes::configure)
        .configure(runs::task_routes::configure);
}

/// The tables of the area.
#[must_use]
pub fn tables() -> Vec<kernel::schema::Table> {
    kernel::tables![
        flows::entity::Entity,
        runs::act_entity::Entity,
        runs::entity::Entity,
        runs::task_entity::Entity,
    ]
}

kernel::permissions! {
    /// See approvals of the records that one may see, one's own tasks, and the flows.
    ReadApprovals = "approval.read", ordinary, "查看审批", "檢視審批", "View approvals";
    DecideApprovals = "approval.decide", ordinary, "审批", "審批", "Approve";
    /// A-SCR-10: note that an absent approver agreed by telephone.
    CrossLevels = "approval.cross-levels", ordinary, "登记跨级审批", "登記跨級審批", "Take approvals across levels";
    ManageFlows = "approval-flow.manage", privileged, "设定审批流程", "設定審批流程", "Set approval flows";
}

kernel::codes! {
    APPROVAL_NO_FLOW => 409, "没有适用于此记录的审批流程，请联系流程管理员", "沒有適用於此記錄的審批流程，請聯絡流程管理員", "No flow of approval applies to this record; ask whoever sets the flows";
    APPROVAL_NOBODY_LEFT => 409, "“{step}”没有可以审批的人员（指定人员及其上级均不能审批）", "「{step}」沒有可以審批的人員（指定人員及其上級均不能審批）", "Nobody may decide in the step {step}: neither those whom it names nor their superiors";
    APPROVAL_RUNNING => 409, "该记录正在审批中", "該記錄正在審批中", "The record is under approval already";
    APPROVAL_ENDED => 409, "该审批已结束（{state}）", "該審批已結束（{state}）", "The approval has ended ({state})";
    APPROVAL_SETTLED => 409, "该任务已处理（{state}）", "該任務已處理（{state}）", "The task is settled already ({state})";
    APPROVAL_OF_ANOTHER => 409, "该任务须由指定的审批人处理", "該任務須由指定的審批人處理", "The task is another approver's";
    APPROVAL_CONTENT_CHANGED => 409, "送审内容已不是您所查看的内容，请重新查看后再审批", "送審內容已不是您所檢視的內容，請重新檢視後再審批", "This is not what you looked at any more; look again before deciding";
    APPROVAL_NOT_AT_WORK => 409, "该人员已停用", "該人員已停用", "This person is not at work any more";
    APPROVAL_CANNOT_SEE => 409, "该人员无权审批或查看此记录", "該人員無權審批或檢視此記錄", "This person may not approve or see the record";
    APPROVAL_REQUESTED => 409, "申请人不得审批本人的申请", "申請人不得審批本人的申請", "Nobody approves what they requested";
    APPROVAL_CREATED => 409, "编制人不得审批本人编制的内容", "編製人不得審批本人編製的內容", "Nobody approves what they created";
    APPROVAL_EDITED => 409, "修改人不得审批本人修改的内容", "修改人不得審批本人修改的內容", "Nobody approves what they edited";
    APPROVAL_DECIDED_IN => 409, "已在“{step}”审批过，两步须由不同的人审批", "已在「{step}」審批過，兩步須由不同的人審批", "Decided in the step {step} already; the two steps are two persons'";
    APPROVAL_HAS_A_SAY => 409, "会签须由不同的人审批，此人已是本步的审批人", "會簽須由不同的人審批，此人已是本步的審批人", "Where all have to agree each has one say; this person has theirs in the step already";
    APPROVAL_CROSSED => 409, "登记跨级审批的人员不得审批", "登記跨級審批的人員不得審批", "Whoever took the approval across levels does not decide in it";
    APPROVAL_TOO_MANY_ADDED => 409, "加签已达上限", "加簽已達上限", "No more approvers can be added";
    APPROVAL_NOT_REQUESTER => 409, "只有申请人可以这样做", "只有申請人可以這樣做", "Only whoever requested it may do this";
    APPROVAL_REMINDED => 409, "审批人尚未阅读上一次提醒", "審批人尚未閱讀上一次提醒", "The approvers have not read the last reminder yet";
    APPROVAL_EARLIER_STEP => 409, "只能退回到之前的步骤", "只能退回到之前的步驟", "It can be sent back to an earlier step only";
    APPROVAL_OWN_PART => 409, "与此审批有关的人员不得登记跨级审批", "與此審批有關的人員不得登記跨級審批", "Whoever has a part in the approval does not take it across levels";
    APPROVAL_TOO_FEW_STEPS => 409, "此类事项须由 {persons} 人先后审批，现行流程的步骤不足，请联系流程管理员", "此類事項須由 {persons} 人先後審批，現行流程的步驟不足，請聯絡流程管理員", "Such a record needs the approval of {persons} people, one after the other; the flow has fewer steps: ask whoever sets the flows";
    FLOW_TOO_FEW_STEPS => 422, "步骤少于制度要求的审批人数", "步驟少於制度要求的審批人數", "Fewer steps than the handbook asks people to approve";
    FLOW_STEP_ALWAYS => 422, "至少须有一步不带条件", "至少須有一步不帶條件", "At least one step has to be without conditions";
    FLOW_STEPS_UNFILLABLE => 422, "两步互斥，却只指定了同一个人", "兩步互斥，卻只指定了同一個人", "The two steps exclude each other and name the same one person";
}
