//! Random secrets and their digests. Secrets have 256 bits of their own, so a plain hash is enough.
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// 32 random bytes as 43 characters.
#[must_use]
pub fn fresh() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

#[must_use]
pub fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// The digest as it is stored.
#[must_use]
pub fn hash(secret: &str) -> String {
    hex::encode(digest(secret))
}

/// The one secret that follows another; without the key nobody can tell which.
#[must_use]
#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
pub fn successor(key: &[u8; 32], secret: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of 32 bytes");
    mac.update(secret.as_bytes());
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

/// Letters and digits that nobody confuses when reading aloud: 32 of them, 5 bits each.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A password to be told: four groups of four, 80 bits.
#[must_use]
pub fn readable() -> String {
    let letters: Vec<char> = rand::random::<[u8; 16]>()
        .iter()
        .filter_map(|byte| ALPHABET.get(usize::from(byte % 32)).map(|&letter| char::from(letter)))
        .collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_readable_password_has_four_groups_and_no_doubtful_letters() {
        let password = readable();
        assert_eq!(password.len(), 19, "{password}");
        assert_eq!(password.matches('-').count(), 3);
        assert!(!password.contains(['0', '1', 'l', 'o']));
        assert_ne!(password, readable());
    }

    #[test]
    fn a_successor_depends_on_the_key_and_on_its_predecessor() {
        let first = fresh();
        assert_eq!(first.len(), 43);
        assert_ne!(first, fresh());
        assert_eq!(successor(&[1; 32], &first), successor(&[1; 32], &first));
        assert_ne!(successor(&[1; 32], &first), successor(&[2; 32], &first));
        assert_ne!(successor(&[1; 32], &first), successor(&[1; 32], &fresh()));
    }
}
