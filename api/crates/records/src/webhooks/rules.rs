//! What may be done to a webhook, and what it is told of.
use super::delivery_entity;
use super::entity::Model;
use super::kinds::{DeliveryState, WebhookState};
use crate::{
    WEBHOOK_ACTIVE, WEBHOOK_DELIVERY_WAITING, WEBHOOK_LIMIT, WEBHOOK_NOT_ACTIVE, WEBHOOK_OF_ANOTHER,
};
use kernel::access::Actor;
use kernel::code::{Code, Coded, Params};

/// Webhooks of one person.
pub const LIMIT: u64 = 20;

/// The event of a test, which goes to the webhook that it names and to no other.
pub const TESTED: &str = "webhook.tested";

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("the webhook acts for somebody else")]
    OfAnother,
    #[error("the webhook is not active")]
    NotActive,
    #[error("the webhook is active")]
    Active,
    #[error("the delivery is on its way")]
    Waiting,
    #[error("no more than {LIMIT} webhooks")]
    Limit,
}

impl Coded for Refused {
    fn code(&self) -> Code {
        match self {
            Self::OfAnother => WEBHOOK_OF_ANOTHER,
            Self::NotActive => WEBHOOK_NOT_ACTIVE,
            Self::Active => WEBHOOK_ACTIVE,
            Self::Waiting => WEBHOOK_DELIVERY_WAITING,
            Self::Limit => WEBHOOK_LIMIT,
        }
    }
    fn params(&self) -> Params {
        match self {
            Self::Limit => vec![("limit", LIMIT.to_string())],
            _ => vec![],
        }
    }
}

/// A webhook receives by its owner's rights: whoever else could point it elsewhere, read its secret or
/// see what went through it would gain those rights.
pub fn own(actor: &Actor, row: &Model) -> Result<(), Refused> {
    if row.owner_id == actor.id.0 { Ok(()) } else { Err(Refused::OfAnother) }
}

fn active(row: &Model) -> Result<(), Refused> {
    if row.state == WebhookState::Active { Ok(()) } else { Err(Refused::NotActive) }
}

/// Whoever sees it may stop it.
pub fn pause(row: &Model) -> Result<(), Refused> {
    active(row)
}

/// Its owner, whoever stopped it and why.
pub fn resume(actor: &Actor, row: &Model) -> Result<(), Refused> {
    own(actor, row)?;
    if row.state == WebhookState::Active { Err(Refused::Active) } else { Ok(()) }
}

/// Nothing is sent to one that is stopped, a test no more than anything else.
pub fn test(actor: &Actor, row: &Model) -> Result<(), Refused> {
    own(actor, row)?;
    active(row)
}

pub fn redeliver(
    actor: &Actor,
    row: &Model,
    delivery: &delivery_entity::Model,
) -> Result<(), Refused> {
    test(actor, row)?;
    if delivery.state == DeliveryState::Pending { Err(Refused::Waiting) } else { Ok(()) }
}

pub const fn one_more(have: u64) -> Result<(), Refused> {
    if have < LIMIT { Ok(()) } else { Err(Refused::Limit) }
}

/// Whether a webhook asks for events of a name: by the name, by its area (`client.*`), or for all.
#[must_use]
pub fn asks_for(types: &[String], name: &str) -> bool {
    let area = |wanted: &str| wanted.strip_suffix('*').is_some_and(|area| name.starts_with(area));
    types.is_empty() || types.iter().any(|wanted| wanted == name || area(wanted))
}

/// A name of an event, or an area with `.*`.
#[must_use]
pub fn is_type(text: &str) -> bool {
    let word = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-')
    };
    text.split_once('.').is_some_and(|(area, act)| word(area) && (act == "*" || word(act)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_webhook_asks_by_name_by_area_or_for_all() {
        let types = |types: &[&str]| types.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert!(asks_for(&[], "client.updated"));
        assert!(asks_for(&types(&["client.updated"]), "client.updated"));
        assert!(!asks_for(&types(&["client.updated"]), "client.updated-again"));
        let area = types(&["person.created", "client.*"]);
        assert!(asks_for(&area, "client.merged"));
        assert!(!asks_for(&area, "client-loan.requested"));
        assert!(!asks_for(&area, "person.updated"));
    }

    #[test]
    fn a_type_is_a_name_of_the_code_or_an_area() {
        for text in ["client.updated", "client-loan.given-back", "client.*"] {
            assert!(is_type(text), "{text}");
        }
        for text in [
            "",
            "*",
            "client",
            "client.",
            ".updated",
            "client.up*",
            "client.a.b",
            "Client.x",
            "客户.x",
        ] {
            assert!(!is_type(text), "{text}");
        }
    }
}
