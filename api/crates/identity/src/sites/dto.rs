//! Sites as they are asked for and shown.
use super::{entity, rules};
use crate::checks;
use crate::permissions::ManageSites;
use chrono::{DateTime, Utc};
use kernel::access::{Actor, Permission};
use kernel::http::reply::Answer;
use kernel::http::shown::{AllowedAction, allowed};
use kernel::ids::SiteId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// What a site is made of.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteInput {
    #[validate(custom(function = "checks::code"))]
    #[schema(min_length = 1, max_length = 40, pattern = "^[A-Z0-9_-]+$", example = "CD-01")]
    pub code: String,
    #[validate(length(min = 1, max = 100), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 100, example = "成都总部")]
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 200), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 200, example = "四川省成都市武侯区天府大道北段 1700 号")]
    pub address: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(min = 1, max = 40), custom(function = "checks::phone"))]
    #[schema(min_length = 1, max_length = 40, example = "028-61234567")]
    pub telephone: Option<String>,
}

impl From<&entity::Model> for SiteInput {
    fn from(row: &entity::Model) -> Self {
        Self {
            code: row.code.clone(),
            name: row.name.clone(),
            address: row.address.clone(),
            telephone: row.telephone.clone(),
        }
    }
}

/// Which sites.
#[derive(Debug, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SiteFilter {
    /// Closed ones too.
    pub include_closed: Option<bool>,
}

/// Why a site is closed.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseSite {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "租约到期,人员迁至总部")]
    pub reason: String,
}

#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Site {
    pub id: SiteId,
    pub code: String,
    pub name: String,
    pub address: Option<String>,
    pub telephone: Option<String>,
    /// Nobody can be put there any more.
    pub closed: bool,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Site {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/sites/{}", self.id))
    }
}

impl Site {
    #[must_use]
    pub fn shown(row: entity::Model, to: &Actor) -> Self {
        let may = rules::manage(&to.reach(ManageSites::NAME), row.id);
        let lang = to.request.lang;
        let allowed_actions = vec![
            allowed("update", may.and_then(|()| rules::change(&row)), lang),
            // Whether people still work there is counted when it comes to it.
            allowed("close", may.and_then(|()| rules::change(&row)), lang),
        ];
        Self {
            id: row.id,
            code: row.code,
            name: row.name,
            address: row.address,
            telephone: row.telephone,
            closed: row.closed,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
            allowed_actions,
        }
    }
}
