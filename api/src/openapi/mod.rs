//! The document: what the areas declare, and what holds for every operation alike (problems,
//! versions, idempotency, language), added here in one place so that no area can forget it.
mod examples;
mod headers;
mod links;
mod problems;
mod whole;

pub use examples::ID as EXAMPLE_ID;

use crate::policy::operations;
use kernel::access::{ACTIONS, DRY_RUN};
use kernel::http::problem;
use serde_json::{Value, json};
use utoipa::{
    OpenApi, PartialSchema, ToSchema,
    openapi::{
        self, HttpMethod, Ref, RefOr, Required,
        path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem},
        schema::{ObjectBuilder, Type},
        security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Zhidu",
        version = "1",
        description = "The company's handbook as running software. Every refusal names the rule behind it.\n\nTexts hold no control characters and no marks that turn the direction of writing (CONTROL_CHARACTER), and a text that is required is not blank (REQUIRED). Operations that create answer with links to what can be done next.",
        contact(name = "Zhidu"),
        license(name = "Proprietary", identifier = "LicenseRef-Proprietary"),
    ),
    servers((url = "/", description = "This installation")),
)]
struct Base;

/// The document before any operation.
#[must_use]
pub fn base() -> openapi::OpenApi {
    Base::openapi()
}

/// What every operation shares, laid over the gathered operations.
#[must_use]
pub fn complete(mut document: openapi::OpenApi) -> openapi::OpenApi {
    document.tags = Some(crate::wiring::tags());
    for (path, item) in &mut document.paths.paths {
        for method in [
            HttpMethod::Get,
            HttpMethod::Put,
            HttpMethod::Post,
            HttpMethod::Delete,
            HttpMethod::Patch,
        ] {
            if let Some(operation) = slot(item, &method) {
                share(path, &method, operation);
            }
        }
    }
    components(&mut document);
    whole::write(&mut document);
    examples::add(&mut document);
    headers::add(&mut document);
    links::add(&mut document);
    document
}

fn slot<'a>(item: &'a mut PathItem, method: &HttpMethod) -> Option<&'a mut Operation> {
    match method {
        HttpMethod::Get => item.get.as_mut(),
        HttpMethod::Put => item.put.as_mut(),
        HttpMethod::Post => item.post.as_mut(),
        HttpMethod::Delete => item.delete.as_mut(),
        HttpMethod::Patch => item.patch.as_mut(),
        _ => None,
    }
}

fn share(path: &str, method: &HttpMethod, operation: &mut Operation) {
    let public = permission(operation) == "public";
    let versioned = needs_version(path, method, operation);
    let body = operation.request_body.is_some();
    let required = extension(operation, "x-keyed");
    let id = operation.operation_id.as_deref().unwrap_or_default();
    let tried = path.contains(ACTIONS) && !NOTHING_TO_TRY.contains(&id);
    let parameters = operation.parameters.get_or_insert_default();
    parameters.push(header(&LANGUAGE));
    if versioned {
        parameters.push(header(&IF_MATCH));
    }
    if *method == HttpMethod::Post {
        parameters.push(header(&Header { required, ..IDEMPOTENCY_KEY }));
    }
    if tried {
        parameters.push(dry_run());
    }
    let mut statuses = vec!["400", "429", "500", "503"];
    // What is public and changes something carries its own credential: a password, a cookie, a link.
    if !public || *method == HttpMethod::Post {
        statuses.extend(["401", "403"]);
    }
    if !public && operation.security.is_none() {
        operation.security = Some(secured());
    }
    if path.contains('{') {
        statuses.push("404");
    }
    if *method != HttpMethod::Get {
        statuses.extend(["409", "507"]);
    }
    if versioned {
        statuses.extend(["412", "428"]);
    }
    if body {
        statuses.extend(["413", "415", "422"]);
    } else if *method == HttpMethod::Post {
        statuses.push("422");
    }
    problems::shown(operation);
    for status in statuses {
        operation
            .responses
            .responses
            .entry(status.to_owned())
            .or_insert_with(|| RefOr::Ref(Ref::from_response_name(format!("Problem{status}"))));
    }
}

/// Actions that change nothing, and those whose body says `dry_run` to the job that they start.
const NOTHING_TO_TRY: &[&str] =
    &["bulk_clients", "find_duplicate_clients", "import_clients", "verify_audit_chain"];

fn dry_run() -> RefOr<Parameter> {
    let parameter = ParameterBuilder::new()
        .name(DRY_RUN)
        .parameter_in(ParameterIn::Query)
        .description(Some(
            "Check everything, change nothing; the answer is what the action would have given.",
        ))
        .required(Required::False)
        .schema(Some(ObjectBuilder::new().schema_type(Type::Boolean)))
        .build();
    RefOr::T(parameter)
}

