//! Files that may be of the same client: the same credit code, telephone or name, each in the one
//! spelling that is compared.
//!
//! What the caller may learn: a file above their clearance is never reported; one within it but
//! outside their reach is reported as existing, without a name. Beginning a second file with a
//! credit code in use is refused whatever the caller may see (see `store::duplicate`): the code is
//! public, the refusal says no more than that it is taken, and two files of one company would break
//! A-CLI-14.
use super::entity::{Column, Entity};
use super::input::ClientInput;
use super::kinds::{FileStatus, Level};
use crate::{ClientId, ReadClients};
use kernel::access::{Actor, Permission, Place};
use kernel::ids::{DepartmentId, PersonId, SiteId};
use kernel::text;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::Serialize;
use utoipa::ToSchema;

/// More would not be looked at.
const MOST: u64 = 20;

/// In what a file is alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum MatchedOn {
    CreditCode,
    Telephone,
    Name,
}

/// What is compared; absent parts match nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    credit_code: Option<String>,
    telephone: Option<String>,
    name: Option<String>,
}

impl Keys {
    #[must_use]
    pub fn new(name: Option<&str>, credit_code: Option<&str>, telephone: Option<&str>) -> Self {
        Self {
            credit_code: credit_code.and_then(|code| text::credit_code::parse(code).ok()),
            telephone: telephone.and_then(text::phone::normalise),
            name: name.map(text::company_name::fold).filter(|folded| !folded.is_empty()),
        }
    }

    #[must_use]
    pub fn of(contents: &ClientInput) -> Self {
        Self::new(
            Some(&contents.name),
            contents.credit_code.as_deref(),
            contents.telephone.as_deref(),
        )
    }

    /// What of these is new beside what was known before; a credit code is refused by its index.
    #[must_use]
    pub fn new_beside(self, before: &Self) -> Self {
        let new =
            |now: Option<String>, was: &Option<String>| now.filter(|now| was.as_ref() != Some(now));
        Self {
            credit_code: None,
            telephone: new(self.telephone, &before.telephone),
            name: new(self.name, &before.name),
        }
    }

    fn condition(&self) -> Option<Condition> {
        let columns = [
            (Column::CreditCode, &self.credit_code),
            (Column::TelephoneNormalised, &self.telephone),
            (Column::NameFolded, &self.name),
        ];
        let filled: Vec<_> = columns
            .into_iter()
            .filter_map(|(column, key)| key.as_ref().map(|key| column.eq(key.as_str())))
            .collect();
        let any = filled.into_iter().fold(Condition::any(), Condition::add);
        (!any.is_empty()).then_some(any)
    }

    fn matched(&self, row: &Found) -> Vec<MatchedOn> {
        let same =
            |key: &Option<String>, held: Option<&String>| key.is_some() && key.as_ref() == held;
        [
            (MatchedOn::CreditCode, same(&self.credit_code, row.credit_code.as_ref())),
            (MatchedOn::Telephone, same(&self.telephone, row.telephone_normalised.as_ref())),
            (MatchedOn::Name, same(&self.name, Some(&row.name_folded))),
        ]
        .into_iter()
        .filter_map(|(on, same)| same.then_some(on))
        .collect()
    }
}

#[derive(FromQueryResult)]
struct Found {
    id: ClientId,
    number: String,
    name: String,
    owner_id: PersonId,
    department_id: Option<DepartmentId>,
    site_id: Option<SiteId>,
    level: Level,
    credit_code: Option<String>,
    telephone_normalised: Option<String>,
    name_folded: String,
}

/// A file that may be of the same client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Similar {
    pub id: ClientId,
    pub number: String,
    pub name: String,
    pub matched_on: Vec<MatchedOn>,
    /// Within the caller's reach.
    pub visible: bool,
}

pub async fn similar(
    db: &impl ConnectionTrait,
    actor: &Actor,
    keys: &Keys,
    except: Option<ClientId>,
) -> Result<Vec<Similar>, DbErr> {
    let Some(alike) = keys.condition() else { return Ok(vec![]) };
    let mut select = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Number,
            Column::Name,
            Column::OwnerId,
            Column::DepartmentId,
            Column::SiteId,
            Column::Level,
            Column::CreditCode,
            Column::TelephoneNormalised,
            Column::NameFolded,
        ])
        .filter(alike)
        .filter(Column::Status.is_in(FileStatus::AUTHORITATIVE))
        .filter(Column::Level.lte(actor.clearance));
    if let Some(id) = except {
        select = select.filter(Column::Id.ne(id));
    }
    let found: Vec<Found> =
        select.order_by_asc(Column::Id).limit(MOST).into_model().all(db).await?;
    Ok(found.into_iter().map(|row| told(actor, keys, row)).collect())
}

fn told(actor: &Actor, keys: &Keys, row: Found) -> Similar {
    let place = Place {
        owner_id: Some(row.owner_id),
        department_id: row.department_id,
        site_id: row.site_id,
        level: row.level.rank(),
    };
    let matched_on = keys.matched(&row);
    let visible = actor.may(ReadClients::NAME, &place);
    Similar { id: row.id, number: row.number, name: row.name, matched_on, visible }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_compared_in_one_spelling() {
        let typed = Keys::new(Some("锦川機電(成都)有限公司"), None, Some("（028）8512 3456"));
        let kept = Keys::new(Some("成都锦川机电有限责任公司"), None, Some("028-85123456"));
        assert_eq!(typed, kept);
    }

    #[test]
    fn what_is_nothing_matches_nothing() {
        let keys = Keys::new(Some("!?"), Some("91"), Some("不详"));
        assert_eq!(keys, Keys::default());
        assert!(keys.condition().is_none());
    }
}
