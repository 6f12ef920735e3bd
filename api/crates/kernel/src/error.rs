//! The one error type of the HTTP surface, rendered as RFC 9457 `application/problem+json`.
use crate::code::{self, Code, Coded, Params};
use crate::http::problem::{FieldProblem, Problem};
use crate::lang::Lang;
use actix_web::{HttpResponse, ResponseError, http::StatusCode};

#[derive(Debug)]
pub enum ApiError {
    /// Anything with a code: a rule's refusal, a missing row, a database failure.
    Coded(Box<dyn Coded>),
    /// Fields that are not valid.
    Invalid(Vec<FieldProblem>),
    /// Not an error at all: the first answer to this idempotency key, to be sent again.
    Replay(crate::idempotency::Stored),
}

pub type ApiResult<T> = Result<T, ApiError>;

/// The only way in: an error reaches the client if, and only if, it has a code.
impl<E: Coded> From<E> for ApiError {
    fn from(error: E) -> Self {
        Self::Coded(Box::new(error))
    }
}

impl ApiError {
    /// One field is wrong. `pointer` is a JSON pointer into the body.
    #[must_use]
    pub fn field(pointer: &str, code: Code) -> Self {
        Self::Invalid(vec![FieldProblem::new(pointer, code)])
    }

    /// A parameter of the query or a header is wrong, by itself or beside another: 400, and its name.
    #[must_use]
    pub fn parameter(name: &str) -> Self {
        code::INVALID_PARAMETER.with(vec![("name", name.to_owned())]).into()
    }

    /// The same of a request that carried what was read at `place`: pointers lead into that.
    #[must_use]
    pub fn within(self, place: &str) -> Self {
        let Self::Invalid(mut fields) = self else { return self };
        for field in &mut fields {
            field.pointer.insert_str(0, place);
        }
        Self::Invalid(fields)
    }

    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::Coded(error) => error.code(),
            Self::Invalid(_) => code::VALIDATION_FAILED,
            Self::Replay(_) => code::CONFLICT,
        }
    }

    #[must_use]
    pub fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::Coded(error) => error.clauses(),
            Self::Invalid(_) | Self::Replay(_) => vec![],
        }
    }

    /// The body in a language. A fault of ours says nothing but the request id.
    #[must_use]
    pub fn problem(&self, lang: Lang, request_id: &str) -> Problem {
        let code = self.code();
        let said = match self {
            Self::Coded(error) => code::said(error.as_ref(), lang),
            Self::Invalid(_) | Self::Replay(_) => code.say(lang, &[]),
        };
        let mut problem = Problem::of(code, lang, said, request_id);
        match self {
            Self::Coded(error) => {
                problem.clauses = crate::clauses::named(&error.clauses(), lang);
                problem.escalation = error.escalation().map(str::to_owned);
                problem.params_from(&error.params());
            }
            Self::Invalid(fields) => {
                problem.errors = fields.iter().map(|field| field.in_lang(lang)).collect();
            }
            Self::Replay(_) => {}
        }
        problem
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Coded(error) => error.fmt(f),
            Self::Invalid(fields) => {
                let named: Vec<_> =
                    fields.iter().map(|it| format!("{} {}", it.pointer, it.code.name)).collect();
                write!(f, "not valid: {}", named.join(", "))
            }
            Self::Replay(_) => f.write_str("answered before"),
        }
    }
}

/// So that commands at the machine can pass it on like any other failure.
impl std::error::Error for ApiError {}

/// Rendered here in the default language only so that no path can lose the answer; the middleware
/// [`crate::http::problems`] renders it again with the caller's language and the request id.
impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code().status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        if let Self::Replay(stored) = self {
            return stored.response();
        }
        HttpResponse::build(self.status_code())
            .content_type(crate::http::problem::MEDIA_TYPE)
            .json(self.problem(Lang::default(), ""))
    }
}

/// An error that is nothing but a code and its figures.
#[derive(Debug, thiserror::Error)]
#[error("{}", .code.name)]
pub struct Plain {
    pub code: Code,
    pub params: Params,
}

impl Coded for Plain {
    fn code(&self) -> Code {
        self.code
    }
    fn params(&self) -> Params {
        self.params.clone()
    }
}

impl From<Code> for ApiError {
    fn from(code: Code) -> Self {
        Plain { code, params: vec![] }.into()
    }
}

impl Code {
    /// This code with its figures.
    #[must_use]
    pub fn with(self, params: Params) -> Plain {
        Plain { code: self, params }
    }
}

/// Something that cannot happen unless we made a mistake; the text goes to the log only.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Fault(pub String);

impl Coded for Fault {
    fn code(&self) -> Code {
        code::INTERNAL
    }
}

impl Coded for sea_orm::DbErr {
    fn code(&self) -> Code {
        crate::db::fault::code_of(self)
    }
}

impl Coded for serde_json::Error {
    fn code(&self) -> Code {
        code::INTERNAL
    }
}
