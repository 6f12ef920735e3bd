//! The body of every answer that is not a success.
use crate::clauses::Clause;
use crate::code::{Code, Params};
use crate::lang::Lang;
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use utoipa::openapi::{Ref, RefOr, Schema, extensions::Extensions};

pub const MEDIA_TYPE: &str = "application/problem+json";

/// RFC 9457, with the product's members.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct Problem {
    /// `/problems/<code>`: a page that explains the code.
    #[schema(example = "/problems/VALIDATION_FAILED")]
    pub r#type: String,
    /// The same for every occurrence of the code, in the language asked for.
    #[schema(example = "填写内容有误，请逐项核对")]
    pub title: String,
    pub status: u16,
    /// This occurrence, with its figures.
    pub detail: String,
    #[schema(schema_with = code_reference)]
    pub code: &'static str,
    /// To be told to the administrator; the log holds the rest.
    pub request_id: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldAnswer>,
    /// The handbook's rules that refuse.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
    /// The permission whose holders may do it, where asking helps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escalation: Option<String>,
    /// The version that a stale request would have needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_version: Option<i64>,
    /// The figures behind the refusal, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
}

/// One wrong field, as the client sees it.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FieldAnswer {
    /// JSON pointer into the body.
    #[schema(example = "/contacts/0/mobile")]
    pub pointer: String,
    #[schema(example = "FORMAT")]
    pub code: &'static str,
    pub detail: String,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<String, String>,
}

/// One wrong field, before a language is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldProblem {
    pub pointer: String,
    pub code: Code,
    pub params: Params,
}

impl FieldProblem {
    #[must_use]
    pub fn new(pointer: &str, code: Code) -> Self {
        Self { pointer: pointer.to_owned(), code, params: vec![] }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: &impl ToString) -> Self {
        self.params.push((name, value.to_string()));
        self
    }

    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> FieldAnswer {
        FieldAnswer {
            pointer: self.pointer.clone(),
            code: self.code.name,
            detail: self.code.say(lang, &self.params),
            params: owned(&self.params),
        }
    }
}

fn owned(params: &[(&'static str, String)]) -> BTreeMap<String, String> {
    params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()
}

impl Problem {
    #[must_use]
    pub fn of(code: Code, lang: Lang, said: String, request_id: &str) -> Self {
        Self {
            r#type: format!("/problems/{}", code.name),
            title: code.title(lang),
            status: code.status,
            detail: said,
            code: code.name,
            request_id: request_id.to_owned(),
            errors: vec![],
            clauses: vec![],
            escalation: None,
            current_version: None,
            params: BTreeMap::new(),
        }
    }

    /// Figures, and the one of them that has a member of its own.
    pub fn params_from(&mut self, params: &Params) {
        self.current_version = params
            .iter()
            .find(|(name, _)| *name == "current_version")
            .and_then(|(_, value)| value.parse().ok());
        self.params = owned(params);
    }
}

fn code_reference() -> Ref {
    Ref::from_schema_name("Code")
}

/// The schema `Code`, once every area has named its own, and the HTTP status of each in `x-statuses`.
#[must_use]
pub fn code_schema(codes: impl IntoIterator<Item = Code>) -> RefOr<Schema> {
    let statuses: BTreeMap<_, _> = codes.into_iter().map(|code| (code.name, code.status)).collect();
    utoipa::openapi::ObjectBuilder::new()
        .schema_type(utoipa::openapi::schema::Type::String)
        .description(Some("Stable names of refusals and faults; the list may grow."))
        .enum_values(Some(statuses.keys().copied()))
        .extensions(Some(Extensions::builder().add("x-statuses", json!(statuses)).build()))
        .into()
}
