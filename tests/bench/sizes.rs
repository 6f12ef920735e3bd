//! Sizes: the binary, and what a browser loads first.
use crate::report::{Bar, Figure};
use crate::service::size_of;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Bars of the design: KiB.
const BINARY: u64 = 40 * 1024;
const ENTRY: u64 = 210;
const LIST: u64 = 360;
/// What the list's page needs besides the entry: frame, page, texts.
const LIST_PAGE: [&str; 3] =
    ["routes/_app.tsx", "routes/_app/clients/index.tsx", "locales/zh-CN/clients.json"];

pub fn figures(binary: &Path, dist: &Path) -> Result<Vec<Figure>> {
    let one = |case: &str, bar: u64, kib: u64| {
        Figure::of(("", 0), case, "KiB", Bar::AtMost(bar), vec![(kib, None)])
    };
    let mut figures = vec![one("release binary", BINARY, size_of(binary)? / 1024)];
    let manifest = dist.join(".vite/manifest.json");
    let text = std::fs::read_to_string(&manifest)
        .with_context(|| format!("{}: build the frontend first", manifest.display()))?;
    let manifest: Value = serde_json::from_str(&text)?;
    let chunks = manifest.as_object().context("the manifest is no object")?;
    let is_entry = |chunk: &Value| chunk.get("isEntry") == Some(&Value::Bool(true));
    let entry = chunks.iter().find(|(_, chunk)| is_entry(chunk)).context("no entry")?.0;
    let mut files = BTreeSet::new();
    collect(&manifest, entry, &mut files);
    figures.push(one("entry script, gzipped", ENTRY, gzipped_kib(dist, &files)?));
    for part in LIST_PAGE {
        let chunk = chunks.keys().find(|name| name.contains(part));
        collect(&manifest, chunk.with_context(|| format!("no chunk of {part}"))?, &mut files);
    }
    figures.push(one("first list page in all, gzipped", LIST, gzipped_kib(dist, &files)?));
    Ok(figures)
}

/// A chunk's script and styles, and those of all that it imports statically.
fn collect(manifest: &Value, name: &str, files: &mut BTreeSet<String>) {
    let Some(chunk) = manifest.get(name) else { return };
    let Some(file) = chunk.get("file").and_then(Value::as_str) else { return };
    if !files.insert(file.to_owned()) {
        return;
    }
    let list = |key: &str| chunk.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    files.extend(list("css").iter().filter_map(Value::as_str).map(str::to_owned));
    for import in list("imports") {
        collect(manifest, import.as_str().unwrap_or_default(), files);
    }
}

fn gzipped_kib(dist: &Path, files: &BTreeSet<String>) -> Result<u64> {
    let mut bytes = 0_usize;
    for file in files {
        let done = Command::new("gzip").arg("-9c").arg(dist.join(file)).output()?;
        ensure!(done.status.success(), "gzip {file}: {}", String::from_utf8_lossy(&done.stderr));
        bytes += done.stdout.len();
    }
    Ok(u64::try_from(bytes)? / 1024)
}
