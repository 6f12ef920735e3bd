//! The process's secrets: one master key, everything else derived from it, so that stateless
//! processes share sign-ins and cursors by sharing one file.
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// 32 random bytes, kept in a file of their own and never in the database: a stolen dump signs
/// nothing.
#[derive(Clone)]
pub struct Keys {
    master: [u8; 32],
    cursor: [u8; 32],
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    #[must_use]
    pub fn from_master(master: [u8; 32]) -> Self {
        Self { master, cursor: derive(&master, "cursor") }
    }

    /// A key for one purpose.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        derive(&self.master, purpose)
    }

    /// First 16 bytes of HMAC-SHA256 over the context and the data.
    #[must_use]
    pub fn sign_cursor(&self, context: &[u8], data: &[u8]) -> Vec<u8> {
        let mut mac = self.mac(context, data).finalize().into_bytes().to_vec();
        mac.truncate(16);
        mac
    }

    /// Whether a signature is ours, compared in constant time.
    #[must_use]
    pub fn signed_cursor(&self, context: &[u8], data: &[u8], signature: &[u8]) -> bool {
        self.mac(context, data).verify_truncated_left(signature).is_ok()
    }

    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    fn mac(&self, context: &[u8], data: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.cursor).expect("a key of 32 bytes");
        mac.update(&u64::try_from(context.len()).unwrap_or_default().to_be_bytes());
        mac.update(context);
        mac.update(data);
        mac
    }
}

#[expect(clippy::expect_used, reason = "HKDF gives up to 8160 bytes; 32 are asked for")]
fn derive(master: &[u8; 32], purpose: &str) -> [u8; 32] {
    let mut key = [0_u8; 32];
    Hkdf::<Sha256>::new(Some(b"zhidu"), master)
        .expand(purpose.as_bytes(), &mut key)
        .expect("32 bytes");
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_purpose_has_its_own_key_and_a_signature_binds_its_context() {
        let keys = Keys::from_master([7; 32]);
        assert_ne!(keys.derive("jwt"), keys.derive("cursor"));
        let signature = keys.sign_cursor(b"a", b"data");
        assert!(keys.signed_cursor(b"a", b"data", &signature));
        assert!(!keys.signed_cursor(b"b", b"data", &signature));
        assert!(!keys.signed_cursor(b"a", b"datb", &signature));
    }
}
