//! The one place where A-CLI-18 is enforced: rights over client information rest until the
//! undertaking is signed. Whatever shows such information asks for one of these rights, so nothing
//! has to remember the rule: lists, records, search, events, the live stream, attachments and jobs.
use super::current::current;
use super::rules::{Standing, counting, standing};
use super::store;
use crate::{PERMISSIONS, ReadSecrecy, SECRECY_NOT_ACKNOWLEDGED};
use handbook::Handbook;
use identity::precondition::{Precondition, async_trait};
use kernel::access::{Permission, Withheld};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The area's rights over client information: all but the one to see who has signed.
pub fn bound() -> impl Iterator<Item = &'static str> {
    PERMISSIONS.iter().map(|info| info.code).filter(|code| *code != ReadSecrecy::NAME)
}

/// Every right that rests: the area's own and those of other areas that show client information.
#[derive(Clone, Debug)]
pub struct Bound(BTreeSet<&'static str>);

impl Bound {
    #[must_use]
    pub fn with(more: &[&'static str]) -> Self {
        Self(bound().chain(more.iter().copied()).collect())
    }

    pub fn rights(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.iter().copied()
    }
}

/// Asked whenever somebody's rights are read to act with them.
pub struct Gate {
    handbook: Arc<Handbook>,
    bound: Bound,
}

impl Gate {
    #[must_use]
    pub const fn new(handbook: Arc<Handbook>, bound: Bound) -> Self {
        Self { handbook, bound }
    }
}

#[async_trait]
impl Precondition for Gate {
    async fn withheld(
        &self,
        app: &App,
        person: PersonId,
        held: &BTreeSet<&str>,
    ) -> ApiResult<Option<Withheld>> {
        let permissions: BTreeSet<String> = held
            .iter()
            .filter(|code| self.bound.0.contains(*code))
            .map(|c| (*c).to_owned())
            .collect();
        if permissions.is_empty() {
            return Ok(None);
        }
        let (db, today) = (app.db.reader(), self.handbook.date(app.clock.now()));
        let current = current(&self.handbook, db, today).await?;
        let signed = store::signed(db, person, &current.text).await?;
        let counting = counting(&signed);
        if standing(counting, today) == Standing::InForce {
            return Ok(None);
        }
        Ok(Some(Withheld {
            permissions,
            kinds: &["client"],
            code: SECRECY_NOT_ACKNOWLEDGED,
            clauses: &["A-CLI-18"],
            operation: "acknowledge_secrecy",
        }))
    }
}
