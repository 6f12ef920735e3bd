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
use kernel::access::DRY_RUN;
use kernel::code::{self, Code};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::openapi::{OpenApi, PathItem, RefOr, path::Operation, path::ParameterIn};

/// One operation of the document.
#[derive(Clone, Debug)]
pub struct Entry {
    pub operation_id: String,
    /// `x-permission`.
    pub permission: String,
    query: BTreeSet<String>,
}

/// One address of the document with its operations.
#[derive(Clone, Debug)]
pub struct Address {
    /// As the document writes it: `/api/v1/clients/{id}`.
    pub template: String,
    operations: BTreeMap<&'static str, Entry>,
}

impl Address {
    #[must_use]
    pub fn find(&self, method: &str) -> Option<&Entry> {
        // HEAD is answered by GET's handler.
        self.operations.get(if method == "HEAD" { "GET" } else { method })
    }
}

/// Every address of the document. Asked several times with every request, so it is a tree of words
/// and not the router's own table, which tries its patterns one after the other.
#[derive(Clone, Default)]
pub struct Policy(matchit::Router<Address>);

impl std::fmt::Debug for Policy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Policy")
    }
}

impl Policy {
    /// # Errors
    /// Two addresses that cannot be told apart.
    pub fn of(document: &OpenApi) -> Result<Self, matchit::InsertError> {
        let mut table = matchit::Router::new();
        for (path, item) in &document.paths.paths {
            let operations = operations(item).into_iter();
            let operations = operations.map(|(method, operation)| (method, entry(operation)));
            let address = Address { template: path.clone(), operations: operations.collect() };
            table.insert(path, address)?;
        }
        Ok(Self(table))
    }

    /// The address of the contract that a path is. Where a fixed word and a parameter both fit
    /// (`/clients/export`, `/clients/{id}`), the word is meant.
    #[must_use]
    pub fn address(&self, path: &str) -> Option<&Address> {
        self.0.at(path.trim_end_matches('/')).ok().map(|found| found.value)
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
    let policy = request.app_data::<Data<Policy>>().cloned();
    let address = policy.as_ref().and_then(|policy| policy.address(request.path()));
    let Some(address) = address else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let Some(entry) = address.find(request.method().as_str()) else {
        let allowed = allowed(address);
        let error: kernel::error::ApiError = code::METHOD_NOT_ALLOWED.into();
        let mut response = ServiceResponse::from_err(error, request.into_parts().0);
        if let Some(methods) = allowed {
            response.headers_mut().insert(header::ALLOW, methods);
        }
        return Ok(response);
    };
    match refusal(entry, request.query_string()) {
        None => Ok(next.call(request).await?.map_into_boxed_body()),
        Some((code, name)) => {
            let error: kernel::error::ApiError = code.with(vec![("name", name)]).into();
            Ok(ServiceResponse::from_err(error, request.into_parts().0))
        }
    }
}

/// What is wrong with a query as far as the document says it for every operation.
fn refusal(entry: &Entry, query: &str) -> Option<(Code, String)> {
    form_urlencoded::parse(query.as_bytes()).find_map(|(name, value)| {
        let code = if !entry.query.contains(name.as_ref()) {
            code::UNKNOWN_PARAMETER
        } else if name == DRY_RUN && !matches!(value.as_ref(), "true" | "false") {
            code::INVALID_PARAMETER
        } else {
            return None;
        };
        Some((code, name.into_owned()))
    })
}

/// The methods that an address knows, as `Allow` lists them.
fn allowed(address: &Address) -> Option<HeaderValue> {
    let methods: Vec<_> = address.operations.keys().copied().collect();
    HeaderValue::from_str(&methods.join(", ")).ok()
}
