//! Anybody signed in who has settled in: somebody who still has to choose a password may do nothing
//! but that, and reading events or notifications is not that.
use crate::PASSWORD_CHANGE_FIRST;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use kernel::access::{Actor, SignedIn};
use kernel::error::{ApiError, ApiResult};
use std::future::{Ready, ready};
use std::ops::Deref;

pub struct Member(pub Actor);

impl Deref for Member {
    type Target = Actor;
    fn deref(&self) -> &Actor {
        &self.0
    }
}

impl FromRequest for Member {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let SignedIn(actor) = match SignedIn::from_request(request, payload).into_inner() {
            Ok(signed_in) => signed_in,
            Err(refused) => return ready(Err(refused)),
        };
        ready(settled(actor).map(Self))
    }
}

pub fn settled(actor: Actor) -> ApiResult<Actor> {
    if actor.must_change_password { Err(PASSWORD_CHANGE_FIRST.into()) } else { Ok(actor) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::access::Person;
    use std::sync::Arc;

    #[test]
    fn a_temporary_password_opens_nothing_but_its_own_change() {
        let mut actor = Actor::system([], "test");
        assert!(settled(actor.clone()).is_ok());
        let person = Person { must_change_password: true, ..(*actor.person).clone() };
        actor.person = Arc::new(person);
        assert_eq!(settled(actor).unwrap_err().code(), PASSWORD_CHANGE_FIRST);
    }
}
