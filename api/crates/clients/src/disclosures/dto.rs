//! Requests and answers about disclosures.
use super::kinds::{
    DisclosureForm, DisclosureGround, DisclosureMeans, DisclosureSection, DisclosureState,
    RecipientKind,
};
use crate::checks;
use crate::hanging::plausible;
use crate::names::Ref;
use crate::{AttachmentId, ClientId, DisclosureId};
use approvals::ApprovalId;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::reply::Answer;
use kernel::http::shown::AllowedAction;
use kernel::ids::PersonId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// A client's consent (B-SEC-08).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientDisclosureConsentInput)]
pub struct ConsentInput {
    /// Name and position of who consented at the client.
    #[validate(length(min = 1, max = 200), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 200, example = "周建平，总经理")]
    pub given_by: String,
    #[validate(custom(function = "plausible"))]
    #[schema(example = "2026-11-20")]
    pub given_on: NaiveDate,
    /// The paper that says so, filed with that client's archive.
    pub attachment_id: AttachmentId,
}

/// A file of which something is provided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientDisclosureFileInput)]
pub struct NamedFile {
    pub client_id: ClientId,
    /// Needed where the ground is the client's consent, and only there.
    #[serde(default)]
    #[validate(nested)]
    pub consent: Option<ConsentInput>,
}

/// Ask to provide client information to somebody outside the company (B-SEC-07).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientDisclosureInput)]
pub struct DisclosureInput {
    #[schema(example = "AUTHORITY")]
    pub recipient_kind: RecipientKind,
    /// Left out where it is the client: the file says who that is.
    #[serde(default)]
    #[validate(length(max = 200), custom(function = "checks::blank_line"))]
    #[schema(max_length = 200, example = "成都市公安局成华区分局")]
    pub recipient: Option<String>,
    /// Like all texts of a disclosure, it outlives the files: nothing that stands in them.
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "配合经济案件调查取证")]
    pub purpose: String,
    #[schema(example = "LAW")]
    pub ground: DisclosureGround,
    /// The article and the number of the authority's letter; needed where the ground is a law, and only
    /// there.
    #[serde(default)]
    #[validate(length(max = 500), custom(function = "checks::blank_lines"))]
    #[schema(
        max_length = 500,
        example = "《中华人民共和国数据安全法》第三十五条；成公成调证字〔2026〕118 号"
    )]
    pub legal_basis: Option<String>,
    #[validate(length(min = 1, max = 6))]
    #[schema(min_items = 1, max_items = 6)]
    pub sections: Vec<DisclosureSection>,
    #[schema(example = "PAPER")]
    pub form: DisclosureForm,
    #[validate(length(min = 1, max = 50), nested)]
    #[schema(min_items = 1, max_items = 50)]
    pub files: Vec<NamedFile>,
}

/// Record that it was provided.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProvideClientDisclosure)]
pub struct Provide {
    /// What was actually handed over.
    #[validate(length(min = 1, max = 1000), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 1000, example = "客户基本信息表一份（2 页），加盖公章")]
    pub handed_over: String,
    /// To whom, by name.
    #[validate(length(min = 1, max = 200), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 200, example = "李警官（警号 051223）")]
    pub received_by: String,
    #[schema(example = "IN_PERSON")]
    pub means: DisclosureMeans,
    /// From the day of the approval to today.
    #[schema(example = "2026-12-18")]
    pub provided_on: NaiveDate,
}

/// Give it up: nothing is provided.
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = GiveUpClientDisclosure)]
pub struct GiveUp {
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "对方已不再需要")]
    pub reason: String,
}

/// Record that a client has revoked their consent (B-SEC-08).
#[derive(Clone, Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RevokeClientDisclosureConsent)]
pub struct RevokeConsent {
    /// Whose.
    pub client_id: ClientId,
    #[validate(custom(function = "plausible"))]
    #[schema(example = "2026-12-20")]
    pub revoked_on: NaiveDate,
    /// How it was said.
    #[validate(length(min = 1, max = 500), custom(function = "checks::lines"))]
    #[schema(min_length = 1, max_length = 500, example = "客户来函撤回同意")]
    pub note: String,
}

