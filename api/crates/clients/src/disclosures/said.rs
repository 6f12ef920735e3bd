//! What of a disclosure is approved and written into the trail: everything that it says, of the files
//! their numbers, and of who consented a seal. Both outlive the files (A-BOR-06), so nothing that stands
//! in one is in here; the seal proves the name to whoever holds the record and tells it to nobody else.
use super::entity::Model;
use super::named::entity::Model as Named;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

#[must_use]
pub fn content(row: &Model, named: &[Named]) -> Map<String, Value> {
    let sections: Value = serde_json::from_str(&row.sections).unwrap_or_default();
    let content = json!({
        "number": row.number, "recipient_kind": row.recipient_kind, "recipient": row.recipient,
        "purpose": row.purpose, "ground": row.ground, "legal_basis": row.legal_basis,
        "sections": sections, "provision_form": row.form,
        "files": named.iter().map(file).collect::<Vec<_>>(),
    });
    content.as_object().cloned().unwrap_or_default()
}

fn file(named: &Named) -> Value {
    json!({
        "number": named.client_number, "consent_on": named.given_on,
        "consent_paper": named.attachment_id, "consent_seal": seal(named),
    })
}

/// SHA-256 in hex over a salt and who consented; the salt goes with the file.
fn seal(named: &Named) -> Option<String> {
    let given_by = named.given_by.as_ref()?;
    Some(hex::encode(Sha256::digest(format!("{}\n{given_by}", named.salt))))
}
