//! Attachments, as a browser sends them.
use std::path::{Path, PathBuf};
use tests::{Answer, Caller, process::Installation};

/// A PDF of so many bytes, like no other with another mark.
pub fn pdf(mark: &str, size: usize) -> Vec<u8> {
    let mut bytes = format!("%PDF-1.7\n% {mark}\n").into_bytes();
    bytes.resize(size.max(bytes.len()), b'0');
    bytes
}

/// File it with a client (`/clients/…`).
pub async fn upload(caller: &Caller, client: &str, bytes: &[u8]) -> Answer {
    try_upload(caller, client, bytes).await.expect("an answer")
}

/// The same where no answer may come.
pub async fn try_upload(caller: &Caller, client: &str, bytes: &[u8]) -> Option<Answer> {
    let paper = ("x.pdf", bytes);
    let request = caller.upload(&format!("{client}/attachments"), paper, &[("kind", "QUOTATION")]);
    Some(Answer::of(request.send().await.ok()?).await)
}

/// How many papers a client's file has.
pub async fn count(caller: &Caller, client: &str) -> usize {
    let page = caller.get(&format!("{client}/attachments")).await.expect(200);
    page["items"].as_array().unwrap().len()
}

/// Everything in the file store.
pub fn stored(installation: &Installation) -> Vec<PathBuf> {
    let mut found = vec![];
    walk(&installation.directory().join("files"), &mut found);
    found
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), found);
        } else {
            found.push(entry.path());
        }
    }
}