/// Which disclosures.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DisclosureFilter {
    /// By number or recipient.
    #[validate(length(max = 200))]
    #[param(max_length = 200)]
    pub q: Option<String>,
    /// In one of these states.
    #[serde(default)]
    pub state: Vec<DisclosureState>,
    /// On one of these grounds.
    #[serde(default)]
    pub ground: Vec<DisclosureGround>,
    /// To one of these.
    #[serde(default)]
    pub recipient_kind: Vec<RecipientKind>,
    /// Of this file.
    pub client_id: Option<ClientId>,
    /// Requested by this person.
    pub requested_by: Option<PersonId>,
    /// Requested on this day or later.
    pub from: Option<NaiveDate>,
    /// Requested on this day or earlier.
    pub to: Option<NaiveDate>,
}

/// A line of the register.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientDisclosureRow)]
pub struct DisclosureRow {
    pub id: DisclosureId,
    #[schema(example = "DW-20261130-0001")]
    pub number: String,
    pub recipient_kind: RecipientKind,
    /// Null where it is the client, whom the file names to those who may see it.
    pub recipient: Option<String>,
    pub purpose: String,
    pub ground: DisclosureGround,
    pub sections: Vec<DisclosureSection>,
    pub form: DisclosureForm,
    pub state: DisclosureState,
    pub requested_by: Ref,
    pub requested_at: DateTime<Utc>,
    pub department: Option<Ref>,
    /// 0 none, 1 秘密, 2 机密, 3 绝密.
    pub level: i16,
    /// How many files were asked for.
    pub file_count: i16,
    pub provided_on: Option<NaiveDate>,
    pub version: i64,
}

/// The consent on which a file's information is provided.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientDisclosureConsent)]
pub struct Consent {
    /// Null to those who may not see personal data of the file (A-CLI-28).
    pub given_by: Option<String>,
    pub given_on: Option<NaiveDate>,
    pub attachment: Option<Ref>,
    /// The paper was withdrawn from the file.
    pub attachment_removed: bool,
    pub revoked_on: Option<NaiveDate>,
    pub revoked_by: Option<Ref>,
    /// Null to those who may not see personal data of the file (A-CLI-28).
    pub revoke_note: Option<String>,
    /// Whether the caller may record that it was revoked.
    pub revocable: bool,
}

/// A file of a disclosure.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientDisclosureFile)]
pub struct DisclosedFile {
    pub client: Ref,
    /// As it was asked for.
    #[schema(example = "CL-20261129-0001")]
    pub number: String,
    pub consent: Option<Consent>,
}

/// A disclosure: asked for, and what came of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientDisclosure)]
pub struct Disclosure {
    #[serde(flatten)]
    pub row: DisclosureRow,
    pub legal_basis: Option<String>,
    /// Those of the files that the reader may see.
    pub files: Vec<DisclosedFile>,
    /// How many of them have been destroyed since (A-BOR-06).
    pub destroyed_files: i16,
    pub approved_at: Option<DateTime<Utc>>,
    /// The last day on which it may be provided.
    pub valid_until: Option<NaiveDate>,
    pub provided_by: Option<Ref>,
    pub provided_at: Option<DateTime<Utc>>,
    pub means: Option<DisclosureMeans>,
    /// Null to those who may not see personal data (A-CLI-28).
    pub received_by: Option<String>,
    pub handed_over: Option<String>,
    /// Who gave it up, or recorded the revocation by which it lapsed.
    pub settled_by: Option<Ref>,
    pub settled_at: Option<DateTime<Utc>>,
    pub settled_note: Option<String>,
    /// The last approval, with the company's review (B-SEC-07).
    pub approval_id: Option<ApprovalId>,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Answer for Disclosure {
    fn version(&self) -> Option<i64> {
        Some(self.row.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/client-disclosures/{}", self.row.id))
    }
}
