//! Ways in which a request can fail. Each area declares its own with [`codes!`]; `api` gathers them
//! for the document, and a code without a translation does not compile in the frontend.
use crate::access;
use crate::lang::{Lang, Text};

/// A name clients branch on, the status it travels with, and what people read.
/// `text` may hold `{placeholders}` that an error fills from its parameters.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    pub name: &'static str,
    pub status: u16,
    pub text: Text,
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Parameters of an error: placeholder and value, in the order of the sentence.
pub type Params = Vec<(&'static str, String)>;

/// An error that knows what to tell the client.
pub trait Coded: std::error::Error + Send + Sync + 'static {
    fn code(&self) -> Code;
    /// Ids of the handbook's rules that refuse.
    fn clauses(&self) -> Vec<&'static str> {
        vec![]
    }
    /// The figures behind the refusal.
    fn params(&self) -> Params {
        vec![]
    }
    /// What people call a figure that is a name of the interface (a state, a tier, fields); none where
    /// it is read as it stands. Permissions are known without.
    fn word(&self, _figure: &str, _lang: Lang) -> Option<String> {
        None
    }
    /// What the caller can ask for, and of whom: a permission whose holders may do it.
    fn escalation(&self) -> Option<&'static str> {
        None
    }
}

/// The sentence of a refusal as people read it, without a name that only the interface uses.
pub fn said(refusal: &(impl Coded + ?Sized), lang: Lang) -> String {
    let spoken = |(name, value): (&'static str, String)| {
        let permission = || named_permission(name, &value, lang);
        let word = refusal.word(name, lang).or_else(permission);
        (name, word.unwrap_or(value))
    };
    let figures: Params = refusal.params().into_iter().map(spoken).collect();
    refusal.code().say(lang, &figures)
}

/// Figures that are permissions are called so: `permission`, `permission_a`.
fn named_permission(figure: &str, value: &str, lang: Lang) -> Option<String> {
    let words = figure.starts_with("permission").then(|| access::inventory::text(value)).flatten();
    words.map(|text| text.in_lang(lang).to_owned())
}

