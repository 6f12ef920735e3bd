//! A file that looks like another one, as it begins or by a change: it was looked at, and is of another
//! client (A-CLI-14).
use super::act::KIND;
use super::entity::Model;
use super::rules::{self, place};
use super::similar::{Keys, Similar, similar};
use crate::{ClientId, checks};
use handbook::exceptions::{self, Departure, ExceptionKind};
use kernel::access::Actor;
use kernel::audit::Record;
use kernel::error::ApiResult;
use kernel::work::Work;
use sea_orm::ConnectionTrait;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AnotherClient {
    /// Similar files were looked at and this is another client.
    pub confirm_duplicates: Option<bool>,
    /// Why it is another client; needed with `confirm_duplicates`.
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[param(max_length = 500, example = "同一集团的另一家公司")]
    pub duplicate_reason: Option<String>,
}

impl AnotherClient {
    /// Nothing where it is blank.
    fn reason(&self) -> Option<&str> {
        self.duplicate_reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty())
    }

    /// The files that look like it, where that is settled; refused otherwise.
    pub async fn beside(
        &self,
        db: &impl ConnectionTrait,
        actor: &Actor,
        keys: &Keys,
        except: Option<ClientId>,
    ) -> ApiResult<Vec<Similar>> {
        let alike = similar(db, actor, keys, except).await?;
        let confirmed = self.confirm_duplicates.unwrap_or(false);
        rules::distinct(alike.len(), confirmed, self.reason())?;
        Ok(alike)
    }

    /// A file beside another like it is a departure, and stands in the register (A-CLI-14).
    pub async fn noted(
        &self,
        work: &mut Work<'_>,
        row: &Model,
        alike: &[Similar],
    ) -> ApiResult<()> {
        let (Some(reason), false) = (self.reason(), alike.is_empty()) else { return Ok(()) };
        let departure = Departure {
            kind: ExceptionKind::DuplicateClient,
            clauses: &["A-CLI-14"],
            subject: (KIND, row.id.0),
            place: place(row),
            reason: reason.to_owned(),
            approved_by: work.actor().id,
        };
        exceptions::note(work, departure).await
    }

    /// What the trail says of it.
    #[must_use]
    pub fn told(&self, record: Record, alike: &[Similar]) -> Record {
        if alike.is_empty() {
            return record;
        }
        let known: Vec<_> = alike.iter().map(|file| file.id).collect();
        record.reason(self.reason().map(str::to_owned)).data("similar", known)
    }
}
