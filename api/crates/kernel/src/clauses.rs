//! The handbook's rule titles, for refusals. The kernel knows no handbook; the handbook area
//! registers its titles once at start.
use crate::lang::Lang;
use serde::Serialize;
use std::sync::OnceLock;

/// A rule of the handbook that refuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Clause {
    #[schema(example = "A-CLI-16")]
    pub id: String,
    #[schema(example = "档案建立与维护职责")]
    pub title: String,
}

type Titles = fn(&str, Lang) -> Option<&'static str>;
static TITLES: OnceLock<Titles> = OnceLock::new();

/// Name the source of titles; the first call counts.
pub fn register(titles: Titles) {
    // A second registration is the same function again (several test services in one process).
    let _ = TITLES.set(titles);
}

#[must_use]
pub fn title(id: &str, lang: Lang) -> String {
    TITLES.get().and_then(|find| find(id, lang)).unwrap_or(id).to_owned()
}

#[must_use]
pub fn named(ids: &[&'static str], lang: Lang) -> Vec<Clause> {
    ids.iter().map(|id| Clause { id: (*id).to_owned(), title: title(id, lang) }).collect()
}
