//! What this area refuses, and how it says so.
kernel::codes! {
    INVALID_CREDENTIALS => 401, "账号或密码不正确", "帳號或密碼不正確", "Wrong login or password";
    SIGN_IN_THROTTLED => 429, "登录失败次数过多，请 {seconds} 秒后再试", "登入失敗次數過多，請 {seconds} 秒後再試", "Too many failed sign-ins; try again in {seconds} seconds";
    SETUP_TOKEN_INVALID => 403, "初始化链接无效或已过期，请重启服务以获取新链接", "初始化連結無效或已過期，請重新啟動服務以取得新連結", "The setup link is not valid or has expired; restart the service for a new one";
    SETUP_DONE => 409, "系统已完成初始化", "系統已完成初始化", "The system has been set up already";
    SESSION_NEEDED => 403, "此操作须由本人登录后进行，不能使用接口密钥", "此操作須由本人登入後進行，不能使用介面密鑰", "Sign in yourself for this; an API key cannot do it";
    PASSWORD_CHANGE_FIRST => 403, "请先设置新密码", "請先設定新密碼", "Choose a new password first";
    PASSWORD_WRONG => 422, "当前密码不正确", "目前密碼不正確", "The current password is wrong";
    PASSWORD_HOLDS_NAME => 422, "密码不能包含本人的账号、姓名或工号", "密碼不能包含本人的帳號、姓名或工號", "The password must not hold your login, name or employee number";
    PASSWORD_COMMON => 422, "密码过于常见", "密碼過於常見", "This password is too common";
    PASSWORD_UNCHANGED => 422, "新密码不能与当前密码相同", "新密碼不能與目前密碼相同", "The new password is the same as the current one";
    OWN_FILE => 409, "不能对本人执行此操作", "不能對本人執行此操作", "Nobody may do this to themselves";
    TARGET_ABOVE => 403, "对方持有您所没有的权限 {permission}", "對方持有您所沒有的權限 {permission}", "This person holds {permission}, which you do not";
    PERSON_DISABLED => 409, "该人员已停用", "該人員已停用", "This person is disabled";
    PERSON_ACTIVE => 409, "该人员已启用", "該人員已啟用", "This person is active";
    LAST_ADMINISTRATOR => 409, "这是最后一名管理员，须先指定另一名", "這是最後一名管理員，須先指定另一名", "This is the last administrator; name another one first";
    SUPERIOR_CYCLE => 422, "上级关系不能成环", "上級關係不能成環", "Nobody can be their own superior, not through others either";
    DEPARTMENT_CYCLE => 422, "部门不能隶属于自身或其下级部门", "部門不能隸屬於自身或其下級部門", "A department cannot stand below itself";
    DEPARTMENT_CLOSED => 409, "部门已撤销", "部門已撤銷", "The department is closed";
    DEPARTMENT_IN_USE => 409, "部门下尚有 {people} 名人员、{departments} 个下级部门，不能撤销", "部門下尚有 {people} 名人員、{departments} 個下級部門，不能撤銷", "The department still has {people} people and {departments} departments below it";
    SITE_CLOSED => 409, "网点已停用", "據點已停用", "The site is closed";
    SITE_IN_USE => 409, "网点尚有 {people} 名人员，不能停用", "據點尚有 {people} 名人員，不能停用", "The site still has {people} people";
    SELF_GRANT => 409, "不能为本人增加权限", "不能為本人增加權限", "Nobody may give rights to themselves";
    GRANT_EXCEEDS_OWN => 403, "不能授予超出本人范围的权限 {permission}", "不能授予超出本人範圍的權限 {permission}", "You cannot give {permission}: you do not hold it that far yourself";
    GRANT_ENDED => 409, "该授权已撤销或已到期", "該授權已撤銷或已到期", "The grant has been revoked or has expired";
    DUTY_CONFLICT => 409, "{person} 将同时持有不相容的权限 {permission_a} 与 {permission_b}", "{person} 將同時持有不相容的權限 {permission_a} 與 {permission_b}", "{person} would hold {permission_a} and {permission_b}, which exclude each other";
    DUTY_CONFLICT_EXISTS => 409, "此不相容职务已登记", "此不相容職務已登記", "This conflict of duties is registered already";
    DUTY_CONFLICT_ENDED => 409, "此不相容职务已终止", "此不相容職務已終止", "This conflict of duties has ended already";
    DELEGATION_ENDED => 409, "该委托已撤销或已到期", "該委託已撤銷或已到期", "The delegation has been revoked or has expired";
    DELEGATION_NOT_OWN => 409, "不能委托权限 {permission}：须由本人授权直接持有，且范围大于本人名下记录", "不能委託權限 {permission}：須由本人授權直接持有，且範圍大於本人名下記錄", "{permission} cannot be delegated: you must hold it by a grant of your own and for more than your own records";
    DELEGATION_PRIVILEGED => 409, "管理权限 {permission} 不能委托", "管理權限 {permission} 不能委託", "{permission} gives power over people or rights and cannot be delegated";
    DELEGATION_TOO_LONG => 422, "委托期限不能超过 {days} 天", "委託期限不能超過 {days} 天", "A delegation lasts {days} days at the most";
    KEY_EXCEEDS_OWN => 403, "接口密钥不能具有本人没有的权限 {permission}", "介面密鑰不能具有本人沒有的權限 {permission}", "A key cannot carry {permission}: you do not hold it";
    KEY_PRIVILEGED => 409, "管理权限 {permission} 不能用于接口密钥", "管理權限 {permission} 不能用於介面密鑰", "{permission} gives power over people or rights and cannot be put on a key";
    KEY_REVOKED => 409, "该接口密钥已撤销", "該介面密鑰已撤銷", "The key has been revoked already";
    KEY_TOO_LONG => 422, "接口密钥有效期不能超过 {days} 天", "介面密鑰有效期不能超過 {days} 天", "A key lasts {days} days at the most";
}
