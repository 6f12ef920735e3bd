//! From a credential to an [`Actor`]. Rights are kept in memory for a moment, and forgotten at once
//! when anything that decides them changes in this process.
use crate::api_keys::store as api_keys;
use crate::auth::{passwords::Passwords, tokens::Claims, tokens::Tokens};
use crate::ids::SessionId;
use crate::precondition::{self, Precondition};
use crate::rights::{expand, expand::Home, load};
use crate::secrets;
use crate::sessions::store as sessions;
use chrono::{DateTime, Duration, Utc};
use kernel::access::{Actor, Person, RequestInfo, Via};
use kernel::app::App;
use kernel::error::{ApiError, ApiResult};
use kernel::ids::PersonId;
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use uuid::Uuid;

/// Credentials kept in memory at the most.
const CAPACITY: u64 = 20_000;
/// API keys are told from access tokens by this beginning.
pub const KEY_PREFIX: &str = "zk_";

/// One per process, in the application data.
pub struct Authenticator {
    app: App,
    pub(crate) precondition: Arc<dyn Precondition>,
    pub(crate) tokens: Tokens,
    pub(crate) passwords: Passwords,
    /// Tokens whose signature was checked; their time is checked at every use.
    verified: moka::sync::Cache<[u8; 32], Arc<Claims>>,
    holders: moka::future::Cache<(Credential, u64), Arc<Holder>>,
    /// Part of every key above: raising it forgets all, also what is just being read.
    generation: AtomicU64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Credential {
    Session(Uuid, PersonId),
    Key([u8; 32]),
}

/// Somebody with a valid credential, as of a moment.
struct Holder {
    person: Arc<Person>,
    via: Via,
    credential: Uuid,
    read_at: DateTime<Utc>,
    until: DateTime<Utc>,
}

/// A credential as it is stored, with its owner. `None` from the store: not valid.
pub(crate) struct Bearer {
    pub credential: Uuid,
    pub until: DateTime<Utc>,
    pub person_id: PersonId,
    pub name: String,
    pub home: Home,
    pub must_change_password: bool,
    /// A key's permissions; a session has its person's.
    pub only: Option<Vec<String>>,
    /// The use should be noted again.
    pub note_use: bool,
}

impl Authenticator {
    #[must_use]
    pub fn new(app: &App, precondition: Arc<dyn Precondition>) -> Self {
        let security = &app.config.security;
        let kept = std::time::Duration::from_millis(security.rights_cache_ms.max(1));
        Self {
            tokens: Tokens::new(&app.keys, security.access_token_seconds),
            passwords: Passwords::new(security),
            verified: moka::sync::Cache::new(CAPACITY),
            holders: moka::future::Cache::builder()
                .max_capacity(CAPACITY)
                .time_to_live(kept)
                .build(),
            generation: AtomicU64::new(0),
            precondition,
            app: app.clone(),
        }
    }

    /// Something that decides rights has changed.
    pub fn forget(&self) {
        self.generation.fetch_add(1, Ordering::SeqCst);
    }

    /// Who bears this; nobody when it is not valid (any more).
    pub async fn actor(&self, bearer: &str, request: RequestInfo) -> ApiResult<Option<Actor>> {
        let now = self.app.clock.now();
        let Some(credential) = self.credential(bearer, now) else { return Ok(None) };
        let Some(holder) = self.holder(credential, now).await? else { return Ok(None) };
        Ok(Some(Actor {
            person: holder.person.clone(),
            via: holder.via,
            credential: Some(holder.credential),
            request,
        }))
    }

    fn credential(&self, bearer: &str, now: DateTime<Utc>) -> Option<Credential> {
        let digest = secrets::digest(bearer);
        if bearer.starts_with(KEY_PREFIX) {
            return Some(Credential::Key(digest));
        }
        let claims = match self.verified.get(&digest) {
            Some(claims) => claims,
            None => {
                let claims = Arc::new(self.tokens.read(bearer)?);
                self.verified.insert(digest, claims.clone());
                claims
            }
        };
        claims.timely(now).then_some(Credential::Session(claims.jti, claims.sub))
    }

    async fn holder(
        &self,
        credential: Credential,
        now: DateTime<Utc>,
    ) -> ApiResult<Option<Arc<Holder>>> {
        let key = (credential, self.generation.load(Ordering::SeqCst));
        if let Some(kept) = self.holders.get(&key).await {
            if self.fresh(&kept, now) {
                return Ok(Some(kept));
            }
            self.holders.invalidate(&key).await;
        }
        // Many requests of one session arrive together: one of them reads.
        let read = self.holders.try_get_with(key, self.read(credential, now)).await;
        match read {
            Ok(holder) => Ok(Some(holder)),
            Err(refused) => match refused.as_ref() {
                Refused::Invalid => Ok(None),
                Refused::Failed(error) => Err(again(error)),
                Refused::Unanswered(error) => Err(error.code().into()),
            },
        }
    }

    /// By the injected clock, so that tests can move time and expiry is exact.
    fn fresh(&self, holder: &Holder, now: DateTime<Utc>) -> bool {
        let kept = i64::try_from(self.app.config.security.rights_cache_ms).unwrap_or(i64::MAX);
        let age = now - holder.read_at;
        now < holder.until && age >= Duration::zero() && age < Duration::milliseconds(kept)
    }

    async fn read(
        &self,
        credential: Credential,
        now: DateTime<Utc>,
    ) -> Result<Arc<Holder>, Refused> {
        let db = self.app.db.reader();
        let (bearer, via) = match credential {
            Credential::Session(id, person) => {
                (sessions::bearer(db, SessionId(id), person, now).await?, Via::Session)
            }
            Credential::Key(digest) => {
                (api_keys::bearer(db, &hex::encode(digest), now).await?, Via::ApiKey)
            }
        };
        let bearer = bearer.ok_or(Refused::Invalid)?;
        let mut rights = load::of(db, bearer.person_id, bearer.home, now).await?;
        if let Some(only) = &bearer.only {
            expand::narrow(&mut rights, only);
        }
        if bearer.note_use {
            api_keys::note_use(&self.app, bearer.credential, now);
        }
        let (whose, held) = (bearer.person_id, &mut rights.permissions);
        let withheld = precondition::apply(&self.app, &*self.precondition, whose, held);
        let withheld = withheld.await.map_err(Refused::Unanswered)?;
        let person = Person {
            id: bearer.person_id,
            name: bearer.name,
            department_id: bearer.home.department_id,
            site_id: bearer.home.site_id,
            clearance: rights.clearance,
            permissions: rights.permissions,
            must_change_password: bearer.must_change_password,
            withheld,
        };
        let (credential, until) = (bearer.credential, bearer.until);
        Ok(Arc::new(Holder { person: Arc::new(person), via, credential, read_at: now, until }))
    }
}

enum Refused {
    Invalid,
    Failed(sea_orm::DbErr),
    /// The precondition could not be asked.
    Unanswered(ApiError),
}

impl From<sea_orm::DbErr> for Refused {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Failed(error)
    }
}

/// The same failure for everybody who waited; the library's error cannot be cloned.
fn again(error: &sea_orm::DbErr) -> ApiError {
    tracing::warn!(%error, "cannot read rights");
    kernel::db::fault::code_of(error).into()
}
