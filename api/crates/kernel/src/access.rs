//! Who is calling, what the route demands of them, and which records exist for them.
use crate::app::App;
use crate::code::{self, Code, Coded, Params};
use crate::error::{ApiError, ApiResult};
use crate::ids::{DepartmentId, PersonId, SiteId};
use crate::lang::Lang;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    future::{Ready, ready},
    marker::PhantomData,
    ops::Deref,
    sync::Arc,
};
use uuid::Uuid;

pub mod inventory;
mod reach;
mod request;
mod withheld;
pub use reach::{Place, Reach};
pub use request::{ACTIONS, DRY_RUN, RequestInfo};
pub use withheld::Withheld;

/// Through what a person acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Via {
    Session,
    ApiKey,
    /// The service itself: schedules, seeds, commands at the machine.
    System,
}

impl Via {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Session => "SESSION",
            Self::ApiKey => "API_KEY",
            Self::System => "SYSTEM",
        }
    }
}

/// A person with everything that decides what they may do, as of this request.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    /// Highest confidentiality level they may read, 0 to 3.
    pub clearance: i16,
    pub permissions: BTreeMap<String, Reach>,
    /// Must choose a new password before anything else.
    pub must_change_password: bool,
    /// Permissions that are not among the above until something has been done first.
    pub withheld: Option<Arc<Withheld>>,
}

/// The caller: a person, through something, in one request.
#[derive(Clone, Debug)]
pub struct Actor {
    pub person: Arc<Person>,
    pub via: Via,
    /// The session or the API key.
    pub credential: Option<Uuid>,
    pub request: RequestInfo,
}

impl Deref for Actor {
    type Target = Person;
    fn deref(&self) -> &Person {
        &self.person
    }
}

impl Actor {
    /// The service itself, which holds every permission; for commands and schedules only.
    #[must_use]
    pub fn system(permissions: impl IntoIterator<Item = &'static str>, request_id: &str) -> Self {
        let permissions =
            permissions.into_iter().map(|p| (p.to_owned(), Reach::everything())).collect();
        let person = Person {
            id: PersonId(Uuid::nil()),
            name: "system".to_owned(),
            department_id: None,
            site_id: None,
            clearance: 3,
            permissions,
            must_change_password: false,
            withheld: None,
        };
        let request = RequestInfo::new(request_id.to_owned(), Lang::default(), "system".to_owned());
        Self { person: Arc::new(person), via: Via::System, credential: None, request }
    }

    #[must_use]
    pub fn holds(&self, permission: &str) -> bool {
        self.permissions.contains_key(permission)
    }

    /// Why a permission cannot be used: it rests, or it is not there at all.
    #[must_use]
    pub fn denial(&self, permission: &'static str) -> Denied {
        match &self.withheld {
            Some(withheld) if withheld.permissions.contains(permission) => {
                Denied::Withheld(withheld.clone())
            }
            _ => Denied::Missing(permission),
        }
    }

    /// Refuses what rests with the permissions that are withheld: a draft or a job of one's own,
    /// which no permission opens.
    pub fn opens(&self, kind: &str) -> Result<(), Denied> {
        match &self.withheld {
            Some(withheld) if withheld.covers(kind) => Err(Denied::Withheld(withheld.clone())),
            _ => Ok(()),
        }
    }

    /// The records of a permission; nothing where it is not held.
    #[must_use]
    pub fn reach(&self, permission: &str) -> Reach {
        self.permissions.get(permission).cloned().unwrap_or_default()
    }

    /// Where the caller stands, and what they make that is their own and no secret.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            owner_id: Some(self.id),
            department_id: self.department_id,
            site_id: self.site_id,
            level: 0,
        }
    }

    /// Whether a permission extends to one record, its level included.
    #[must_use]
    pub fn may(&self, permission: &str, place: &Place) -> bool {
        let reach = self.permissions.get(permission);
        self.clearance >= place.level && reach.is_some_and(|reach| reach.covers(self.id, place))
    }
}

