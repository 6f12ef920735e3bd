//! What people are told of is called something in the application, in every language.
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn words(language: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/src/shared/i18n/locales");
    let text = fs::read_to_string(root.join(language).join("shell.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    let kinds = all["notice"]["kind"].as_object().unwrap().iter();
    let named = |(area, words): (&String, &Value)| {
        let words: Vec<_> =
            words.as_object().unwrap().keys().map(|it| format!("{area}.{it}")).collect();
        words
    };
    kinds.flat_map(named).collect()
}

#[test]
fn every_kind_of_notice_has_words_and_no_words_are_without_one() {
    let sent: BTreeSet<_> = zhidu::wiring::notices().iter().map(|it| it.code.to_owned()).collect();
    assert_eq!(sent.len(), zhidu::wiring::notices().len(), "each once");
    for language in ["zh-CN", "zh-TW", "en"] {
        assert_eq!(words(language), sent, "{language}");
    }
}
