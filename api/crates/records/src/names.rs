//! Names of the people on records that were shown already.
use kernel::access::Actor;
use kernel::http::shown::Ref;
use kernel::ids::PersonId;
use sea_orm::{ConnectionTrait, DbErr};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Who is who, as far as it was asked for.
pub struct Names(HashMap<PersonId, String>);

impl Names {
    /// The caller alone; needs no look-up.
    pub fn of_caller(actor: &Actor) -> Self {
        Self(HashMap::from([(actor.id, actor.name.clone())]))
    }

    /// These people and the caller; one statement, none where there is nobody else.
    pub async fn of(
        db: &impl ConnectionTrait,
        actor: &Actor,
        people: impl IntoIterator<Item = Uuid>,
    ) -> Result<Self, DbErr> {
        let mut names = Self::of_caller(actor);
        let others: BTreeSet<_> =
            people.into_iter().map(PersonId).filter(|id| *id != actor.id).collect();
        if !others.is_empty() {
            let others: Vec<_> = others.into_iter().collect();
            names.0.extend(identity::people::names(db, others).await?);
        }
        Ok(names)
    }

    /// Somebody without a name is the service itself, or was never a person.
    pub fn shown(&self, id: Uuid) -> Ref {
        Ref::new(id, self.0.get(&PersonId(id)).cloned().unwrap_or_default())
    }
}
