//! What this area lets people do.
use kernel::access::PermissionInfo;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;
use std::collections::BTreeSet;

kernel::permissions! {
    ReadPeople = "person.read", ordinary, "查看人员", "檢視人員", "Read people";
    ManagePeople = "person.manage", privileged, "管理人员账号", "管理人員帳號", "Manage people";
    EndAnySession = "session.end-any", privileged, "结束他人的登录", "結束他人的登入", "End other people's sessions";
    ManageDepartments = "department.manage", ordinary, "管理部门", "管理部門", "Manage departments";
    ManageSites = "site.manage", ordinary, "管理网点", "管理據點", "Manage sites";
    ReadRoles = "role.read", ordinary, "查看角色与授权", "檢視角色與授權", "Read roles and grants";
    ManageRoles = "role.manage", privileged, "管理角色", "管理角色", "Manage roles";
    GrantRoles = "role.grant", privileged, "授予和撤销角色", "授予和撤銷角色", "Grant and revoke roles";
    /// May give what one does not hold: administration without business rights of its own.
    GrantAny = "role.grant-any", privileged, "授予本人不具备的权限", "授予本人不具備的權限", "Grant permissions one does not hold";
    ManageDutyConflicts = "duty-conflict.manage", privileged, "管理不相容职务", "管理不相容職務", "Manage conflicts of duties";
    ManageDelegations = "delegation.manage", ordinary, "委托权限", "委託權限", "Delegate permissions";
    ManageApiKeys = "api-key.manage", ordinary, "管理接口密钥", "管理介面密鑰", "Manage API keys";
}

/// Every permission of every area; composed in the service, put into the application data.
#[derive(Clone, Debug)]
pub struct Inventory(pub Vec<PermissionInfo>);

impl Inventory {
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&PermissionInfo> {
        self.0.iter().find(|info| info.code == code)
    }

    /// Whether a permission is one that gives power over people, rights or secrets. What nobody
    /// knows counts as such.
    #[must_use]
    pub fn is_privileged(&self, code: &str) -> bool {
        self.find(code).is_none_or(|info| info.privileged)
    }
}

/// Refuses codes that are no permission, and repeated ones; `pointer` says where each stands.
pub fn check_known<'a>(
    codes: impl IntoIterator<Item = &'a str>,
    pointer: impl Fn(usize) -> String,
    inventory: &Inventory,
) -> ApiResult<()> {
    let mut seen = BTreeSet::new();
    let mut wrong = vec![];
    for (place, code) in codes.into_iter().enumerate() {
        if inventory.find(code).is_none() {
            wrong.push(FieldProblem::new(&pointer(place), field::UNKNOWN_REFERENCE));
        } else if !seen.insert(code) {
            wrong.push(FieldProblem::new(&pointer(place), field::DUPLICATE));
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid(wrong)) }
}

/// Whether a permission gives power over people and their rights: such power stays with the person,
/// it is neither lent nor put on a key.
#[must_use]
pub fn is_over_rights(code: &str) -> bool {
    PERMISSIONS.iter().any(|info| info.code == code && info.privileged)
}
