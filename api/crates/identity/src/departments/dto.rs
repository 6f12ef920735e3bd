//! Departments as they are asked for and shown.
use super::{entity, rules};
use crate::checks;
use crate::permissions::ManageDepartments;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, Ref, allowed};
use kernel::ids::{DepartmentId, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What a department is made of.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartmentInput {
    #[validate(custom(function = "checks::code"))]
    #[schema(min_length = 1, max_length = 40, pattern = "^[A-Z0-9_-]+$", example = "KF")]
    pub code: String,
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 100, example = "客户服务部")]
    pub name: String,
    /// The department above; none for the top of the tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<DepartmentId>,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head_person_id: Option<PersonId>,
}

impl From<&entity::Model> for DepartmentInput {
    fn from(row: &entity::Model) -> Self {
        Self {
            code: row.code.clone(),
            name: row.name.clone(),
            parent_id: row.parent_id,
            head_person_id: row.head_person_id,
        }
    }
}

/// Which departments.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DepartmentFilter {
    /// Closed ones too.
    pub include_closed: Option<bool>,
}

/// Why a department is closed.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseDepartment {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "业务并入客户服务部")]
    pub reason: String,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Department {
    pub id: DepartmentId,
    pub code: String,
    pub name: String,
    pub parent_id: Option<DepartmentId>,
    pub head: Option<Ref>,
    /// Nobody can be put there any more.
    pub closed: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Department {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/departments/{}", self.id))
    }
}

impl Department {
    /// `names`: of the heads.
    #[must_use]
    pub fn shown(row: entity::Model, to: &Actor, names: &HashMap<PersonId, String>) -> Self {
        let may = rules::manage(&to.reach(ManageDepartments::NAME), row.id);
        let lang = to.request.lang;
        let allowed_actions = vec![
            allowed("update", may.and_then(|()| rules::change(&row)), lang),
            // Whether people still belong to it is counted when it comes to it.
            allowed("close", may.and_then(|()| rules::change(&row)), lang),
        ];
        let head = row.head_person_id.and_then(|id| Some(Ref::new(id.0, names.get(&id)?)));
        Self {
            id: row.id,
            code: row.code,
            name: row.name,
            parent_id: row.parent_id,
            head,
            closed: row.closed,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
            allowed_actions,
        }
    }
}
