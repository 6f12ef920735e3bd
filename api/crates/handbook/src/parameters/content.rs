use kernel::money::Money;
use serde::{Deserialize, Serialize};

/// What a parameter holds, as it travels and as it is stored. Which of these it is follows from
/// the parameter's type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(untagged)]
#[schema(as = ParameterContent)]
pub enum Content {
    /// INTEGER, DAYS, MINUTES
    Whole(i64),
    /// BOOL
    Flag(bool),
    /// TEXT, CHOICE; PERCENT as a decimal with two places (`"12.50"`)
    Text(String),
    /// MONEY
    Money(Money),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_content_reads_back_as_it_was_written() {
        let money = r#"{"amount":"1250000.00","currency":"CNY"}"#;
        for text in ["30", "true", "\"12.50\"", "\"\"", money] {
            let read: Content = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
    }

    #[test]
    fn fractions_and_lists_are_no_content() {
        for text in ["1.5", "null", "[1]", r#"{"amount":"1"}"#] {
            assert!(serde_json::from_str::<Content>(text).is_err(), "{text}");
        }
    }
}