impl Code {
    /// The sentence in a language, its placeholders filled.
    #[must_use]
    pub fn say(&self, lang: Lang, params: &[(&'static str, String)]) -> String {
        let mut text = self.text.in_lang(lang).to_owned();
        for (name, value) in params {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    /// What every occurrence has in common (RFC 9457): its first part; where the figures stand in
    /// that, the whole of it with `…` in their place.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        let text = self.text.in_lang(lang);
        let Some(figure) = text.find('{') else { return text.to_owned() };
        let breaks = ["：", "；", "，", "（", ": ", "; ", ", ", " ("];
        let before = text.get(..figure).unwrap_or_default();
        let first_part = breaks.iter().filter_map(|mark| before.find(mark)).min();
        match first_part.and_then(|end| before.get(..end)) {
            Some(part) => part.to_owned(),
            None => without_figures(text),
        }
    }
}

fn without_figures(text: &str) -> String {
    let mut parts = text.split('{');
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        said.push('…');
        said.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    said
}

/// `NAME = "NAME" => status, "简体", "繁體", "English";`
#[macro_export]
macro_rules! codes {
    ($($(#[$doc:meta])* $constant:ident => $status:literal, $zh:literal, $tw:literal, $en:literal;)+) => {
        $( $(#[$doc])* pub const $constant: $crate::code::Code = $crate::code::Code {
            name: stringify!($constant),
            status: $status,
            text: $crate::lang::Text { zh: $zh, tw: $tw, en: $en },
        }; )+
        pub const CODES: &[$crate::code::Code] = &[$($constant),+];
    };
}

codes! {
    MALFORMED_REQUEST => 400, "请求无法解析", "請求無法解析", "The request cannot be read";
    UNKNOWN_PARAMETER => 400, "不认识的查询参数：{name}", "不認識的查詢參數：{name}", "Unknown query parameter: {name}";
    INVALID_PARAMETER => 400, "参数不正确：{name}", "參數不正確：{name}", "Invalid parameter: {name}";
    CURSOR_INVALID => 400, "分页游标无效", "分頁游標無效", "The page cursor is not valid";
    CURSOR_MISMATCH => 400, "分页游标属于另一组筛选条件", "分頁游標屬於另一組篩選條件", "The page cursor belongs to other filters";
    IDEMPOTENCY_KEY_REQUIRED => 400, "此操作分配编号，须携带 Idempotency-Key 以免重复", "此操作分配編號，須攜帶 Idempotency-Key 以免重複", "This operation draws a number and needs an Idempotency-Key, so that a retry draws no second one";
    NOT_AUTHENTICATED => 401, "请先登录", "請先登入", "Sign in first";
    PERMISSION_MISSING => 403, "缺少权限 {permission}", "缺少權限 {permission}", "The permission {permission} is missing";
    ORIGIN_REFUSED => 403, "请求来源不被接受", "請求來源不被接受", "The origin of the request is not accepted";
    NOT_FOUND => 404, "没有找到", "沒有找到", "Not found";
    METHOD_NOT_ALLOWED => 405, "此地址不支持该方法", "此位址不支援該方法", "This address does not support the method";
    CONFLICT => 409, "与已有数据冲突", "與已有資料衝突", "This conflicts with existing data";
    IN_USE => 409, "仍被引用，不能停用", "仍被引用，不能停用", "Still in use";
    IDEMPOTENCY_IN_FLIGHT => 409, "相同幂等键的请求正在处理", "相同冪等鍵的請求正在處理", "A request with the same key is still running";
    STALE_VERSION => 412, "数据已被他人修改，当前版本为 {current_version}", "資料已被他人修改，目前版本為 {current_version}", "This has changed since you read it; the current version is {current_version}";
    TOO_LARGE => 413, "内容超过上限 {limit}", "內容超過上限 {limit}", "The content exceeds the limit of {limit}";
    UNSUPPORTED_TYPE => 415, "不支持的内容类型", "不支援的內容類型", "The content type is not supported";
    VALIDATION_FAILED => 422, "填写内容有误，请逐项核对", "填寫內容有誤，請逐項核對", "Some fields are not valid";
    IDEMPOTENCY_MISMATCH => 422, "幂等键已用于另一请求", "冪等鍵已用於另一請求", "The idempotency key was used for another request";
    VERSION_REQUIRED => 428, "须以 If-Match 注明所依据的版本", "須以 If-Match 註明所依據的版本", "Name the version you saw in If-Match";
    RATE_LIMITED => 429, "请求过于频繁，请 {seconds} 秒后再试", "請求過於頻繁，請 {seconds} 秒後再試", "Too many requests; try again in {seconds} seconds";
    INTERNAL => 500, "服务内部出错，请把请求编号告知管理员", "服務內部出錯，請把請求編號告知管理員", "Something went wrong on our side";
    UNAVAILABLE => 503, "服务暂不可用，请稍后重试", "服務暫不可用，請稍後重試", "The service is not available right now";
    STORAGE_FULL => 507, "存储空间已满，未保存任何内容", "儲存空間已滿，未保存任何內容", "The storage is full; nothing was saved";
}

/// Codes of single fields, `errors[].code`; their texts stand in the frontend and here.
pub mod field {
    crate::codes! {
        REQUIRED => 422, "必填", "必填", "Required";
        UNKNOWN_FIELD => 422, "没有这个字段", "沒有這個欄位", "There is no such field";
        WRONG_TYPE => 422, "类型不正确", "類型不正確", "Wrong type";
        LENGTH => 422, "长度不符", "長度不符", "Wrong length";
        RANGE => 422, "超出范围", "超出範圍", "Out of range";
        FORMAT => 422, "格式不正确", "格式不正確", "Wrong format";
        CONTROL_CHARACTER => 422, "含有不允许的控制字符", "含有不允許的控制字元", "Contains a control character";
        NOT_IN_CHOICE => 422, "不在可选范围内", "不在可選範圍內", "Not one of the choices";
        UNKNOWN_REFERENCE => 422, "所引用的记录不存在", "所引用的記錄不存在", "The record referred to does not exist";
        DUPLICATE => 422, "重复", "重複", "Duplicate";
        ORDER => 422, "先后顺序不对", "先後順序不對", "Wrong order";
        FORMULA => 422, "单元格含公式", "儲存格含公式", "The cell holds a formula";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_where_the_figures_begin() {
        assert_eq!(STALE_VERSION.title(Lang::ZhCn), "数据已被他人修改");
        assert_eq!(STALE_VERSION.title(Lang::En), "This has changed since you read it");
        assert_eq!(UNKNOWN_PARAMETER.title(Lang::En), "Unknown query parameter");
        assert_eq!(NOT_FOUND.title(Lang::ZhTw), "沒有找到");
    }

    #[test]
    fn a_title_that_would_begin_with_a_figure_leaves_a_gap() {
        assert_eq!(PERMISSION_MISSING.title(Lang::En), "The permission … is missing");
        assert_eq!(TOO_LARGE.title(Lang::ZhCn), "内容超过上限 …");
    }
}
