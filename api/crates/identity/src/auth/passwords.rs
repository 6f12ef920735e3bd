//! Hashing: Argon2id away from the async threads, a few at a time, with a bounded queue before it.
//! A flood of sign-ins meets 503 instead of taking the memory and the cores of everybody else.
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use kernel::code;
use kernel::config::Security;
use kernel::error::{ApiResult, Fault};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Requests that may wait for one slot.
const WAITING_PER_SLOT: usize = 16;
const ITERATIONS: u32 = 2;
const LANES: u32 = 1;

#[derive(Clone)]
pub struct Passwords {
    memory_kib: u32,
    slots: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Passwords {
    #[must_use]
    pub fn new(settings: &Security) -> Self {
        let slots = settings.hashing_slots.max(1);
        let places = slots.saturating_mul(WAITING_PER_SLOT.saturating_add(1));
        Self {
            memory_kib: settings.argon2_memory_kib,
            slots: Arc::new(Semaphore::new(slots)),
            places: Arc::new(Semaphore::new(places)),
        }
    }

    /// A PHC string with a fresh salt.
    pub async fn hash(&self, password: &str) -> ApiResult<String> {
        let (memory, password) = (self.memory_kib, password.to_owned());
        self.run(move || {
            let hashed = hasher(memory)?.hash_password(password.as_bytes());
            hashed.map(|hash| hash.to_string()).map_err(|e| Fault(format!("cannot hash: {e}")))
        })
        .await
    }

    /// Whether it is the password. With no hash to compare (nobody of that name, or disabled) the
    /// same work is done against one that nothing matches, so that the time tells nothing.
    pub async fn verify(&self, password: &str, hash: Option<String>) -> ApiResult<bool> {
        let hash = hash.unwrap_or_else(|| self.nobody());
        let (memory, password) = (self.memory_kib, password.to_owned());
        self.run(move || {
            let parsed = PasswordHash::new(&hash)
                .map_err(|e| Fault(format!("a stored password hash cannot be read: {e}")))?;
            Ok(hasher(memory)?.verify_password(password.as_bytes(), &parsed).is_ok())
        })
        .await
    }

    /// A hash of the current cost whose output no password has.
    fn nobody(&self) -> String {
        let salt = "A".repeat(22);
        let output = "A".repeat(43);
        let memory = self.memory_kib;
        format!("$argon2id$v=19$m={memory},t={ITERATIONS},p={LANES}${salt}${output}")
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> ApiResult<T> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| code::UNAVAILABLE)?;
        let slot = self.slots.clone().acquire_owned().await.map_err(|_| code::UNAVAILABLE)?;
        let done = tokio::task::spawn_blocking(move || {
            let outcome = work();
            // Held to the end of the hashing, even when the request has gone away.
            drop((slot, place));
            outcome
        });
        Ok(done.await.map_err(|e| Fault(format!("hashing failed: {e}")))??)
    }
}

fn hasher(memory_kib: u32) -> Result<Argon2<'static>, Fault> {
    let params = Params::new(memory_kib, ITERATIONS, LANES, None)
        .map_err(|e| Fault(format!("security.argon2_memory_kib: {e}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passwords(slots: usize) -> Passwords {
        let settings =
            Security { argon2_memory_kib: 64, hashing_slots: slots, ..Security::default() };
        Passwords::new(&settings)
    }

    #[actix_web::test]
    async fn the_password_matches_its_hash_alone() {
        let passwords = passwords(1);
        let hash = passwords.hash("清晨的第一班渡轮").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=64,t=2,p=1$"), "{hash}");
        assert_ne!(hash, passwords.hash("清晨的第一班渡轮").await.unwrap());
        assert!(passwords.verify("清晨的第一班渡轮", Some(hash.clone())).await.unwrap());
        assert!(!passwords.verify("清晨的第二班渡轮", Some(hash)).await.unwrap());
    }

    #[actix_web::test]
    async fn nobody_has_a_readable_hash_that_nothing_matches() {
        assert!(!passwords(1).verify("", None).await.unwrap());
    }

    #[actix_web::test]
    async fn a_full_queue_is_refused_at_once() {
        let passwords = passwords(1);
        let all = u32::try_from(WAITING_PER_SLOT + 1).unwrap();
        let taken = passwords.places.clone().acquire_many_owned(all).await.unwrap();
        let refused = passwords.verify("x", None).await.unwrap_err();
        assert_eq!(refused.code(), code::UNAVAILABLE);
        drop(taken);
        assert!(!passwords.verify("x", None).await.unwrap());
    }
}
