//! From an answer to what can be done next: create → read, change and act. Made from the addresses,
//! so that tests which follow the document reach real records.
use super::needs_version;
use crate::policy::operations;
use std::collections::BTreeMap;
use utoipa::openapi::{
    OpenApi, RefOr, Response,
    link::{Link, LinkBuilder},
    path::HttpMethod,
};

/// Links on every answer that tells of a new record.
pub fn add(document: &mut OpenApi) {
    let targets = targets(document);
    for (path, item) in &mut document.paths.paths {
        let Some(create) = item.post.as_mut() else { continue };
        if let Some(RefOr::T(response)) = create.responses.responses.get_mut("201") {
            follow(path, response, &targets);
        }
        if let Some(RefOr::T(response)) = create.responses.responses.get_mut("202") {
            let job = LinkBuilder::new()
                .operation_id("get_job")
                .parameter("id", "$response.body#/id")
                .description("How far the work is.");
            response.links.insert("get_job".to_owned(), RefOr::T(job.build()));
        }
    }
}

/// An operation that can be linked to.
struct Target {
    path: String,
    id: String,
    versioned: bool,
}

fn targets(document: &OpenApi) -> Vec<Target> {
    let mut found = vec![];
    for (path, item) in &document.paths.paths {
        for (method, operation) in operations(item) {
            let method = method_of(method);
            found.push(Target {
                path: path.clone(),
                id: operation.operation_id.clone().unwrap_or_default(),
                versioned: needs_version(path, &method, operation),
            });
        }
    }
    found
}

fn method_of(name: &str) -> HttpMethod {
    match name {
        "PUT" => HttpMethod::Put,
        "POST" => HttpMethod::Post,
        "DELETE" => HttpMethod::Delete,
        "PATCH" => HttpMethod::Patch,
        _ => HttpMethod::Get,
    }
}

fn follow(path: &str, response: &mut Response, targets: &[Target]) {
    let below = format!("{path}/{{");
    for target in targets.iter().filter(|target| target.path.starts_with(&below)) {
        let Some((name, rest)) =
            target.path.get(below.len()..).and_then(|rest| rest.split_once('}'))
        else {
            continue;
        };
        if !rest.contains('{') {
            response.links.insert(target.id.clone(), RefOr::T(link(path, name, target)));
        }
    }
}

fn link(path: &str, name: &str, target: &Target) -> Link {
    // A record is named by its id, a day of the calendar by its date.
    let field = if name.ends_with("id") { "id" } else { name };
    let mut parameters = BTreeMap::from([(name.to_owned(), format!("$response.body#/{field}"))]);
    for parent in path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
        parameters.insert(parent.to_owned(), format!("$request.path.{parent}"));
    }
    if target.versioned {
        parameters.insert("header.If-Match".to_owned(), "$response.header.ETag".to_owned());
    }
    parameters
        .into_iter()
        .fold(LinkBuilder::new().operation_id(&target.id), |link, (name, value)| {
            link.parameter(name, value)
        })
        .build()
}
