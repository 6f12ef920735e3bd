//! Queries on what people chose.
use super::choice::{self, MailChoice};
use super::rules::Hours;
use super::setting;
use kernel::ids::PersonId;
use kernel::notify::NoticeKind;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, sea_query::OnConflict,
};
use std::collections::HashMap;

/// What some people chose; the usual where they chose nothing.
#[derive(Default)]
pub struct Chosen {
    hours: HashMap<PersonId, Hours>,
    channels: HashMap<(PersonId, String), MailChoice>,
}

impl Chosen {
    pub async fn of(
        db: &impl ConnectionTrait,
        people: impl IntoIterator<Item = PersonId> + Clone,
    ) -> Result<Self, DbErr> {
        let settings = setting::Entity::find()
            .filter(setting::Column::PersonId.is_in(people.clone()))
            .all(db)
            .await?;
        let channels =
            choice::Entity::find().filter(choice::Column::PersonId.is_in(people)).all(db).await?;
        Ok(Self {
            hours: settings.iter().map(|row| (row.person_id, hours(row))).collect(),
            channels: channels
                .into_iter()
                .map(|row| ((row.person_id, row.kind), row.mail))
                .collect(),
        })
    }

    #[must_use]
    pub fn hours(&self, person: PersonId) -> Hours {
        self.hours.get(&person).copied().unwrap_or_default()
    }

    #[must_use]
    pub fn mail(&self, person: PersonId, kind: &NoticeKind) -> MailChoice {
        let chosen = self.channels.get(&(person, kind.code.to_owned()));
        in_force(kind, chosen.copied())
    }
}

/// What holds of a kind for whoever chose this, or nothing: nobody puts an escalation off.
#[must_use]
pub fn in_force(kind: &NoticeKind, chosen: Option<MailChoice>) -> MailChoice {
    if kind.always { MailChoice::AtOnce } else { chosen.unwrap_or(MailChoice::Digest) }
}

#[must_use]
pub fn hours(row: &setting::Model) -> Hours {
    Hours { digest: row.digest_minute, quiet: row.quiet_from_minute.zip(row.quiet_to_minute) }
}

pub async fn setting(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Option<setting::Model>, DbErr> {
    setting::Entity::find_by_id(person).one(db).await
}

pub async fn channels(
    db: &impl ConnectionTrait,
    person: PersonId,
) -> Result<Vec<choice::Model>, DbErr> {
    choice::Entity::find().filter(choice::Column::PersonId.eq(person)).all(db).await
}

/// Keep the hours where they are still at the version before; false: somebody was faster.
pub async fn save(tx: &DatabaseTransaction, row: setting::Model) -> Result<bool, DbErr> {
    use setting::Column;
    let (person, before) = (row.person_id, row.version.saturating_sub(1));
    if before > 1 {
        let changed = setting::Entity::update_many()
            .set(row.into_active_model().reset_all())
            .filter(Column::PersonId.eq(person))
            .filter(Column::Version.eq(before))
            .exec(tx)
            .await?;
        return Ok(changed.rows_affected > 0);
    }
    let first = OnConflict::column(Column::PersonId).do_nothing().to_owned();
    let made = setting::Entity::insert(row.into_active_model())
        .on_conflict(first)
        .exec_without_returning(tx)
        .await?;
    Ok(made > 0)
}

/// What is chosen otherwise than usual, all of it.
pub async fn choose(
    tx: &DatabaseTransaction,
    person: PersonId,
    rows: Vec<choice::Model>,
) -> Result<(), DbErr> {
    choice::Entity::delete_many().filter(choice::Column::PersonId.eq(person)).exec(tx).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    choice::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}