/// A permission as a type, so that a handler's signature states what it needs.
pub trait Permission: 'static {
    const NAME: &'static str;
}

/// What the inventory says of a permission.
#[derive(Clone, Copy, Debug)]
pub struct PermissionInfo {
    pub code: &'static str,
    pub text: crate::lang::Text,
    /// Grants power over people, rights or secrets.
    pub privileged: bool,
}

/// `Type = "code", privileged, "简体", "繁體", "English";` or `ordinary` in place of `privileged`.
#[macro_export]
macro_rules! permissions {
    (@flag privileged) => { true };
    (@flag ordinary) => { false };
    ($($(#[$doc:meta])* $name:ident = $code:literal, $flag:ident, $zh:literal, $tw:literal, $en:literal;)+) => {
        $( $(#[$doc])* pub struct $name;
           impl $crate::access::Permission for $name { const NAME: &'static str = $code; } )+
        pub const PERMISSIONS: &[$crate::access::PermissionInfo] = &[$(
            $crate::access::PermissionInfo {
                code: $code,
                text: $crate::lang::Text { zh: $zh, tw: $tw, en: $en },
                privileged: $crate::permissions!(@flag $flag),
            }
        ),+];
    };
}

/// Acting for somebody who is not in a request: a job, a mail, a webhook.
#[async_trait]
pub trait OnBehalf: Send + Sync {
    /// The person with the rights they have now, not with those of the moment it was asked for; none when
    /// disabled.
    async fn actor(
        &self,
        app: &App,
        person: PersonId,
        request_id: &str,
    ) -> ApiResult<Option<Actor>>;
}

#[derive(Debug, thiserror::Error)]
pub enum Denied {
    #[error("sign in first")]
    Anonymous,
    #[error("{0} is needed")]
    Missing(&'static str),
    #[error("{} comes first", .0.operation)]
    Withheld(Arc<Withheld>),
}

impl Coded for Denied {
    fn code(&self) -> Code {
        match self {
            Self::Anonymous => code::NOT_AUTHENTICATED,
            Self::Missing(_) => code::PERMISSION_MISSING,
            Self::Withheld(withheld) => withheld.code,
        }
    }
    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::Withheld(withheld) => withheld.clauses.to_vec(),
            Self::Anonymous | Self::Missing(_) => vec![],
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::Anonymous => vec![],
            Self::Missing(name) => vec![("permission", (*name).to_owned())],
            Self::Withheld(withheld) => vec![("operation", withheld.operation.to_owned())],
        }
    }
    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::Anonymous | Self::Withheld(_) => None,
            Self::Missing(name) => Some(name),
        }
    }
}

/// Proof that the caller holds `P`. There is no other way to make one.
pub struct Allowed<P: Permission>(Actor, PhantomData<P>);

impl<P: Permission> Deref for Allowed<P> {
    type Target = Actor;
    fn deref(&self) -> &Actor {
        &self.0
    }
}

impl<P: Permission> FromRequest for Allowed<P> {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(signed_in(request).and_then(|actor| {
            if actor.holds(P::NAME) && !actor.must_change_password {
                Ok(Self(actor, PhantomData))
            } else {
                Err(actor.denial(P::NAME).into())
            }
        }))
    }
}

/// Anybody who is signed in, for what is everybody's own business (`/me`, own sessions).
pub struct SignedIn(pub Actor);

impl Deref for SignedIn {
    type Target = Actor;
    fn deref(&self) -> &Actor {
        &self.0
    }
}

impl FromRequest for SignedIn {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(signed_in(request).map(Self))
    }
}

/// Nobody in particular: sign-in, setup, public information.
pub struct Anyone(pub RequestInfo);

impl FromRequest for Anyone {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let info = request.extensions().get::<RequestInfo>().cloned();
        ready(info.map(Self).ok_or_else(|| code::INTERNAL.into()))
    }
}

fn signed_in(request: &HttpRequest) -> ApiResult<Actor> {
    request.extensions().get::<Actor>().cloned().ok_or_else(|| Denied::Anonymous.into())
}
