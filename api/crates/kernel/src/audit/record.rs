//! What a use case says about its act.
use crate::access::Place;
use crate::ids::PersonId;
use serde::Serialize;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The thing acted upon, as people name it.
#[derive(Clone, Debug, Default)]
pub struct Resource {
    pub kind: &'static str,
    pub id: Option<Uuid>,
    /// Number or name, so that the trail reads without a look-up.
    pub label: String,
}

impl Resource {
    #[must_use]
    pub fn new(kind: &'static str, id: impl Into<Uuid>, label: impl Into<String>) -> Self {
        Self { kind, id: Some(id.into()), label: label.into() }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    Refused,
}

impl Outcome {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "DONE",
            Self::Refused => "REFUSED",
        }
    }
}

/// Field → [before, after]; only fields that differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(pub Map<String, Value>);

impl Changes {
    /// Compare two states of one thing, field by field, one level of nesting spelled with dots.
    pub fn between<T: Serialize>(before: &T, after: &T) -> Self {
        let mut changes = Self::default();
        let (before, after) = (json!(before), json!(after));
        changes.compare("", &before, &after);
        changes
    }

    /// Everything is new.
    pub fn created<T: Serialize>(after: &T) -> Self {
        let mut changes = Self::default();
        changes.compare("", &Value::Null, &json!(after));
        changes
    }

    #[must_use]
    pub fn one(field: &str, before: impl Serialize, after: impl Serialize) -> Self {
        let mut changes = Self::default();
        changes.compare(field, &json!(before), &json!(after));
        changes
    }

    fn compare(&mut self, name: &str, before: &Value, after: &Value) {
        if before == after {
            return;
        }
        if let (Value::Object(_) | Value::Null, Value::Object(_) | Value::Null) = (before, after) {
            let empty = Map::new();
            let (b, a) =
                (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
            for key in b.keys().chain(a.keys().filter(|key| !b.contains_key(*key))) {
                let inner = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                let nothing = Value::Null;
                self.compare(
                    &inner,
                    b.get(key).unwrap_or(&nothing),
                    a.get(key).unwrap_or(&nothing),
                );
            }
            return;
        }
        self.0.insert(name.to_owned(), json!([before, after]));
    }

    /// Take out the fields that `personal` names; they are kept apart and shown to fewer people.
    #[must_use]
    pub fn split(self, personal: impl Fn(&str) -> bool) -> (Self, Self) {
        let (theirs, open) = self.0.into_iter().partition(|(field, _)| personal(field));
        (Self(open), Self(theirs))
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }
}

/// One act: becomes an audit entry and, where it has a permission to be told under or people whom it
/// concerns, an event for each.
#[derive(Clone, Debug)]
pub struct Record {
    /// `client.updated`: past tense, also the event's type.
    pub action: &'static str,
    pub resource: Resource,
    pub place: Place,
    pub changes: Changes,
    pub personal: Changes,
    pub reason: Option<String>,
    pub outcome: Outcome,
    pub code: Option<&'static str>,
    /// Who may hear of it as an event.
    pub told_to: Option<&'static str>,
    /// Who hears of it, as far as they are cleared for its level.
    pub concerned: Vec<PersonId>,
    /// What they have to hold for it; nothing where it is their own business.
    pub concerned_under: Option<&'static str>,
    pub data: Map<String, Value>,
}

impl Record {
    #[must_use]
    pub fn new(action: &'static str, resource: Resource) -> Self {
        Self {
            action,
            resource,
            place: Place::default(),
            changes: Changes::default(),
            personal: Changes::default(),
            reason: None,
            outcome: Outcome::Done,
            code: None,
            told_to: None,
            concerned: vec![],
            concerned_under: None,
            data: Map::new(),
        }
    }

    #[must_use]
    pub const fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    #[must_use]
    pub fn changes(mut self, changes: Changes) -> Self {
        self.changes = changes;
        self
    }

    #[must_use]
    pub fn personal(mut self, changes: Changes) -> Self {
        self.personal = changes;
        self
    }

    #[must_use]
    pub fn reason(mut self, reason: impl Into<Option<String>>) -> Self {
        self.reason = reason.into();
        self
    }

    /// Tell it to the holders of a permission within whose reach the record stands.
    #[must_use]
    pub const fn tell(mut self, permission: &'static str) -> Self {
        self.told_to = Some(permission);
        self
    }

    /// Those whom it concerns hear of it while they hold a permission, and not a moment longer.
    #[must_use]
    pub const fn concerned_under(mut self, permission: &'static str) -> Self {
        self.concerned_under = Some(permission);
        self
    }

    /// Tell it to a person whom it concerns, whatever they hold where nothing else is said
    /// ([`Self::concerned_under`]); by a permission as well, they hear twice.
    #[must_use]
    pub fn tell_person(mut self, person: PersonId) -> Self {
        self.concerned.push(person);
        self
    }

    #[must_use]
    pub fn data(mut self, name: &str, value: impl Serialize) -> Self {
        self.data.insert(name.to_owned(), json!(value));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_recorded_and_nesting_is_spelled_with_dots() {
        let before =
            json!({"name": "甲", "traits": {"culture": "a", "policy": null}, "tags": ["x"]});
        let after =
            json!({"name": "甲", "traits": {"culture": "b", "policy": null}, "tags": ["x", "y"]});
        let changes = Changes::between(&before, &after);
        assert_eq!(
            json!(changes.0),
            json!({"tags": [["x"], ["x", "y"]], "traits.culture": ["a", "b"]})
        );
    }

    #[test]
    fn creation_lists_what_was_filled() {
        let changes = Changes::created(&json!({"name": "甲", "phone": null}));
        assert_eq!(json!(changes.0), json!({"name": [null, "甲"]}));
    }
}
