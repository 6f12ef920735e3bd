//! What people are told of here, as the channels put it: a mail names no record.

kernel::notices! {
    PERSON_PASSWORD_RESET = "person.password-reset", always, "账号密码已由他人重置", "帳號密碼已由他人重設", "The password of an account was reset by somebody else";
}
