//! What may be written about the people at a client.
use super::mask::PERSONAL;
use crate::ReadPersonalData;
use crate::archive::refusal::Refusal as FileRefusal;
use crate::hanging::{Refusal, Verdict};
use kernel::access::Permission;
use kernel::text::{Lines, validate_plain};
use validator::ValidationError;

/// An address with a name and a domain; whether it is reached only a message can tell.
pub(super) fn email(text: &str) -> Result<(), ValidationError> {
    let trimmed = text.trim();
    let proper = trimmed.rsplit_once('@').is_some_and(|(name, domain)| {
        let labels = domain.split('.').all(|label| !label.is_empty());
        !name.is_empty() && domain.contains('.') && labels
    });
    let odd = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '"');
    if validate_plain(text, Lines::Single).is_err() {
        return Err(ValidationError::new("CONTROL_CHARACTER"));
    }
    if trimmed.is_empty() || (proper && !trimmed.contains(odd)) {
        return Ok(());
    }
    Err(ValidationError::new("FORMAT"))
}

/// A-CLI-28: whoever reads `138****8000` would write it back; so personal fields are changed only
/// by those who read them.
pub fn change_personal(in_full: bool, names: impl Fn(&str) -> bool) -> Verdict {
    if in_full || !PERSONAL.iter().any(|field| names(field)) {
        return Ok(());
    }
    let permission = <ReadPersonalData as Permission>::NAME;
    Err(Refusal::File(FileRefusal::NotPermitted { permission, clauses: &["A-CLI-28"] }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::code::Coded;

    #[test]
    fn an_address_has_a_name_and_a_domain() {
        for good in ["", "a@example.com", "zhang.san+x@mail.example.com.cn", "张三@例子.中国"]
        {
            assert!(email(good).is_ok(), "{good}");
        }
        for bad in ["a", "a@b", "@example.com", "a@.com", "a b@example.com", "a@example..com"] {
            assert!(email(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn masked_values_are_not_written_back() {
        let naming = |field: &'static str| move |name: &str| name == field;
        assert!(change_personal(false, naming("position")).is_ok());
        assert!(change_personal(true, naming("mobile")).is_ok());
        let refused = change_personal(false, naming("birthday")).unwrap_err();
        assert_eq!(refused.clauses(), ["A-CLI-28"]);
        assert_eq!(refused.escalation(), Some("client-personal.read"));
    }
}
