//! Access tokens: JWT with Ed25519. Algorithm, key id, issuer and audience are pinned, and time is
//! the injected clock's, not the library's.
use chrono::{DateTime, Utc};
use ed25519_dalek::SigningKey;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use kernel::error::{ApiResult, Fault};
use kernel::ids::PersonId;
use kernel::keys::Keys;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const ISSUER: &str = "zhidu";
const AUDIENCE: &str = "zhidu-api";
/// Clocks of two machines may differ by this much, in seconds.
const LEEWAY: i64 = 5;
/// PKCS#8 version 1 around the 32 bytes of an Ed25519 seed (RFC 8410).
const PKCS8: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/// Every claim is required.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    aud: String,
    pub exp: i64,
    nbf: i64,
    iat: i64,
    /// The person.
    pub sub: PersonId,
    /// The session; a token ends with it.
    pub jti: Uuid,
}

impl Claims {
    /// Within its time, leeway included.
    #[must_use]
    pub fn timely(&self, now: DateTime<Utc>) -> bool {
        let now = now.timestamp();
        self.nbf <= now.saturating_add(LEEWAY) && now < self.exp.saturating_add(LEEWAY)
    }
}

pub struct Tokens {
    signing: EncodingKey,
    verifying: DecodingKey,
    key_id: String,
    seconds: u32,
}

impl Tokens {
    #[must_use]
    pub fn new(keys: &Keys, seconds: u32) -> Self {
        let seed = keys.derive("jwt");
        let public = SigningKey::from_bytes(&seed).verifying_key().to_bytes();
        let key_id = Sha256::digest(public).iter().take(8).map(|b| format!("{b:02x}")).collect();
        let signing = EncodingKey::from_ed_der(&[&PKCS8[..], &seed[..]].concat());
        Self { signing, verifying: DecodingKey::from_ed_der(&public), key_id, seconds }
    }

    /// How long a token lives.
    #[must_use]
    pub const fn seconds(&self) -> u32 {
        self.seconds
    }

    pub fn issue(&self, person: PersonId, session: Uuid, now: DateTime<Utc>) -> ApiResult<String> {
        let claims = Claims {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            exp: now.timestamp().saturating_add(i64::from(self.seconds)),
            nbf: now.timestamp(),
            iat: now.timestamp(),
            sub: person,
            jti: session,
        };
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(self.key_id.clone());
        jsonwebtoken::encode(&header, &claims, &self.signing)
            .map_err(|error| Fault(format!("cannot sign a token: {error}")).into())
    }

    /// The claims of a token of ours; its time is the caller's to check.
    #[must_use]
    pub fn read(&self, token: &str) -> Option<Claims> {
        let header = jsonwebtoken::decode_header(token).ok()?;
        if header.alg != Algorithm::EdDSA || header.kid.as_deref() != Some(&self.key_id) {
            return None;
        }
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.set_issuer(&[ISSUER]);
        rules.set_audience(&[AUDIENCE]);
        rules.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        rules.validate_exp = false;
        rules.validate_nbf = false;
        jsonwebtoken::decode::<Claims>(token, &self.verifying, &rules).ok().map(|read| read.claims)
    }
}

#[cfg(test)]
#[path = "tokens_tests.rs"]
mod tests;
