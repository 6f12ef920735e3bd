//! Who is calling, what the route demands of them, and which records exist for them.
use crate::code::{self, Code, Coded, Params};
use crate::error::{ApiError, ApiResult};
use crate::ids::{DepartmentId, PersonId, SiteId};
use crate::lang::Lang;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use sea_orm::{
    ColumnTrait, Condition,
    sea_query::{Expr, ExprTrait, IntoCondition},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    future::{Ready, ready},
    marker::PhantomData,
    ops::Deref,
    sync::{Arc, OnceLock},
};
use uuid::Uuid;

pub mod inventory;
mod withheld;
pub use withheld::Withheld;

/// What every request carries, signed in or not. Set by the outermost middleware.
#[derive(Clone, Debug)]
pub struct RequestInfo {
    pub id: String,
    pub lang: Lang,
    /// Address of the caller, as the trusted proxies tell it.
    pub address: String,
    pub user_agent: String,
    /// Method and path, for the idempotency record.
    pub target: String,
    pub idempotency_key: Option<String>,
    /// `?dry_run=true` on an action: check everything, change nothing ([`crate::work::Work`]).
    pub dry_run: bool,
    body: Arc<OnceLock<[u8; 32]>>,
}

impl RequestInfo {
    #[must_use]
    pub fn new(id: String, lang: Lang, target: String) -> Self {
        Self {
            id,
            lang,
            target,
            address: String::new(),
            user_agent: String::new(),
            idempotency_key: None,
            dry_run: false,
            body: Arc::default(),
        }
    }

    /// Note the body, once it has been read.
    pub fn fingerprint_body(&self, bytes: &[u8]) {
        // Only the first reading counts; a body is read once.
        let _ = self.body.set(Sha256::digest(bytes).into());
    }

    /// SHA-256 over target and body, in hex.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(self.target.as_bytes());
        hash.update(self.body.get().copied().unwrap_or_default());
        hex::encode(hash.finalize())
    }
}

/// Which records of a kind exist for somebody: the union of what their roles say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Reach {
    /// Every record.
    pub all: bool,
    /// Records the caller owns.
    pub own: bool,
    /// Records of these departments (subtrees are already spelled out).
    pub department_ids: BTreeSet<Uuid>,
    /// Records of these sites.
    pub site_ids: BTreeSet<Uuid>,
}

impl Reach {
    #[must_use]
    pub fn everything() -> Self {
        Self { all: true, ..Self::default() }
    }

    pub fn extend(&mut self, other: &Self) {
        self.all |= other.all;
        self.own |= other.own;
        self.department_ids.extend(&other.department_ids);
        self.site_ids.extend(&other.site_ids);
    }

    /// No wider than `limit`; what a delegation or an API key may carry. `own` survives only
    /// where both have it, since it speaks of the same person.
    #[must_use]
    pub fn within(&self, limit: &Self) -> Self {
        if limit.all {
            return self.clone();
        }
        if self.all {
            return limit.clone();
        }
        Self {
            all: false,
            own: self.own && limit.own,
            department_ids: &self.department_ids & &limit.department_ids,
            site_ids: &self.site_ids & &limit.site_ids,
        }
    }

    /// The condition on a table with these three columns; every query of a resource starts here.
    pub fn condition(
        &self,
        me: PersonId,
        owner: impl ColumnTrait,
        department: impl ColumnTrait,
        site: impl ColumnTrait,
    ) -> Condition {
        if self.all {
            return Condition::all();
        }
        let mut any = Condition::any();
        if self.own {
            any = any.add(owner.eq(me.0));
        }
        if !self.department_ids.is_empty() {
            any = any.add(department.is_in(self.department_ids.iter().copied()));
        }
        if !self.site_ids.is_empty() {
            any = any.add(site.is_in(self.site_ids.iter().copied()));
        }
        if any.is_empty() {
            // Nothing granted: a condition that no row meets.
            any = any.add(ExprTrait::eq(Expr::val(1), 0));
        }
        any.into_condition()
    }

    /// Whether one record is within reach; the same answer as [`Reach::condition`].
    #[must_use]
    pub fn covers(&self, me: PersonId, place: &Place) -> bool {
        self.all
            || (self.own && place.owner_id == Some(me))
            || place.department_id.is_some_and(|d| self.department_ids.contains(&d.0))
            || place.site_id.is_some_and(|s| self.site_ids.contains(&s.0))
    }
}

/// Where a record stands: whose it is and how secret. Audit entries and events carry it along, so
/// that they are shown to nobody who may not see the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub owner_id: Option<PersonId>,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
    /// Confidentiality, 0 (none) to 3 (绝密).
    pub level: i16,
}

/// Through what a person acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
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

#[cfg(test)]
mod tests {
    use super::*;

    fn some(departments: &[u128], own: bool) -> Reach {
        Reach {
            own,
            department_ids: departments.iter().copied().map(Uuid::from_u128).collect(),
            ..Reach::default()
        }
    }

    #[test]
    fn a_narrowed_reach_is_never_wider_than_either_side() {
        let (mine, limit) = (some(&[1, 2], true), some(&[2, 3], false));
        assert_eq!(mine.within(&limit), some(&[2], false));
        assert_eq!(mine.within(&Reach::everything()), mine);
        assert_eq!(Reach::everything().within(&limit), limit);
    }

    #[test]
    fn nothing_granted_covers_nothing() {
        let me = PersonId(Uuid::from_u128(9));
        let mine = Place { owner_id: Some(me), ..Place::default() };
        assert!(!Reach::default().covers(me, &mine));
        assert!(some(&[], true).covers(me, &mine));
    }
}
