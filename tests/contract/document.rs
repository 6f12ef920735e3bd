//! Promises about the contract: what the document says of every operation, and that the committed
//! copy is the one this build makes.
use std::{collections::BTreeSet, path::Path};
use tests::{Engine, TestApp, app::send};
use utoipa::openapi::path::Operation;
use zhidu::{application::DOCUMENT, openapi, policy::operations, wiring};

pub fn each(mut check: impl FnMut(&str, &str, &Operation)) {
    for (path, item) in &DOCUMENT.paths.paths {
        for (method, operation) in operations(item) {
            check(method, path, operation);
        }
    }
}

pub fn text(operation: &Operation, name: &str) -> Option<String> {
    let extensions = operation.extensions.as_ref()?;
    extensions.get(name).and_then(|v| v.as_str()).map(str::to_owned)
}

#[test]
fn the_committed_document_is_the_one_this_build_makes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../openapi/openapi.json");
    let committed = std::fs::read_to_string(path).expect("openapi/openapi.json");
    let made = openapi::text(&DOCUMENT).unwrap();
    assert!(committed.trim() == made.trim(), "run `make generate` and commit what changed");
}

#[test]
fn every_operation_declares_a_permission_that_exists() {
    assert_eq!(openapi::undeclared(&DOCUMENT), Vec::<String>::new());
    let known: BTreeSet<&str> =
        wiring::permissions().iter().map(|p| p.code).chain(["public", "signed-in"]).collect();
    each(|method, path, operation| {
        let permission = text(operation, "x-permission").unwrap();
        assert!(known.contains(permission.as_str()), "{method} {path}: {permission}?");
    });
}

#[test]
fn every_permission_opens_something_or_is_named_by_a_rule() {
    let mut used = BTreeSet::new();
    each(|_, _, operation| {
        used.extend(text(operation, "x-permission"));
        let more = operation.extensions.as_ref().and_then(|e| e.get("x-also-needs"));
        used.extend(
            more.into_iter()
                .flat_map(|v| v.as_array())
                .flatten()
                .filter_map(|v| v.as_str())
                .map(str::to_owned),
        );
    });
    let unused: Vec<_> =
        wiring::permissions().iter().map(|p| p.code).filter(|code| !used.contains(*code)).collect();
    assert!(unused.is_empty(), "no operation needs {unused:?} (x-permission or x-also-needs)");
}

/// What the application says would close an obligation is something that can be done.
#[test]
fn every_obligation_is_closed_by_operations_and_asks_for_permissions_that_exist() {
    let mut operations = BTreeSet::new();
    each(|_, _, operation| operations.extend(operation.operation_id.clone()));
    let permissions: BTreeSet<_> = wiring::permissions().iter().map(|it| it.code).collect();
    for kind in wiring::sources().iter().flat_map(|source| source.kinds()) {
        assert!(!kind.closed_by.is_empty(), "{}", kind.code);
        for id in kind.closed_by {
            assert!(operations.contains(*id), "{}: {id}", kind.code);
        }
        for right in kind.pool.iter().chain(&kind.needs) {
            assert!(permissions.contains(right), "{}: {right}", kind.code);
        }
    }
}

#[test]
fn every_operation_is_named_described_and_tagged() {
    let mut ids = BTreeSet::new();
    each(|method, path, operation| {
        let at = format!("{method} {path}");
        let id = operation.operation_id.clone().unwrap_or_default();
        assert!(id.contains('_') && id.is_ascii(), "{at}: operationId {id:?}");
        assert!(ids.insert(id.clone()), "{at}: {id} twice");
        let summary = operation.summary.as_deref().unwrap_or_default();
        assert!(!summary.is_empty() && !summary.contains('\n'), "{at}: summary");
        assert!(
            operation.description.as_deref().is_some_and(|d| !d.is_empty()),
            "{at}: description"
        );
        assert_eq!(operation.tags.as_ref().map(Vec::len), Some(1), "{at}: one tag");
    });
    assert!(ids.len() > 20);
}

#[test]
fn every_operation_documents_its_refusals_and_every_answer_is_described() {
    let json = serde_json::to_value(&*DOCUMENT).unwrap();
    each(|method, path, _| {
        let operation = &json["paths"][path][method.to_lowercase()];
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.keys().any(|s| s.starts_with('2')), "{method} {path}: no success");
        assert!(responses.keys().any(|s| s.starts_with('4')), "{method} {path}: no refusal");
        for (status, response) in responses {
            let described = response.get("$ref").is_some()
                || response["description"].as_str().is_some_and(|d| !d.is_empty());
            assert!(described, "{method} {path} {status}: no description");
        }
    });
}