fn extension(operation: &Operation, name: &str) -> bool {
    operation.extensions.as_ref().is_some_and(|extensions| extensions.contains_key(name))
}

fn permission(operation: &Operation) -> &str {
    let declared = operation.extensions.as_ref().and_then(|e| e.get("x-permission"));
    declared.and_then(|value| value.as_str()).unwrap_or_default()
}

/// PATCH, DELETE and actions on one record, unless the operation says `x-unversioned`.
fn needs_version(path: &str, method: &HttpMethod, operation: &Operation) -> bool {
    let exempt = extension(operation, "x-unversioned");
    let action = *method == HttpMethod::Post && path.contains("}/actions/");
    !exempt && (matches!(method, HttpMethod::Patch | HttpMethod::Delete) || action)
}

fn secured() -> Vec<openapi::SecurityRequirement> {
    let none: [&str; 0] = [];
    ["bearer", "api_key"].map(|name| openapi::SecurityRequirement::new(name, none)).to_vec()
}

/// A header that many operations take.
struct Header {
    name: &'static str,
    description: &'static str,
    required: bool,
    pattern: Option<&'static str>,
    example: &'static str,
}

const LANGUAGE: Header = Header {
    name: "Accept-Language",
    description: "zh-CN (default), zh-TW or en.",
    required: false,
    pattern: None,
    example: "zh-CN",
};

const IF_MATCH: Header = Header {
    name: "If-Match",
    description: "The version that was looked at, as its ETag.",
    required: true,
    pattern: Some(r#"^(W/)?"[0-9]{1,18}"$"#),
    example: "\"1\"",
};

const IDEMPOTENCY_KEY: Header = Header {
    name: "Idempotency-Key",
    description: "The same key and request answer as the first time.",
    required: false,
    pattern: Some("^[!-~]{1,100}$"),
    example: "0d4f6f0e-6f3a-4a53-9f52-0c4f3a1e7b55",
};

fn header(header: &Header) -> RefOr<Parameter> {
    let schema = ObjectBuilder::new().schema_type(Type::String).pattern(header.pattern);
    let parameter = ParameterBuilder::new()
        .name(header.name)
        .parameter_in(ParameterIn::Header)
        .description(Some(header.description))
        .required(if header.required { Required::True } else { Required::False })
        .schema(Some(schema))
        .example(Some(json!(header.example)))
        .build();
    RefOr::T(parameter)
}

fn components(document: &mut openapi::OpenApi) {
    let components = document.components.get_or_insert_default();
    let schemas = &mut components.schemas;
    schemas.insert("Problem".to_owned(), problem::Problem::schema());
    let mut nested = vec![];
    problem::Problem::schemas(&mut nested);
    schemas.extend(nested);
    schemas.insert("Code".to_owned(), problem::code_schema(crate::wiring::codes()));
    problems::add(components);
    components.security_schemes.insert(
        "bearer".to_owned(),
        RefOr::T(SecurityScheme::Http(
            HttpBuilder::new()
                .scheme(HttpAuthScheme::Bearer)
                .bearer_format("JWT")
                .description(Some("An access token of a signed-in person, valid 15 minutes."))
                .build(),
        )),
    );
    components.security_schemes.insert(
        "api_key".to_owned(),
        RefOr::T(SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(
            "Authorization",
            "`Bearer zk_…`: a key for a machine, with the permissions it was given.",
        )))),
    );
}

/// Operations without a permission; must be empty.
#[must_use]
pub fn undeclared(document: &openapi::OpenApi) -> Vec<String> {
    document
        .paths
        .paths
        .iter()
        .flat_map(|(path, item)| {
            operations(item)
                .into_iter()
                .filter(|(_, operation)| permission(operation).is_empty())
                .map(move |(method, _)| format!("{method} {path}"))
        })
        .collect()
}

/// The document as it is committed: the same text from every build (the library keeps extensions
/// in a map without order).
pub fn text(document: &openapi::OpenApi) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&ordered(serde_json::to_value(document)?))
}

/// Extensions last and by name, everything else as it was.
fn ordered(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let (mut extensions, others): (Vec<_>, Vec<_>) =
                fields.into_iter().partition(|(name, _)| name.starts_with("x-"));
            extensions.sort_by(|a, b| a.0.cmp(&b.0));
            others.into_iter().chain(extensions).map(|(name, v)| (name, ordered(v))).collect()
        }
        Value::Array(items) => items.into_iter().map(ordered).collect(),
        other => other,
    }
}
