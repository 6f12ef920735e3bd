//! Who has to do with webhooks: a person who holds the permission, and no key of theirs. A key could
//! otherwise make itself a channel that outlives it and carries more than it does.
use crate::ManageWebhooks;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use identity::in_person;
use kernel::access::{Actor, Allowed};
use kernel::error::{ApiError, ApiResult};
use std::future::{Ready, ready};
use std::ops::Deref;

/// Somebody who may manage webhooks, in person.
pub struct Manager(Allowed<ManageWebhooks>);

impl Deref for Manager {
    type Target = Actor;
    fn deref(&self) -> &Actor {
        &self.0
    }
}

impl FromRequest for Manager {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let allowed = Allowed::from_request(request, payload).into_inner();
        ready(allowed.and_then(|actor| {
            in_person(&actor)?;
            Ok(Self(actor))
        }))
    }
}
