//! Callers that no permission describes.
use crate::codes;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use kernel::access::{Actor, SignedIn, Via};
use kernel::error::{ApiError, ApiResult};
use std::future::{Ready, ready};
use std::ops::Deref;

/// Anybody signed in who has settled in: who still has to choose a password does that first.
pub struct Member(Actor);

/// Somebody who signed in themselves: what a key must not do for them, though it acts for them.
pub struct InPerson(Actor);

impl Deref for Member {
    type Target = Actor;
    fn deref(&self) -> &Actor {
        &self.0
    }
}

impl Deref for InPerson {
    type Target = Actor;
    fn deref(&self) -> &Actor {
        &self.0
    }
}

impl FromRequest for Member {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(signed_in(request, payload).and_then(settled).map(Self))
    }
}

impl FromRequest for InPerson {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(signed_in(request, payload).and_then(|actor| {
            in_person(&actor)?;
            Ok(Self(actor))
        }))
    }
}

fn signed_in(request: &HttpRequest, payload: &mut Payload) -> ApiResult<Actor> {
    SignedIn::from_request(request, payload).into_inner().map(|signed_in| signed_in.0)
}

fn settled(actor: Actor) -> ApiResult<Actor> {
    if actor.must_change_password { Err(codes::PASSWORD_CHANGE_FIRST.into()) } else { Ok(actor) }
}

/// Refuses keys.
pub fn in_person(actor: &Actor) -> ApiResult<()> {
    if actor.via == Via::ApiKey { Err(codes::SESSION_NEEDED.into()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_does_not_act_in_person() {
        let actor = Actor::system([], "1");
        assert!(in_person(&actor).is_ok());
        let key = Actor { via: Via::ApiKey, ..actor };
        assert_eq!(in_person(&key).unwrap_err().code(), codes::SESSION_NEEDED);
    }
}
