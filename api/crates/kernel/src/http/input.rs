//! Parsed at the door: bodies, path and query parameters that speak problem+json when they cannot
//! be read. Unknown fields are refused by `deny_unknown_fields` on each body; unknown query
//! parameters by the document (see `api::policy`), since a flattened struct cannot refuse them.
use crate::access::RequestInfo;
use crate::code::{self, Code, field};
use crate::error::{ApiError, ApiResult};
use crate::http::{problem::FieldProblem, strict::Strict};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web::Bytes};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::{future::Future, ops::Deref, pin::Pin};
use validator::{Validate, ValidationError, ValidationErrors, ValidationErrorsKind};

/// Largest JSON body, in bytes.
pub const BODY_LIMIT: usize = 1024 * 1024;
/// Deepest nesting of arrays and objects.
const DEPTH_LIMIT: usize = 32;

/// A JSON body that has been parsed *and* validated.
pub struct Valid<T>(pub T);

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Valid<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = ApiResult<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = json_bytes(request, payload);
        Box::pin(async move {
            let body: T = parse(&bytes.await?)?;
            check(&body)?;
            Ok(Self(body))
        })
    }
}

/// The raw body of a JSON request, its fingerprint noted for the idempotency record.
pub fn json_bytes(
    request: &HttpRequest,
    payload: &mut Payload,
) -> Pin<Box<dyn Future<Output = ApiResult<Bytes>>>> {
    let kind = request.content_type().to_ascii_lowercase();
    let accepted =
        kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"));
    let info = request.extensions().get::<RequestInfo>().cloned();
    let bytes = Bytes::from_request(request, payload);
    Box::pin(async move {
        if !accepted {
            return Err(code::UNSUPPORTED_TYPE.into());
        }
        let bytes = bytes.await.map_err(|_| too_large(BODY_LIMIT))?;
        if bytes.len() > BODY_LIMIT {
            return Err(too_large(BODY_LIMIT));
        }
        if let Some(info) = info {
            info.fingerprint_body(&bytes);
        }
        Ok(bytes)
    })
}

#[must_use]
pub fn too_large(limit: usize) -> ApiError {
    code::TOO_LARGE.with(vec![("limit", format!("{} KiB", limit / 1024))]).into()
}

/// Parse JSON; what is no JSON is 400, what does not fit the type is 422 with a pointer.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> ApiResult<T> {
    if depth(bytes) > DEPTH_LIMIT {
        return Err(code::MALFORMED_REQUEST.into());
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let parsed = serde_path_to_error::deserialize(Strict(&mut reader)).map_err(|e| {
        let pointer = pointer(e.path());
        from_serde(e.inner(), &pointer)
    })?;
    reader.end().map_err(|_| ApiError::from(code::MALFORMED_REQUEST))?;
    Ok(parsed)
}

fn from_serde(error: &serde_json::Error, pointer: &str) -> ApiError {
    if !error.is_data() {
        return code::MALFORMED_REQUEST.into();
    }
    let text = error.to_string();
    let (code, name) = if let Some(name) = quoted(&text, "unknown field `") {
        (field::UNKNOWN_FIELD, Some(name))
    } else if let Some(name) = quoted(&text, "missing field `") {
        (field::REQUIRED, Some(name))
    } else if text.contains("unknown variant") {
        (field::NOT_IN_CHOICE, None)
    } else if text.starts_with("invalid type") {
        (field::WRONG_TYPE, None)
    } else {
        (field::FORMAT, None)
    };
    let already = name.is_some_and(|n| pointer.ends_with(&format!("/{n}")));
    let at = name.filter(|_| !already).map_or(pointer.to_owned(), |n| format!("{pointer}/{n}"));
    ApiError::field(&at, code)
}

fn quoted<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    text.split_once(before).and_then(|(_, rest)| rest.split('`').next())
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } => Some(format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
            Segment::Enum { variant } => Some(format!("/{variant}")),
            Segment::Unknown => None,
        })
        .collect()
}

