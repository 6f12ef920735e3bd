//! Which people a list asks for.
use super::entity::Column;
use super::kinds::PersonStatus;
use crate::grants::entity as grant;
use crate::ids::RoleId;
use crate::rights::load;
use chrono::{DateTime, Utc};
use kernel::ids::{DepartmentId, SiteId};
use kernel::text::{self, Phrase, Word};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Expr, ExprTrait},
};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

/// Which people.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PersonFilter {
    /// Characters, pinyin or initials of the name, beginning of login or employee number.
    #[param(max_length = 100)]
    #[validate(length(max = 100))]
    pub q: Option<String>,
    /// Active or disabled.
    #[serde(default)]
    pub status: Vec<PersonStatus>,
    /// Of one of these departments.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub department_id: Vec<DepartmentId>,
    /// Of one of these sites.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub site_id: Vec<SiteId>,
    /// Holding one of these roles now.
    #[serde(default)]
    #[validate(length(max = 100))]
    pub role_id: Vec<RoleId>,
}

impl PersonFilter {
    #[must_use]
    pub fn condition(&self, now: DateTime<Utc>) -> Condition {
        let mut all = Condition::all();
        if !self.status.is_empty() {
            all = all.add(Column::Status.is_in(self.status.iter().copied()));
        }
        if !self.department_id.is_empty() {
            all = all.add(Column::DepartmentId.is_in(self.department_id.iter().copied()));
        }
        if !self.site_id.is_empty() {
            all = all.add(Column::SiteId.is_in(self.site_id.iter().copied()));
        }
        if !self.role_id.is_empty() {
            all = all.add(Column::Id.in_subquery(self.holders(now).into_query()));
        }
        match self.q.as_deref().filter(|q| !q.trim().is_empty()) {
            Some(q) => all.add(words(q)),
            None => all,
        }
    }

    fn holders(&self, now: DateTime<Utc>) -> sea_orm::Select<grant::Entity> {
        grant::Entity::find()
            .select_only()
            .column(grant::Column::PersonId)
            .filter(grant::Column::RoleId.is_in(self.role_id.iter().copied()))
            .filter(load::in_force(now))
    }
}

/// Every word must occur, in any of its spellings. A text without words finds nobody.
pub fn words(q: &str) -> Condition {
    let Some(query) = text::query(q) else {
        return Condition::all().add(ExprTrait::eq(Expr::val(1), 0));
    };
    query.words.iter().fold(Condition::all(), |all, word| all.add(spellings(word)))
}

fn spellings(word: &Word) -> Condition {
    let any = |any: Condition, phrase| any.add(Column::SearchText.like(pattern(phrase)));
    word.spellings.iter().fold(Condition::any(), any)
}

/// Tokens hold letters and digits alone, so no wildcard can come from the user.
fn pattern(phrase: &Phrase) -> String {
    let end = if phrase.prefix { "" } else { " " };
    format!("% {}{end}%", phrase.tokens.join(" "))
}

/// What [`words`] looks through.
#[must_use]
pub fn search_text(name: &str, login: &str, number: Option<&str>) -> String {
    format!(" {} ", text::document(&[name], &[login, number.unwrap_or_default()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(q: &str) -> bool {
        let text = search_text("林晓梅", "lin.xiaomei", Some("KF-0012"));
        let matches = |phrase: &Phrase| {
            let pattern = pattern(phrase);
            text.contains(pattern.trim_matches('%'))
        };
        text::query(q)
            .is_some_and(|query| query.words.iter().all(|word| word.spellings.iter().any(matches)))
    }

    #[test]
    fn a_person_is_found_by_characters_pinyin_initials_login_and_number() {
        for q in ["林", "晓梅", "linxiaomei", "lxm", "lin.xiao", "KF-0012", "kf0012", "林 0012"]
        {
            assert!(finds(q), "{q}");
        }
        for q in ["张", "梅晓", "xyz", "林 张"] {
            assert!(!finds(q), "{q}");
        }
    }
}
