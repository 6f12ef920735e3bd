//! The mark of an item, as its row keeps it.
use super::dto::ItemLevel;
use super::kinds::SecretContent;
use crate::archive::kinds::Level;
use crate::{attachments, comments, interactions};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::Actor;
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

/// None of it where the item is as secret as its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// 0: that of the file.
    pub level: i16,
    pub until: Option<NaiveDate>,
    /// When the last day of the term is over where the company is.
    pub ends_at: Option<DateTime<Utc>>,
    pub content: Option<SecretContent>,
}

impl Mark {
    /// The level while its term lasts (A-SEC-08).
    #[must_use]
    pub fn in_force(&self, at: DateTime<Utc>) -> i16 {
        if self.ends_at.is_some_and(|end| end > at) { self.level } else { 0 }
    }

    #[must_use]
    pub fn shown(&self, at: DateTime<Utc>) -> Option<ItemLevel> {
        let rank = Some(self.in_force(at)).filter(|rank| *rank > 0)?;
        let level = Level::of_rank(rank)?;
        Some(ItemLevel { level, level_until: self.until?, content: self.content? })
    }
}

/// An item that can have a mark.
pub trait Marked {
    /// As the trail calls it.
    const KIND: &'static str;
    fn id(&self) -> Uuid;
    fn mark(&self) -> Mark;
    #[must_use]
    fn marked(self, mark: Mark) -> Self;
}

macro_rules! marked {
    ($($item:ident = $kind:literal),+) => { $(
        impl Marked for $item::entity::Model {
            const KIND: &'static str = $kind;
            fn id(&self) -> Uuid {
                self.id.0
            }
            fn mark(&self) -> Mark {
                let content = self.secret_content;
                Mark { level: self.level, until: self.level_until, ends_at: self.level_ends_at, content }
            }
            fn marked(self, Mark { level, until, ends_at, content }: Mark) -> Self {
                Self { level, level_until: until, level_ends_at: ends_at, secret_content: content, ..self }
            }
        }
    )+ };
}
marked!(attachments = "attachment", comments = "comment", interactions = "interaction");

/// The items that exist for somebody: not above their clearance, or no longer.
pub fn shown<C: ColumnTrait>(
    (level, ends_at): (C, C),
    actor: &Actor,
    at: DateTime<Utc>,
) -> Condition {
    Condition::any().add(level.lte(actor.clearance)).add(ends_at.lte(at))
}
