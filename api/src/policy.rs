//! The contract as a table, made from the document itself: which query parameters an operation
//! takes and which permission it declares. What the document does not name is refused.
use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderValue},
    middleware::Next,
    web::Data,
};
use kernel::code;
use std::collections::{BTreeSet, HashMap};
use utoipa::openapi::{OpenApi, PathItem, RefOr, path::Operation, path::ParameterIn};

/// One operation of the document.
#[derive(Clone, Debug)]
pub struct Entry {
    pub operation_id: String,
    /// `x-permission`.
    pub permission: String,
    query: BTreeSet<String>,
}

/// (method, route template) → entry.
#[derive(Debug, Default)]
pub struct Policy(HashMap<(String, String), Entry>);

impl Policy {
    #[must_use]
    pub fn of(document: &OpenApi) -> Self {
        let mut table = HashMap::new();
        for (path, item) in &document.paths.paths {
            for (method, operation) in operations(item) {
                table.insert((method.to_owned(), path.clone()), entry(operation));
            }
        }
        Self(table)
    }

    /// The methods that an address knows; empty when it is no address of the contract. Where a
    /// fixed word and a parameter both fit (`/clients/export`, `/clients/{id}`), the word is meant.
    #[must_use]
    pub fn methods(&self, path: &str) -> Vec<&str> {
        let parts: Vec<_> = path.trim_end_matches('/').split('/').collect();
        let open = |template: &str| template.split('/').filter(|k| k.starts_with('{')).count();
        let fits = |template: &str| {
            let known: Vec<_> = template.split('/').collect();
            known.len() == parts.len()
                && known.iter().zip(&parts).all(|(k, p)| k.starts_with('{') || k == p)
        };
        let all: Vec<_> = self.0.keys().filter(|(_, template)| fits(template)).collect();
        let meant = all.iter().map(|(_, template)| open(template)).min();
        let mut methods: Vec<_> = all
            .iter()
            .filter(|(_, template)| Some(open(template)) == meant)
            .map(|(method, _)| method.as_str())
            .collect();
        methods.sort_unstable();
        methods
    }

    #[must_use]
    pub fn find(&self, method: &str, template: &str) -> Option<&Entry> {
        // HEAD is answered by GET's handler.
        let method = if method == "HEAD" { "GET" } else { method };
        self.0.get(&(method.to_owned(), template.to_owned()))
    }
}

/// The operations of a path with their methods.
#[must_use]
pub fn operations(item: &PathItem) -> Vec<(&'static str, &Operation)> {
    [
        ("GET", &item.get),
        ("PUT", &item.put),
        ("POST", &item.post),
        ("DELETE", &item.delete),
        ("PATCH", &item.patch),
    ]
    .into_iter()
    .filter_map(|(method, operation)| operation.as_ref().map(|o| (method, o)))
    .collect()
}

fn entry(operation: &Operation) -> Entry {
    let query = operation
        .parameters
        .iter()
        .flatten()
        .filter_map(|parameter| match parameter {
            RefOr::T(parameter) if parameter.parameter_in == ParameterIn::Query => {
                Some(parameter.name.clone())
            }
            _ => None,
        })
        .collect();
    let permission = operation
        .extensions
        .as_ref()
        .and_then(|extensions| extensions.get("x-permission"))
        .and_then(|value| value.as_str())
        .unwrap_or_default();
    Entry {
        operation_id: operation.operation_id.clone().unwrap_or_default(),
        permission: permission.to_owned(),
        query,
    }
}

/// Middleware: a method that an address does not know is refused before the router, which would
/// take the last word of `/clients/export` for an id; and a query parameter that the document does
/// not know is a mistake of the caller's that would otherwise go unnoticed (a misspelt filter shows
/// everything).
pub async fn known_operations(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if let Some(allowed) = other_methods(&request) {
        let error: kernel::error::ApiError = code::METHOD_NOT_ALLOWED.into();
        let mut response = ServiceResponse::from_err(error, request.into_parts().0);
        response.headers_mut().insert(header::ALLOW, allowed);
        return Ok(response);
    }
    let unknown = request.app_data::<Data<Policy>>().and_then(|policy| {
        let entry = policy.find(request.method().as_str(), &request.match_pattern()?)?;
        names(request.query_string()).find(|name| !entry.query.contains(name))
    });
    match unknown {
        None => Ok(next.call(request).await?.map_into_boxed_body()),
        Some(name) => {
            let error: kernel::error::ApiError =
                code::UNKNOWN_PARAMETER.with(vec![("name", name)]).into();
            Ok(ServiceResponse::from_err(error, request.into_parts().0))
        }
    }
}

/// What the address allows, when the request's method is none of it.
fn other_methods(request: &ServiceRequest) -> Option<HeaderValue> {
    let policy = request.app_data::<Data<Policy>>()?;
    let methods = policy.methods(request.path());
    let asked = match request.method().as_str() {
        "HEAD" => "GET",
        other => other,
    };
    if methods.is_empty() || methods.contains(&asked) {
        return None;
    }
    HeaderValue::from_str(&methods.join(", ")).ok()
}

fn names(query: &str) -> impl Iterator<Item = String> + '_ {
    form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name.into_owned())
}
