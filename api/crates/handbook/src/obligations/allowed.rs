//! Whose an obligation is, and what the caller may do to it.
use super::entity::Model;
use super::source::Obligations;
use super::tell;
use crate::exceptions;
use kernel::access::Actor;
use kernel::http::shown::{AllowedAction, allowed};

/// The permission of those who may do it, where it is nobody's in particular.
pub fn pool_of(obligations: &Obligations, row: &Model) -> Option<&'static str> {
    let kind = obligations.kind(&row.kind).map(|(kind, _)| kind);
    kind.and_then(|kind| kind.pool).filter(|_| row.person_id.is_none())
}

/// Due of the caller, or of anybody who may do what they may.
#[must_use]
pub fn theirs(obligations: &Obligations, actor: &Actor, row: &Model) -> bool {
    let pool = pool_of(obligations, row);
    let in_pool = pool.is_some_and(|pool| actor.may(pool, &tell::place(row)));
    row.person_id == Some(actor.id) || in_pool
}

pub fn on(
    obligations: &Obligations,
    actor: &Actor,
    row: &Model,
    asked: bool,
) -> Vec<AllowedAction> {
    let theirs = theirs(obligations, actor, row);
    let lang = actor.request.lang;
    vec![allowed("request-exception", exceptions::may_request(row, theirs, asked), lang)]
}
