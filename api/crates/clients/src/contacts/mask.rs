//! A-CLI-28: personal data of the people at a client. Who they are and what part they play in a
//! purchase is business and shown to everybody who sees the file; how to reach them privately, where
//! they come from and what they like is theirs, and shown in full only to holders of
//! `client-personal.read` over the file. The one list of fields serves answers, audit and timeline.
use kernel::text::mask;

/// The fields of a contact that are personal.
pub const PERSONAL: &[&str] = &[
    "mobile",
    "telephone",
    "email",
    "wechat",
    "influence_note",
    "birthday",
    "native_place",
    "education",
    "hobbies",
    "family_note",
    "preferences",
];

/// Whether a field, as changes spell it (`contact.mobile`), is personal.
#[must_use]
pub fn is_personal(field: &str) -> bool {
    field.strip_prefix("contact.").is_some_and(|name| PERSONAL.contains(&name))
}

/// A value as those see it who may not read it in full.
#[must_use]
pub fn masked(field: &str, value: &str) -> String {
    match field.rsplit('.').next().unwrap_or(field) {
        "mobile" | "telephone" => mask::mobile(value),
        "email" => mask::email(value),
        _ => mask::text(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_to_reach_somebody_is_personal_and_who_they_are_is_not() {
        assert!(is_personal("contact.mobile") && is_personal("contact.family_note"));
        for open in ["contact.name", "contact.position", "contact.influence", "mobile", "telephone"]
        {
            assert!(!is_personal(open), "{open}");
        }
    }

    #[test]
    fn numbers_keep_their_ends_and_everything_else_is_hidden() {
        assert_eq!(masked("contact.mobile", "13800138000"), "138****8000");
        assert_eq!(masked("email", "zhangsan@example.com"), "z***@example.com");
        assert_eq!(masked("contact.birthday", "1980-05-01"), "***");
        assert_eq!(masked("hobbies", ""), "");
    }
}
