//! What the records that hang on a file share: they are reached through it, each act on them is an
//! act on it, and none of them is ever deleted.
use crate::archive::entity::Model as File;
use crate::archive::hanging::supplemented;
use crate::archive::{refusal, rules, store};
use crate::names::{Names, Ref, Wanted};
use crate::obligations::saved;
use crate::{ClientId, HANGING_REMOVED, INTERACTION_CORRECTED, WRITTEN_BY_ANOTHER, readings};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code::{self, Code, Coded};
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::readings::ReadingWay;
use kernel::work::Work;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::{Validate, ValidationError};

/// Why a record that hangs on a file is taken out.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Removal {
    #[validate(length(min = 1, max = 500), custom(function = "crate::checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "录入错误")]
    pub reason: String,
}

/// A date that a person may have meant: a slip of the key must not make one that a database cannot
/// keep or a list cannot order.
pub(crate) fn plausible(date: &NaiveDate) -> Result<(), ValidationError> {
    if (1900..=2200).contains(&date.year()) { Ok(()) } else { Err(ValidationError::new("RANGE")) }
}

/// Who took a record out, when and why. It stays readable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Removed {
    pub at: DateTime<Utc>,
    pub by: Ref,
    pub reason: String,
}

impl Removed {
    /// From the three columns.
    pub fn of(
        at: Option<DateTime<Utc>>,
        by: Option<PersonId>,
        reason: Option<String>,
        names: &Names,
    ) -> Option<Self> {
        Some(Self { at: at?, by: names.person(by?), reason: reason.unwrap_or_default() })
    }
}

/// What the rules of hanging records say no with; those of the file itself are in `archive`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    File(#[from] refusal::Refusal),
    #[error("taken out before")]
    Removed,
    #[error("corrected before")]
    Corrected,
    #[error("written by somebody else")]
    OfAnother { clauses: &'static [&'static str] },
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::File(refusal) => refusal.code(),
            Self::Removed => HANGING_REMOVED,
            Self::Corrected => INTERACTION_CORRECTED,
            Self::OfAnother { .. } => WRITTEN_BY_ANOTHER,
        }
    }

    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::File(refusal) => refusal.clauses(),
            Self::OfAnother { clauses } => clauses.to_vec(),
            Self::Corrected => vec!["A-CLI-23"],
            Self::Removed => vec![],
        }
    }

    fn params(&self) -> code::Params {
        if let Self::File(refusal) = self { refusal.params() } else { vec![] }
    }

    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::File(refusal) => refusal.escalation(),
            Self::OfAnother { .. } => Some(<crate::MaintainClients as Permission>::NAME),
            Self::Removed | Self::Corrected => None,
        }
    }
}

pub type Verdict = Result<(), Refusal>;

/// A-CLI-16: what belongs to the archive itself is kept by those who keep the file.
pub fn keep(actor: &Actor, file: &File) -> Verdict {
    Ok(rules::keep(actor, file)?)
}

/// What was taken out is history.
pub fn in_place(removed_at: Option<DateTime<Utc>>) -> Verdict {
    if removed_at.is_some() { Err(Refusal::Removed) } else { Ok(()) }
}

/// A-CLI-23, A-CLI-25, B-CRM-10, B-CRM-14: whoever deals with the client writes down what was said
/// and files the papers; somebody who only reads the archive does not.
pub fn deal(actor: &Actor, file: &File, clauses: &'static [&'static str]) -> Verdict {
    rules::in_force(file)?;
    let place = rules::place(file);
    if DEALING.iter().any(|permission| actor.may(permission, &place)) {
        return Ok(());
    }
    let permission = <crate::CollectClients as Permission>::NAME;
    Err(refusal::Refusal::NotPermitted { permission, clauses }.into())
}

/// The rights of those who deal with clients.
pub const DEALING: &[&str] = &[
    <crate::CollectClients as Permission>::NAME,
    <crate::MaintainClients as Permission>::NAME,
    <crate::CreateGroupBuyClients as Permission>::NAME,
    <crate::FollowUpClients as Permission>::NAME,
    <crate::MaintainKeyClients as Permission>::NAME,
    <crate::ReportInferiorClients as Permission>::NAME,
    <crate::VerifyClients as Permission>::NAME,
];

/// One's own words, or the archive's keeper's business.
pub fn own_or_keep(
    actor: &Actor,
    file: &File,
    author: PersonId,
    clauses: &'static [&'static str],
) -> Verdict {
    rules::in_force(file)?;
    if author == actor.id || rules::keep(actor, file).is_ok() {
        return Ok(());
    }
    Err(Refusal::OfAnother { clauses })
}

/// The file, where the caller sees it, for something of it to be shown: read in a way that is noted
/// (A-SEC-10).
pub async fn seen(app: &App, actor: &Actor, id: ClientId, way: ReadingWay) -> ApiResult<File> {
    let file = store::find(app.db.reader(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    readings::one(app, actor, &file, way).await?;
    Ok(file)
}

/// The file, where the caller sees it, held until the commit.
pub async fn held(work: &Work<'_>, id: ClientId) -> ApiResult<File> {
    Ok(store::lock(work.db(), work.actor(), id).await?.ok_or(code::NOT_FOUND)?)
}

/// Whether personal data of people at the client are shown in full (A-CLI-28).
#[must_use]
pub fn in_full(actor: &Actor, file: &File) -> bool {
    actor.may(<crate::ReadPersonalData as Permission>::NAME, &rules::place(file))
}

/// Names of the people that these columns hold.
pub async fn people(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = Option<PersonId>>,
) -> ApiResult<Names> {
    let mut wanted = Wanted::default();
    ids.into_iter().for_each(|id| wanted.person(id));
    wanted.find(db).await
}

/// Something was said about it: the file is of now. Its version stays, as what somebody else is writing
/// into the file at this moment is not touched by it.
pub async fn touch(work: &mut Work<'_>, before: &File) -> ApiResult<()> {
    let after = File { updated_at: work.at(), ..before.clone() };
    saved(work, before, &after).await
}

/// Something was filed with it, which supplements it (A-CLI-11); the same otherwise.
pub async fn filed(work: &mut Work<'_>, before: &File) -> ApiResult<()> {
    let mut after = before.clone();
    supplemented(work, &mut after);
    saved(work, before, &after).await
}

/// What changed in a record that hangs on a file, spelled `contact.mobile`. Its id always stands
/// beside it: a changed field alone would not say whose it is.
#[must_use]
pub fn changes<T: Serialize>(
    kind: &str,
    id: Uuid,
    before: Option<&T>,
    after: Option<&T>,
) -> Changes {
    let wrapped = |state: Option<&T>| state.map_or(json!({}), |state| json!({ kind: state }));
    let mut changes = Changes::between(&wrapped(before), &wrapped(after));
    let known = |there: bool| if there { json!(id) } else { Value::Null };
    let pair = json!([known(before.is_some()), known(after.is_some())]);
    changes.0.insert(format!("{kind}.id"), pair);
    changes
}
