//! The files of a pack put into one archive, with their signed list.
use super::manifest::{MANIFEST, Manifest, Part, SIGNATURE, digest, sign};
use kernel::error::Fault;
use kernel::keys::Keys;
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// One file of a pack.
pub struct File {
    pub name: String,
    pub lines: u64,
    pub bytes: Vec<u8>,
}

/// Takes time in proportion to the size: keep it off the async threads.
pub fn sealed(keys: &Keys, mut manifest: Manifest, files: &[File]) -> Result<Vec<u8>, Fault> {
    let part = |file: &File| Part {
        file: file.name.clone(),
        lines: file.lines,
        sha256: digest(&file.bytes),
    };
    manifest.parts = files.iter().map(part).collect();
    let list = serde_json::to_vec_pretty(&manifest).map_err(|e| fault(&e))?;
    let signature = sign(keys, &list);
    let mut archive = ZipWriter::new(Cursor::new(vec![]));
    let own = [(MANIFEST, list.as_slice()), (SIGNATURE, signature.as_bytes())];
    let parts = files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    for (name, bytes) in own.into_iter().chain(parts) {
        archive.start_file(name, SimpleFileOptions::default()).map_err(|e| fault(&e))?;
        archive.write_all(bytes).map_err(|e| fault(&e))?;
    }
    Ok(archive.finish().map_err(|e| fault(&e))?.into_inner())
}

fn fault(error: &dyn std::fmt::Display) -> Fault {
    Fault(format!("packing evidence: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{public_key, verify};

    fn keys() -> Keys {
        Keys::from_master([7; 32])
    }

    fn manifest() -> Manifest {
        Manifest {
            company: "成都蜀新贸易有限公司".to_owned(),
            from: "2026-10-01".to_owned(),
            to: "2026-12-31".to_owned(),
            department_id: None,
            made_at: "2027-01-04T01:00:00Z".to_owned(),
            made_by: "叶正清".to_owned(),
            audit_sequence: 42,
            audit_hash: "ab".repeat(32),
            left_out: vec![],
            parts: vec![],
        }
    }

    fn files() -> Vec<File> {
        let file = |name: &str, text: &str| File {
            name: name.to_owned(),
            lines: 1,
            bytes: text.as_bytes().to_vec(),
        };
        vec![file("exceptions.csv", "理由\n客户停产\n"), file("README.txt", "x")]
    }

    /// The same archive with one file replaced, or one more.
    fn with(pack: &[u8], name: &str, bytes: &[u8]) -> Vec<u8> {
        let mut from = zip::ZipArchive::new(Cursor::new(pack)).unwrap();
        let names: Vec<_> = from.file_names().map(|name| name.unwrap().into_owned()).collect();
        let mut to = ZipWriter::new(Cursor::new(vec![]));
        for it in names.iter().filter(|it| *it != name) {
            to.raw_copy_file(from.by_name(it).unwrap()).unwrap();
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(bytes).unwrap();
        to.finish().unwrap().into_inner()
    }

    #[test]
    fn a_pack_proves_itself_by_the_key_that_is_known_beforehand() {
        let pack = sealed(&keys(), manifest(), &files()).unwrap();
        let verdict = verify(&pack, &public_key(&keys())).unwrap();
        assert!(verdict.holds(), "{verdict:?}");
        assert_eq!(verdict.manifest.parts.len(), 2);
        let other = public_key(&Keys::from_master([8; 32]));
        assert!(!verify(&pack, &other).unwrap().signed, "by another installation");
        assert!(!verify(&pack, "no key").unwrap().signed);
    }

    #[test]
    fn whatever_is_changed_is_named() {
        let pack = sealed(&keys(), manifest(), &files()).unwrap();
        let key = public_key(&keys());
        let wrong = |pack: &[u8]| verify(pack, &key).unwrap();
        assert_eq!(wrong(&with(&pack, "exceptions.csv", b"x")).wrong, ["exceptions.csv"]);
        assert_eq!(wrong(&with(&pack, "more.csv", b"x")).wrong, ["more.csv"], "one more");
        // A second file of the same name, which a library may pass over and another program show.
        let mut twice = with(&pack, "exceptionz.csv", b"forged");
        while let Some(at) = twice.windows(14).position(|it| it == b"exceptionz.csv") {
            twice[at..at + 14].copy_from_slice(b"exceptions.csv");
        }
        assert!(!wrong(&twice).holds(), "{:?}", wrong(&twice).wrong);
        let mut changed = wrong(&pack).manifest;
        changed.made_by = "别人".to_owned();
        let list = serde_json::to_vec_pretty(&changed).unwrap();
        assert!(!wrong(&with(&pack, MANIFEST, &list)).signed);
        assert!(verify(b"no archive", &key).is_err());
        assert!(verify(&with(&pack, MANIFEST, b"{}"), &key).is_err());
    }
}
