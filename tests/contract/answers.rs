//! Promises about bodies and answers in the document: examples, headers, codes, titles.
use crate::document::{each, text};
use std::collections::BTreeSet;
use zhidu::{application::DOCUMENT, wiring};

#[test]
fn every_request_body_shows_an_example() {
    let json = serde_json::to_value(&*DOCUMENT).unwrap();
    let mut bodies = 0;
    each(|method, path, _| {
        let body = &json["paths"][path][method.to_lowercase()]["requestBody"]["content"];
        for (kind, content) in body.as_object().into_iter().flatten() {
            let example = content["example"].as_object();
            assert!(example.is_some(), "{method} {path} {kind}: no example");
            bodies += 1;
        }
    });
    assert!(bodies > 60, "{bodies}");
}

/// Each refusal that is documented leads to a description that names its codes, with an example; and
/// each code stands with its status.
#[test]
fn every_refusal_names_its_codes_and_shows_one() {
    let json = serde_json::to_value(&*DOCUMENT).unwrap();
    let fields: BTreeSet<_> = kernel::code::field::CODES.iter().map(|code| code.name).collect();
    each(|method, path, _| {
        let responses = json["paths"][path][method.to_lowercase()]["responses"].as_object();
        for (status, response) in responses.unwrap().iter().filter(|(s, _)| s.as_str() >= "400") {
            // Shared, or the operation's own with an example of a code that it names.
            let shared = response["$ref"] == format!("#/components/responses/Problem{status}");
            let example = &response["content"]["application/problem+json"]["example"];
            let code = example["code"].as_str().unwrap_or("?");
            let described = response["description"].as_str().unwrap_or_default();
            assert!(shared || described.contains(code), "{method} {path} {status}");
        }
    });
    for (name, response) in json["components"]["responses"].as_object().unwrap() {
        let status: u16 = name.trim_start_matches("Problem").parse().unwrap();
        let described = response["description"].as_str().unwrap();
        let example = &response["content"]["application/problem+json"]["example"];
        assert_eq!(example["status"], status, "{name}: {example}");
        assert!(described.contains(&format!("`{}`", example["code"].as_str().unwrap())), "{name}");
    }
    // 405 belongs to no operation.
    for code in wiring::codes().iter().filter(|c| !fields.contains(c.name) && c.status != 405) {
        let response = &json["components"]["responses"][format!("Problem{}", code.status)];
        let described = response["description"].as_str().unwrap_or_default();
        assert!(described.contains(&format!("`{}`", code.name)), "{}: {described}", code.name);
    }
}

#[test]
fn every_answer_says_which_headers_it_has() {
    let json = serde_json::to_value(&*DOCUMENT).unwrap();
    each(|method, path, operation| {
        let documented = &json["paths"][path][method.to_lowercase()];
        let public = text(operation, "x-permission").as_deref() == Some("public");
        let parameters = documented["parameters"].as_array().into_iter().flatten();
        let paged = parameters.into_iter().any(|it| it["name"] == "cursor");
        for (status, response) in documented["responses"].as_object().unwrap() {
            if !status.starts_with('2') {
                continue;
            }
            for (name, expected) in [
                ("RateLimit", true),
                ("RateLimit-Policy", true),
                ("Idempotent-Replayed", method == "POST" && !public),
                ("Location", status == "201"),
                ("Link", paged),
            ] {
                let there = response["headers"].get(name).is_some();
                assert_eq!(there, expected, "{method} {path} {status}: {name}");
            }
        }
    });
}

/// RFC 9457: a title does not change from occurrence to occurrence, but for its language.
#[test]
fn a_title_is_the_same_for_every_occurrence_of_its_code() {
    for code in wiring::codes() {
        let figures: Vec<&'static str> =
            code.text.zh.split('{').skip(1).filter_map(|it| Some(it.split_once('}')?.0)).collect();
        for lang in [kernel::lang::Lang::ZhCn, kernel::lang::Lang::ZhTw, kernel::lang::Lang::En] {
            let occurred = |figure: &str| {
                let params = figures.iter().map(|name| (*name, figure.to_owned())).collect();
                kernel::error::ApiError::from(code.with(params)).problem(lang, "")
            };
            let (one, other) = (occurred("17"), occurred("42"));
            assert_eq!(one.title, other.title, "{} in {}", code.name, lang.tag());
            assert_eq!(one.detail == other.detail, figures.is_empty(), "{}", code.name);
            let plain = !one.title.trim().is_empty() && !one.title.contains(['{', '}']);
            assert!(plain && !one.title.contains("17"), "{}: {}", code.name, one.title);
        }
    }
}