/// Create → read, change, act: what follows the document reaches real records.
#[test]
fn links_lead_to_operations_and_name_all_they_need() {
    let json = serde_json::to_value(&*DOCUMENT).unwrap();
    let mut operations_by_id = std::collections::BTreeMap::new();
    each(|method, path, operation| {
        let id = operation.operation_id.clone().unwrap();
        operations_by_id.insert(id, (method.to_lowercase(), path.to_owned()));
    });
    let mut links = 0;
    each(|method, path, _| {
        let responses =
            json["paths"][path][method.to_lowercase()]["responses"].as_object().unwrap();
        for link in responses.values().filter_map(|r| r["links"].as_object()).flatten() {
            let id = link.1["operationId"].as_str().unwrap();
            let (_, target) = operations_by_id.get(id).unwrap_or_else(|| panic!("{id}?"));
            for part in target.split('/').filter_map(|p| p.strip_prefix('{')?.strip_suffix('}')) {
                assert!(link.1["parameters"][part].is_string(), "{path} → {id}: {part}");
            }
            links += 1;
        }
    });
    assert!(links > 50, "{links}");
}

/// An `allOf` with a closed part forbids the fields of the others.
#[test]
fn no_schema_forbids_its_own_fields() {
    let json = serde_json::to_value(&*DOCUMENT).unwrap();
    let schemas = json["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas {
        for part in schema["allOf"].as_array().into_iter().flatten() {
            let named = part["$ref"].as_str().and_then(|at| schemas.get(at.rsplit('/').next()?));
            let part = named.unwrap_or(part);
            assert_ne!(part["additionalProperties"], serde_json::json!(false), "{name}");
        }
    }
    let client = schemas["Client"]["properties"].as_object().unwrap();
    assert!(client.contains_key("name") && client.contains_key("allowed_actions"));
}

#[test]
fn addresses_are_plural_kebab_case_nouns_and_actions_are_verbs() {
    each(|method, path, _| {
        for part in path.trim_start_matches("/api/v1").split('/').filter(|p| !p.is_empty()) {
            let plain = part.starts_with('{')
                || part.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit());
            assert!(plain, "{method} {path}: {part}");
        }
    });
}

#[test]
fn every_clause_that_an_operation_names_is_a_rule_and_live() {
    each(|method, path, operation| {
        let clauses = operation.extensions.as_ref().and_then(|e| e.get("x-clauses"));
        for clause in clauses.and_then(|c| c.as_array()).into_iter().flatten() {
            let id = clause.as_str().unwrap();
            assert!(
                handbook::clause_title(id, kernel::lang::Lang::ZhCn).is_some(),
                "{method} {path}: {id} is no rule"
            );
            let live = handbook::rules::live(id).is_some();
            assert!(live, "{method} {path}: {id} is not marked live");
        }
    });
}

/// What the handbook's page says a rule is kept by, and what the operations say of themselves.
#[test]
fn rules_and_the_operations_that_keep_them_name_each_other() {
    let (mut claimed, mut kept, mut known) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    each(|_, _, operation| {
        let id = operation.operation_id.clone().unwrap();
        let clauses = operation.extensions.as_ref().and_then(|e| e.get("x-clauses"));
        for clause in clauses.and_then(|c| c.as_array()).into_iter().flatten() {
            kept.insert((clause.as_str().unwrap().to_owned(), id.clone()));
        }
        known.insert(id);
    });
    for rule in handbook::rules::all() {
        for id in handbook::rules::live(rule.id).into_iter().flat_map(|live| &live.operations) {
            assert!(known.contains(*id), "{}: no operation {id}", rule.id);
            claimed.insert((rule.id.to_owned(), (*id).to_owned()));
        }
    }
    let claims: Vec<_> = claimed.difference(&kept).collect();
    assert!(claims.is_empty(), "in live.json and not in x-clauses: {claims:?}");
    let silent: Vec<_> = kept.difference(&claimed).collect();
    assert!(silent.is_empty(), "in x-clauses and not in live.json: {silent:?}");
}

#[test]
fn every_code_reads_in_three_languages() {
    for code in wiring::codes() {
        for lang in [kernel::lang::Lang::ZhCn, kernel::lang::Lang::ZhTw, kernel::lang::Lang::En] {
            assert!(!code.text.in_lang(lang).trim().is_empty(), "{} in {}", code.name, lang.tag());
        }
        assert!((400..=599).contains(&code.status), "{}", code.name);
    }
}

/// The page needs nothing from outside, and shows the contract of this very build.
#[actix_web::test]
async fn the_reference_page_shows_the_document_of_this_build() {
    let app = TestApp::start(Engine::Sqlite).await;
    let nobody = app.anonymous();
    let served = send(nobody.root("/api/openapi.json")).await.expect(200);
    assert_eq!(served, serde_json::to_value(&*DOCUMENT).unwrap());
    let page = send(nobody.root("/api/docs/")).await.expect_text(200).to_owned();
    assert!(page.contains("swagger-ui-bundle.js"), "{page}");
    assert!(!page.contains("http://") && !page.contains("https://"), "{page}");
    let start = send(nobody.root("/api/docs/start.js")).await;
    assert!(start.expect_text(200).contains("'/api/openapi.json'"), "{}", start.text);
    let bundle = send(nobody.root("/api/docs/swagger-ui-bundle.js")).await;
    assert!(bundle.expect_text(200).contains("SwaggerUIBundle"));
    let _ = send(nobody.root("/api/docs/other.js")).await.expect_text(404);
}
