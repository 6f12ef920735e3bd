//! Promises about the code base itself.
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Who may depend on whom. Adding a line here is a decision; explain it in the commit.
const ALLOWED: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("identity", &["kernel"]),
    ("handbook", &["kernel", "identity"]),
    ("approvals", &["kernel", "identity", "handbook"]),
    ("clients", &["kernel", "identity", "handbook", "approvals"]),
    ("records", &["kernel", "identity"]),
    ("migrations", &[]),
    ("zhidu", &["kernel", "identity", "handbook", "approvals", "clients", "records", "migrations"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn crates_depend_only_on_those_below_them() {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let ours: BTreeSet<&str> = ALLOWED.iter().map(|(name, _)| *name).collect();
    let mut seen = 0;
    for package in metadata["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
            assert_eq!(name, "tests", "a crate without a place in the list");
            continue;
        };
        seen += 1;
        for dependency in package["dependencies"].as_array().unwrap() {
            let dependency = dependency["name"].as_str().unwrap();
            assert!(
                !ours.contains(dependency) || allowed.contains(&dependency),
                "`{name}` must not depend on `{dependency}`"
            );
        }
    }
    assert_eq!(seen, ALLOWED.len());
}

/// Every file below `folder` whose name ends so.
fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() && !matches!(name.as_str(), "target" | "node_modules" | ".git" | "data") {
            files(&path, ending, found);
        } else if name.ends_with(ending) {
            found.push(path);
        }
    }
}

/// The code of a file without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

#[test]
fn rules_neither_wait_nor_talk() {
    let mut found = vec![];
    files(&root().join("api/crates"), "rules.rs", &mut found);
    assert!(!found.is_empty());
    for file in found {
        let text = code(&file);
        for word in ["async ", "ConnectionTrait", "actix", "tokio", "Utc::now", "store::lock"] {
            assert!(!text.contains(word), "{} contains `{word}`", file.display());
        }
    }
}

#[test]
fn use_cases_open_no_transaction_of_their_own() {
    let mut found = vec![];
    files(&root().join("api/crates"), ".rs", &mut found);
    let outside: Vec<_> = found
        .into_iter()
        .filter(|file| !file.components().any(|c| c.as_os_str() == "kernel"))
        .filter(|file| code(file).contains(".db.begin()"))
        .collect();
    assert!(outside.is_empty(), "a write without its audit trail: {outside:?}");
}

#[test]
fn no_file_is_longer_than_a_person_reads_at_once() {
    let mut found = vec![];
    for folder in ["api/src", "api/crates", "migrations/src", "tests"] {
        files(&root().join(folder), ".rs", &mut found);
    }
    let long: Vec<_> = found
        .iter()
        .map(|file| (fs::read_to_string(file).unwrap().lines().count(), file))
        .filter(|(lines, _)| *lines > 450)
        .collect();
    assert!(long.is_empty(), "split by what they do: {long:?}");
}
