//! The signed list of a pack, and its proof. The key is derived from the installation's master key; its
//! public half is known beforehand (`zhidu evidence key`), so that a pack cannot vouch for itself.
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use kernel::error::Fault;
use kernel::keys::Keys;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};

pub const MANIFEST: &str = "manifest.json";
pub const SIGNATURE: &str = "manifest.sig";
/// Unpacked; a pack holds at most so much of what can be read at once.
const LARGEST: u64 = 512 * 1024 * 1024;

/// What a pack is of, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub company: String,
    pub from: String,
    pub to: String,
    pub department_id: Option<String>,
    pub made_at: String,
    pub made_by: String,
    /// The head of the audit trail when it was made: `zhidu audit verify --anchor` proves it later.
    pub audit_sequence: i64,
    pub audit_hash: String,
    /// Tables left out because whoever made it may not read them.
    pub left_out: Vec<String>,
    pub parts: Vec<Part>,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub file: String,
    pub lines: u64,
    pub sha256: String,
}

#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

fn signing(keys: &Keys) -> SigningKey {
    SigningKey::from_bytes(&keys.derive("evidence"))
}

/// 64 hexadecimal digits, to be kept where the packs are judged.
#[must_use]
pub fn public_key(keys: &Keys) -> String {
    hex::encode(signing(keys).verifying_key().to_bytes())
}

#[must_use]
pub fn sign(keys: &Keys, manifest: &[u8]) -> String {
    hex::encode(signing(keys).sign(manifest).to_bytes())
}

/// What a proof found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub manifest: Manifest,
    /// Signed by the key that was named.
    pub signed: bool,
    /// Files that are not as listed, not there, or not listed.
    pub wrong: Vec<String>,
}

impl Verdict {
    #[must_use]
    pub fn holds(&self) -> bool {
        self.signed && self.wrong.is_empty()
    }
}

/// Prove a pack against a public key.
///
/// # Errors
/// When it is no pack at all.
pub fn verify(pack: &[u8], public_key: &str) -> Result<Verdict, Fault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(pack)).map_err(|e| fault(&e))?;
    let list = file(&mut archive, MANIFEST)?;
    let signature = file(&mut archive, SIGNATURE)?;
    let manifest: Manifest = serde_json::from_slice(&list).map_err(|e| fault(&e))?;
    let mut wrong = vec![];
    for part in &manifest.parts {
        let found = file(&mut archive, &part.file).ok();
        if found.is_none_or(|bytes| digest(&bytes) != part.sha256) {
            wrong.push(part.file.clone());
        }
    }
    let listed = |name: &str| {
        [MANIFEST, SIGNATURE].contains(&name) || manifest.parts.iter().any(|part| part.file == name)
    };
    let names = archive.file_names().map(|name| name.map(std::borrow::Cow::into_owned));
    let names: Vec<_> = names.collect::<Result<_, _>>().map_err(|e| fault(&e))?;
    let known = names.len();
    wrong.extend(names.into_iter().filter(|name| !listed(name)));
    // Two files of one name: each program shows the one it finds.
    if entries(pack) != Some(known) {
        wrong.push("the archive itself".to_owned());
    }
    let signed = is_signed(&list, &signature, public_key).unwrap_or(false);
    Ok(Verdict { manifest, signed, wrong })
}

/// How many files an archive says that it holds; ours end with that, without a comment.
fn entries(pack: &[u8]) -> Option<usize> {
    let end = pack.get(pack.len().checked_sub(22)?..)?;
    let counted: [u8; 2] = end.get(10..12)?.try_into().ok()?;
    end.starts_with(b"PK\x05\x06").then(|| usize::from(u16::from_le_bytes(counted)))
}

fn is_signed(list: &[u8], signature: &[u8], public_key: &str) -> Option<bool> {
    let key: [u8; 32] = hex::decode(public_key.trim()).ok()?.try_into().ok()?;
    let key = VerifyingKey::from_bytes(&key).ok()?;
    let text = std::str::from_utf8(signature).ok()?.trim();
    let signature: [u8; 64] = hex::decode(text).ok()?.try_into().ok()?;
    Some(key.verify_strict(list, &Signature::from_bytes(&signature)).is_ok())
}

fn file(archive: &mut zip::ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Vec<u8>, Fault> {
    let found = archive.by_name(name).map_err(|e| Fault(format!("{name}: {e}")))?;
    let mut bytes = vec![];
    found.take(LARGEST).read_to_end(&mut bytes).map_err(|e| fault(&e))?;
    Ok(bytes)
}

fn fault(error: &dyn std::fmt::Display) -> Fault {
    Fault(format!("no pack of evidence: {error}"))
}
