//! LIKE with the user's wildcards taken literally (`.contains()` of the library does not escape).
use sea_orm::sea_query::LikeExpr;

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// `text%`; served by an index where the collation allows.
#[must_use]
pub fn starts_with(text: &str) -> LikeExpr {
    LikeExpr::new(format!("{}%", escaped(text))).escape('\\')
}
