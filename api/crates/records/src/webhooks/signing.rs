//! Signatures by the Standard Webhooks scheme. A secret is derived from the master key, the webhook and
//! its generation: nothing of it is kept, in the database or elsewhere.
use super::entity;
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Duration, Utc};
use hmac::{Hmac, KeyInit, Mac};
use kernel::keys::Keys;
use sha2::Sha256;
use uuid::Uuid;

/// How long the secret before the last rotation signs as well.
pub const OVERLAP: Duration = Duration::hours(24);

fn key(keys: &Keys, id: Uuid, generation: i32) -> [u8; 32] {
    keys.derive(&format!("webhook:{id}:{generation}"))
}

/// The secret as its receiver keeps it.
#[must_use]
pub fn secret(keys: &Keys, id: Uuid, generation: i32) -> String {
    format!("whsec_{}", STANDARD.encode(key(keys, id, generation)))
}

/// Until when the secret before this one signs as well.
#[must_use]
pub fn previous_until(row: &entity::Model, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let until = row.rotated_at? + OVERLAP;
    (row.generation > 1 && now < until).then_some(until)
}

/// `v1,…` for each secret in force, the newest first.
#[must_use]
pub fn signatures(
    keys: &Keys,
    row: &entity::Model,
    now: DateTime<Utc>,
    message: (Uuid, i64, &[u8]),
) -> String {
    let previous = previous_until(row, now).map(|_| row.generation - 1);
    let (id, timestamp, body) = message;
    let id = id.to_string();
    [Some(row.generation), previous]
        .into_iter()
        .flatten()
        .map(|generation| signature(&key(keys, row.id, generation), &id, timestamp, body))
        .collect::<Vec<_>>()
        .join(" ")
}

#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
fn signature(key: &[u8], id: &str, timestamp: i64, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(format!("{id}.{timestamp}.").as_bytes());
    mac.update(body);
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the libraries of the standard have it.
    #[test]
    fn a_signature_is_the_standards() {
        let key = STANDARD.decode("C2FVsBQIhrscChlQIMV+b5sSYspob7oD").unwrap();
        let body = br#"{"email":"test@example.com","username":"test_user"}"#;
        let signed = signature(&key, "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553, body);
        assert_eq!(signed, "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=");
    }

    #[test]
    fn every_webhook_and_generation_has_a_secret_of_its_own() {
        let keys = Keys::from_master([7; 32]);
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let first = secret(&keys, one, 1);
        assert_eq!(first, secret(&keys, one, 1));
        assert_ne!(first, secret(&keys, one, 2));
        assert_ne!(first, secret(&keys, other, 1));
        assert_eq!(STANDARD.decode(first.strip_prefix("whsec_").unwrap()).unwrap().len(), 32);
    }
}
