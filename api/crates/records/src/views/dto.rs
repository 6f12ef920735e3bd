//! Requests and answers about saved views.
use super::SavedViewId;
use super::entity::Model;
use super::rules;
use crate::names::Names;
use chrono::{DateTime, Utc};
use kernel::access::Actor;
use kernel::code::field;
use kernel::http::reply::Answer;
use kernel::http::shown::Ref;
use kernel::ids::DepartmentId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};

/// Which views.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SavedViewFilter {
    /// Of this list; absent: of all.
    #[param(max_length = 60, example = "clients")]
    #[validate(length(max = 60), custom(function = "crate::plain::one_line"))]
    pub list: Option<String>,
}

/// Who sees a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Visibility {
    /// Its owner.
    Private,
    /// The owner's department as well.
    Team,
}

impl Visibility {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Private => "PRIVATE",
            Self::Team => "TEAM",
        }
    }

    fn of(text: &str) -> Self {
        if text == Self::Team.as_str() { Self::Team } else { Self::Private }
    }
}

/// Where a column stays while the others scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Pin {
    Left,
    Right,
}

/// A column that is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewColumn {
    #[schema(example = "name", min_length = 1, max_length = 60, pattern = "^[A-Za-z0-9._-]+$")]
    #[validate(length(max = 60), custom(function = "crate::plain::slug"))]
    pub id: String,
    /// In pixels; absent: as the list has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(minimum = 20, maximum = 2000)]
    #[validate(range(min = 20, max = 2000))]
    pub width: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pinned: Option<Pin>,
}

/// A view to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SavedViewInput {
    /// The list that it is a view of; stays as it was first.
    #[schema(example = "clients", min_length = 1, max_length = 60, pattern = "^[A-Za-z0-9._-]+$")]
    #[validate(length(max = 60), custom(function = "crate::plain::slug"))]
    pub list: String,
    /// Unique among the owner's views of the list.
    #[schema(example = "华东大客户", min_length = 1, max_length = 60)]
    #[validate(length(max = 60), custom(function = "crate::plain::filled"))]
    pub name: String,
    #[serde(default = "private")]
    pub visibility: Visibility,
    /// The list opens with it for the caller.
    #[serde(default)]
    pub is_default: bool,
    /// Filters and order, as the query string of the list's address.
    #[serde(default)]
    #[schema(example = "tier=KEY&sort=-updated_at", max_length = 2000)]
    #[validate(length(max = 2000), custom(function = "crate::plain::one_line"))]
    pub query: String,
    /// The columns shown, in their order; empty: as the list has them.
    #[serde(default)]
    #[schema(max_items = 100)]
    #[validate(length(max = 100), nested, custom(function = "each_once"))]
    pub columns: Vec<ViewColumn>,
}

const fn private() -> Visibility {
    Visibility::Private
}

fn each_once(columns: &[ViewColumn]) -> Result<(), ValidationError> {
    let ids: BTreeSet<_> = columns.iter().map(|column| &column.id).collect();
    if ids.len() == columns.len() {
        return Ok(());
    }
    Err(ValidationError::new(field::DUPLICATE.name))
}

/// A stored view and whether it is the caller's default, as it would be entered.
impl From<(&Model, bool)> for SavedViewInput {
    fn from((row, is_default): (&Model, bool)) -> Self {
        Self {
            list: row.list.clone(),
            name: row.name.clone(),
            visibility: Visibility::of(&row.visibility),
            is_default,
            query: row.query.clone(),
            columns: serde_json::from_str(&row.columns).unwrap_or_default(),
        }
    }
}

/// A saved view, as the caller may use it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedView {
    pub id: SavedViewId,
    #[schema(example = "clients")]
    pub list: String,
    #[schema(example = "华东大客户")]
    pub name: String,
    pub visibility: Visibility,
    /// For the caller.
    pub is_default: bool,
    /// Filters and order, as the query string of the list's address.
    #[schema(example = "tier=KEY&sort=-updated_at")]
    pub query: String,
    pub columns: Vec<ViewColumn>,
    pub owner: Ref,
    /// The team of a `TEAM` view.
    pub department_id: Option<DepartmentId>,
    /// The caller may change and delete it.
    pub editable: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl Answer for SavedView {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/saved-views/{}", self.id))
    }
}

impl SavedView {
    #[must_use]
    pub fn shown(row: &Model, is_default: bool, names: &Names, to: &Actor) -> Self {
        let input = SavedViewInput::from((row, is_default));
        Self {
            id: SavedViewId(row.id),
            list: input.list,
            name: input.name,
            visibility: input.visibility,
            is_default,
            query: input.query,
            columns: input.columns,
            owner: names.shown(row.owner_id),
            department_id: row.department_id.map(DepartmentId),
            editable: rules::change(to, row).is_ok(),
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::error::ApiError;
    use kernel::http::input::{check, parse};

    fn wrong(json: &str) -> Vec<(String, &'static str)> {
        match parse::<SavedViewInput>(json.as_bytes()).and_then(|input| check(&input)) {
            Ok(()) => vec![],
            Err(ApiError::Invalid(fields)) => {
                fields.into_iter().map(|f| (f.pointer, f.code.name)).collect()
            }
            Err(other) => vec![(String::new(), other.code().name)],
        }
    }

    #[test]
    fn only_list_and_name_are_needed() {
        assert_eq!(wrong(r#"{"list":"clients","name":"我的"}"#), vec![]);
        assert_eq!(wrong(r#"{"list":"clients"}"#), vec![("/name".to_owned(), "REQUIRED")]);
    }

    #[test]
    fn wrong_columns_are_pointed_at() {
        let with = |columns: &str| format!(r#"{{"list":"c","name":"n","columns":{columns}}}"#);
        let width = wrong(&with(r#"[{"id":"a"},{"id":"b","width":5}]"#));
        assert_eq!(width, vec![("/columns/1/width".to_owned(), "RANGE")]);
        let twice = wrong(&with(r#"[{"id":"a"},{"id":"a"}]"#));
        assert_eq!(twice, vec![("/columns".to_owned(), "DUPLICATE")]);
        let unknown = wrong(&with(r#"[{"id":"a","colour":"red"}]"#));
        assert_eq!(unknown, vec![("/columns/0/colour".to_owned(), "UNKNOWN_FIELD")]);
    }
}
