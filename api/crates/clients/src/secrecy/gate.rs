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

/// Asked whenever somebody's rights are read to act with them.
pub struct Gate {
    handbook: Arc<Handbook>,
    bound: BTreeSet<&'static str>,
}

impl Gate {
    /// `more`: rights of other areas that show client information.
    #[must_use]
    pub fn new(handbook: Arc<Handbook>, more: &[&'static str]) -> Self {
        Self { handbook, bound: bound().chain(more.iter().copied()).collect() }
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
            .filter(|code| self.bound.contains(*code))
            .map(|c| (*c).to_owned())
            .collect();
        if permissions.is_empty() {
            return Ok(None);
        }
        let (db, today) = (app.db.reader(), self.handbook.date(app.clock.now()));
        let current = current(&self.handbook, db, today).await?;
        let signed = store::signed(db, person).await?;
        let counting = counting(&signed, current.version);
        if standing(counting, current.version, today) == Standing::InForce {
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