/// Deepest nesting, counted on the bytes so that a hostile body never reaches a recursive parser.
fn depth(bytes: &[u8]) -> usize {
    let (mut deepest, mut now, mut in_string, mut escaped) = (0_usize, 0_usize, false, false);
    for byte in bytes {
        match (in_string, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => in_string = !in_string,
            (false, b'{' | b'[') => {
                now += 1;
                deepest = deepest.max(now);
            }
            (false, b'}' | b']') => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// An object that travelled inside another request, read as the request that it would be by itself.
pub fn from_object<T: DeserializeOwned + Validate>(object: &Map<String, Value>) -> ApiResult<T> {
    let input: T = parse(&serde_json::to_vec(object)?)?;
    check(&input)?;
    Ok(input)
}

/// Run the field rules of a body; each failure becomes a pointer and a code.
pub fn check(body: &impl Validate) -> ApiResult<()> {
    body.validate().map_err(|errors| {
        let mut found = pointers("", &errors);
        found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
        ApiError::Invalid(found)
    })
}

fn pointers(at: &str, errors: &ValidationErrors) -> Vec<FieldProblem> {
    errors
        .errors()
        .iter()
        .flat_map(|(name, kind)| {
            let here = format!("{at}/{name}");
            match kind {
                ValidationErrorsKind::Field(list) => {
                    list.iter().map(|e| problem(&here, e)).collect()
                }
                ValidationErrorsKind::Struct(inner) => pointers(&here, inner),
                ValidationErrorsKind::List(items) => items
                    .iter()
                    .flat_map(|(i, inner)| pointers(&format!("{here}/{i}"), inner))
                    .collect::<Vec<_>>(),
            }
        })
        .collect()
}

fn problem(pointer: &str, error: &ValidationError) -> FieldProblem {
    let mut found = FieldProblem::new(pointer, field_code(&error.code));
    for name in ["min", "max", "equal"] {
        if let Some(value) = error.params.get(name) {
            found = found.with(
                match name {
                    "min" => "min",
                    "max" => "max",
                    _ => "equal",
                },
                value,
            );
        }
    }
    found
}

/// A validator's code as one of ours; our own custom checks use our names directly.
fn field_code(code: &str) -> Code {
    match code {
        "length" => field::LENGTH,
        "range" => field::RANGE,
        "required" => field::REQUIRED,
        other => field::CODES.iter().copied().find(|c| c.name == other).unwrap_or(field::FORMAT),
    }
}

/// A path parameter. One that cannot be read is a record that does not exist.
pub struct Param<T>(T);

impl<T> Deref for Param<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Param<T> {
    type Error = ApiError;
    type Future = std::future::Ready<ApiResult<Self>>;

    #[expect(clippy::disallowed_types, reason = "wrapped here, so that nobody else has to")]
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = actix_web::web::Path::<T>::extract(request).into_inner();
        std::future::ready(
            read.map(|value| Self(value.into_inner())).map_err(|_| code::NOT_FOUND.into()),
        )
    }
}

/// The query string as a type; repeated keys become lists.
pub struct Query<T>(pub T);

impl<T> Deref for Query<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: DeserializeOwned + Validate + 'static> FromRequest for Query<T> {
    type Error = ApiError;
    type Future = std::future::Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(parse_query(request.query_string()).map(Self))
    }
}

/// Parse and check a query string; a bad parameter is named.
pub fn parse_query<T: DeserializeOwned + Validate>(query: &str) -> ApiResult<T> {
    let pairs = serde_html_form::Deserializer::new(form_pairs(query));
    let parsed: T = serde_path_to_error::deserialize(pairs).map_err(|e| {
        let name = e.path().to_string();
        ApiError::parameter(&name)
    })?;
    parsed.validate().map_err(|errors| {
        let name = errors.errors().keys().next().map(ToString::to_string).unwrap_or_default();
        ApiError::parameter(&name)
    })?;
    Ok(parsed)
}

fn form_pairs(query: &str) -> form_urlencoded::Parse<'_> {
    form_urlencoded::parse(query.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Body {
        #[validate(length(min = 1, max = 3))]
        name: String,
        #[serde(default)]
        #[validate(nested)]
        parts: Vec<Part>,
    }

    #[derive(Debug, Deserialize, Validate)]
    #[serde(deny_unknown_fields)]
    struct Part {
        #[validate(range(min = 1))]
        size: i32,
    }

    fn read(text: &str) -> Vec<(String, &'static str)> {
        let read = parse::<Body>(text.as_bytes()).and_then(|b| check(&b));
        match read {
            Ok(()) => vec![],
            Err(ApiError::Invalid(fields)) => {
                fields.into_iter().map(|f| (f.pointer, f.code.name)).collect()
            }
            Err(other) => vec![(String::new(), other.code().name)],
        }
    }

    #[test]
    fn each_wrong_field_is_pointed_at() {
        assert_eq!(read(r#"{"name":"abc"}"#), vec![]);
        assert_eq!(read("{}"), vec![("/name".into(), "REQUIRED")]);
        assert_eq!(read(r#"{"name":"a","x":1}"#), vec![("/x".into(), "UNKNOWN_FIELD")]);
        assert_eq!(read(r#"{"name":7}"#), vec![("/name".into(), "WRONG_TYPE")]);
        assert_eq!(read(r#"{"name":"abcd"}"#), vec![("/name".into(), "LENGTH")]);
        assert_eq!(
            read(r#"{"name":"a","parts":[{"size":1},{"size":0}]}"#),
            vec![("/parts/1/size".into(), "RANGE")]
        );
        assert_eq!(
            read(r#"{"name":"a","parts":[{"size":"1"}]}"#),
            vec![("/parts/0/size".into(), "WRONG_TYPE")]
        );
    }

    #[test]
    fn what_is_no_json_is_malformed() {
        for text in ["", "{", "{\"name\":\"a\"} x", "\u{0}"] {
            assert_eq!(read(text), vec![(String::new(), "MALFORMED_REQUEST")], "{text:?}");
        }
        let deep = "[".repeat(40);
        assert_eq!(read(&deep), vec![(String::new(), "MALFORMED_REQUEST")]);
    }
}
