//! What this area refuses, and how it says so.
kernel::codes! {
    INVALID_CREDENTIALS => 401, "账号或密码不正确", "帳號或密碼不正確", "Wrong login or password";
    SIGN_IN_THROTTLED => 429, "登录失败次数过多,请 {seconds} 秒后再试", "登入失敗次數過多,請 {seconds} 秒後再試", "Too many failed sign-ins; try again in {seconds} seconds";
    SETUP_TOKEN_INVALID => 403, "初始化链接无效或已过期,请重启服务以获取新链接", "初始化連結無效或已過期,請重新啟動服務以取得新連結", "The setup link is not valid or has expired; restart the service for a new one";
    SETUP_DONE => 409, "系统已完成初始化", "系統已完成初始化", "The system has been set up already";
    SESSION_NEEDED => 403, "此操作须由本人登录后进行,不能使用接口密钥", "此操作須由本人登入後進行,不能使用介面密鑰", "Sign in yourself for this; an API key cannot do it";
    PASSWORD_WRONG => 422, "当前密码不正确", "目前密碼不正確", "The current password is wrong";
    PASSWORD_HOLDS_NAME => 422, "密码不能包含本人的账号、姓名或工号", "密碼不能包含本人的帳號、姓名或工號", "The password must not hold your login, name or employee number";
    PASSWORD_COMMON => 422, "密码过于常见", "密碼過於常見", "This password is too common";
    PASSWORD_UNCHANGED => 422, "新密码不能与当前密码相同", "新密碼不能與目前密碼相同", "The new password is the same as the current one";
}
