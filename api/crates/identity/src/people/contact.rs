//! How somebody is written to.
use super::entity::{Column, Entity};
use super::kinds::{Locale, PersonStatus};
use kernel::ids::PersonId;
use kernel::lang::Lang;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// An address and the language of its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub lang: Lang,
}

/// Of those of some people who are active and have an address.
pub async fn contacts(
    db: &impl ConnectionTrait,
    people: impl IntoIterator<Item = PersonId>,
) -> Result<HashMap<PersonId, Contact>, DbErr> {
    let rows: Vec<(PersonId, String, Option<String>, Locale)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name, Column::Email, Column::Locale])
        .filter(Column::Id.is_in(people))
        .filter(Column::Status.eq(PersonStatus::Active))
        .filter(Column::Email.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    let written = |(id, name, email, locale): (PersonId, String, Option<String>, Locale)| {
        Some((id, Contact { name, email: email?, lang: lang(locale) }))
    };
    Ok(rows.into_iter().filter_map(written).collect())
}

/// In which language somebody reads the service.
pub async fn lang_of(db: &impl ConnectionTrait, person: PersonId) -> Result<Lang, DbErr> {
    let row = Entity::find_by_id(person).select_only().column(Column::Locale);
    let locale: Option<Locale> = row.into_tuple().one(db).await?;
    Ok(locale.map(lang).unwrap_or_default())
}

const fn lang(locale: Locale) -> Lang {
    match locale {
        Locale::ZhCn => Lang::ZhCn,
        Locale::ZhTw => Lang::ZhTw,
        Locale::En => Lang::En,
    }
}
