//! The refusals that operations share: one for each status, with the codes that travel with it.
use kernel::{code::Code, http::problem, http::problem::Problem, lang::Lang};
use std::collections::BTreeSet;
use utoipa::openapi::{
    Components, Content, Ref, RefOr, Response, ResponseBuilder, content::ContentBuilder,
    path::Operation,
};

const PROBLEMS: &[(&str, &str)] = &[
    ("400", "The request cannot be read, or a query parameter is unknown or wrong."),
    ("401", "No credential, or one that does not hold."),
    ("403", "The permission is missing."),
    ("404", "Absent, or outside the caller's scope or clearance: the two look alike."),
    ("409", "The state, a rule of the handbook or existing data refuses."),
    ("410", "Its contents were destroyed; what is known about it remains."),
    ("412", "Changed since it was read; `current_version` is the version to look at."),
    ("413", "Too large."),
    ("415", "Another content type is needed."),
    ("422", "Fields are not valid: `errors` points at each."),
    ("428", "`If-Match` is missing."),
    ("429", "Too many requests; see `Retry-After`."),
    ("500", "A fault of the service; the log knows it by `request_id`."),
    ("503", "Overloaded, starting or stopping; see `Retry-After`."),
    ("507", "The storage is full; nothing was saved."),
];

/// One answer for each status.
pub fn add(components: &mut Components) {
    for (status, description) in PROBLEMS {
        components.responses.insert(format!("Problem{status}"), answer(status, description));
    }
}

/// An example for the refusals that an operation describes itself, by the code that it names first.
pub fn shown(operation: &mut Operation) {
    for response in operation.responses.responses.values_mut() {
        let RefOr::T(response) = response else { continue };
        let Some(RefOr::T(content)) = response.content.get_mut(problem::MEDIA_TYPE) else {
            continue;
        };
        let named = response.description.split('`').nth(1).unwrap_or_default();
        let code = crate::wiring::codes().into_iter().find(|code| code.name == named);
        content.example = code.and_then(|code| serde_json::to_value(example(code)).ok());
    }
}

fn answer(status: &str, description: &str) -> RefOr<Response> {
    let codes = codes(status);
    let names: Vec<_> = codes.iter().map(|code| format!("`{}`", code.name)).collect();
    let mut content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem")));
    if let Some(code) = codes.first() {
        content = content.example(serde_json::to_value(example(*code)).ok());
    }
    let content: Content = content.build();
    ResponseBuilder::new()
        .description(format!("{description} Codes: {}.", names.join(", ")))
        .content(problem::MEDIA_TYPE, content)
        .build()
        .into()
}

/// Every code of a status, the kernel's own first; those of single fields stand in `errors`.
fn codes(status: &str) -> Vec<Code> {
    let of_fields: BTreeSet<_> = kernel::code::field::CODES.iter().map(|code| code.name).collect();
    let mut seen = BTreeSet::new();
    let all = crate::wiring::codes().into_iter();
    all.filter(|code| code.status.to_string() == status && !of_fields.contains(code.name))
        .filter(|code| seen.insert(code.name))
        .collect()
}

fn example(code: Code) -> Problem {
    let figures = [("name", "tear"), ("permission", "client.read"), ("limit", "1 MiB")];
    let more = [("current_version", "2"), ("seconds", "2"), ("date", "2026-12-31")];
    let said: Vec<_> = figures
        .into_iter()
        .chain(more)
        .filter(|(name, _)| code.text.zh.contains(&format!("{{{name}}}")))
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    let detail = code.say(Lang::default(), &said);
    let mut problem =
        Problem::of(code, Lang::default(), detail, "01937f6e-8f00-7000-8000-00000000abcd");
    problem.params_from(&said);
    if code == kernel::code::VALIDATION_FAILED {
        let field = problem::FieldProblem::new("/name", kernel::code::field::REQUIRED);
        problem.errors.push(field.in_lang(Lang::default()));
    }
    problem
}
