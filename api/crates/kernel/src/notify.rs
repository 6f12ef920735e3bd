//! Telling a person something inside the application, in the transaction of the act that it is about.
//!
//! A notification names a kind (which the frontend puts into words) and a record, never the record's
//! contents: whoever may no longer see the record by the time they look must learn nothing from it.
use crate::audit::{Resource, event};
use crate::code;
use crate::error::ApiResult;
use crate::ids::PersonId;
use crate::lang::Text;
use crate::work::Work;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Table `notification`.
pub mod entity {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notification")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        /// `client.mentioned`.
        pub kind: String,
        /// When the channel of e-mail looks at it (again); null once it has been mailed or never will be.
        pub mail_after: Option<DateTimeUtc>,
        /// The mail that it went into.
        pub mail_id: Option<Uuid>,
        pub resource_type: String,
        pub resource_id: Uuid,
        /// Codes and figures only, as a JSON object.
        #[sea_orm(column_type = "Text")]
        pub params: String,
        pub created_at: DateTimeUtc,
        pub read_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The event of a notice.
pub const CREATED: &str = "notification.created";

/// Rows of one statement; SQLite binds at most 32,766 values.
const CHUNK: usize = 500;

/// A kind of notice, as the channels and the settings of whoever gets it know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeKind {
    /// `client.mentioned`.
    pub code: &'static str,
    /// An escalation, or somebody's access: mailed at once, in quiet hours too, and nobody turns it off.
    pub always: bool,
    pub text: Text,
}

/// An area's kinds of notices: a constant each, and all of them as `NOTICES`.
#[macro_export]
macro_rules! notices {
    (@flag always) => { true };
    (@flag ordinary) => { false };
    ($($name:ident = $code:literal, $flag:ident, $zh:literal, $tw:literal, $en:literal;)+) => {
        $( pub const $name: &$crate::notify::NoticeKind = &$crate::notify::NoticeKind {
            code: $code,
            always: $crate::notices!(@flag $flag),
            text: $crate::lang::Text { zh: $zh, tw: $tw, en: $en },
        }; )+
        pub const NOTICES: &[&$crate::notify::NoticeKind] = &[$($name),+];
    };
}

/// What is to be told.
#[derive(Clone, Debug)]
pub struct Notice {
    pub kind: &'static NoticeKind,
    /// Its label is not kept.
    pub resource: Resource,
    pub params: Map<String, Value>,
}

impl Notice {
    #[must_use]
    pub fn new(kind: &'static NoticeKind, resource: Resource) -> Self {
        Self { kind, resource, params: Map::new() }
    }

    /// A code or a figure, nothing that the record keeps from anybody.
    #[must_use]
    pub fn param(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

/// Tell each of these people, once. Whether they may see the record is for the caller to have asked
/// (somebody who may not should not be told at all) and is asked again whenever they look.
pub async fn send(work: &Work<'_>, people: &[PersonId], notice: &Notice) -> ApiResult<()> {
    let resource_id = notice.resource.id.ok_or(code::INTERNAL)?;
    let params = Value::Object(notice.params.clone()).to_string();
    let people: Vec<_> = people.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    for some in people.chunks(CHUNK) {
        let rows: Vec<_> =
            some.iter().map(|person| row(work, *person, notice, resource_id, &params)).collect();
        let events: Vec<_> = rows.iter().map(|row| told(work, row)).collect();
        let rows = rows.into_iter().map(entity::ActiveModel::from);
        entity::Entity::insert_many(rows).exec_without_returning(work.db()).await?;
        event::Entity::insert_many(events).exec_without_returning(work.db()).await?;
    }
    Ok(())
}

/// Those of some people who have not yet read the same notice.
pub async fn unread(
    db: &impl ConnectionTrait,
    people: &BTreeSet<PersonId>,
    notice: &Notice,
) -> ApiResult<BTreeSet<PersonId>> {
    let resource_id = notice.resource.id.ok_or(code::INTERNAL)?;
    let found: Vec<Uuid> = entity::Entity::find()
        .select_only()
        .column(entity::Column::PersonId)
        .filter(entity::Column::PersonId.is_in(people.iter().map(|person| person.0)))
        .filter(entity::Column::ReadAt.is_null())
        .filter(entity::Column::Kind.eq(notice.kind.code))
        .filter(entity::Column::ResourceId.eq(resource_id))
        .filter(entity::Column::Params.eq(Value::Object(notice.params.clone()).to_string()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().map(PersonId).collect())
}

fn row(
    work: &Work<'_>,
    person: PersonId,
    notice: &Notice,
    resource_id: Uuid,
    params: &str,
) -> entity::Model {
    entity::Model {
        id: work.fresh(),
        person_id: person.0,
        kind: notice.kind.code.to_owned(),
        // Where nothing is mailed nothing waits for it: a server named later starts with what comes then.
        mail_after: (!work.app().config.mail.host.is_empty()).then(|| work.at()),
        mail_id: None,
        resource_type: notice.resource.kind.to_owned(),
        resource_id,
        params: params.to_owned(),
        created_at: work.at(),
        read_at: None,
    }
}

/// Wakes the person's own live stream, and their webhooks; says nothing but what kind there is to read.
fn told(work: &Work<'_>, row: &entity::Model) -> event::ActiveModel {
    event::ActiveModel {
        id: Set(work.fresh()),
        sequence: Set(None),
        name: Set(CREATED.to_owned()),
        occurred_at: Set(work.at()),
        actor_id: Set(work.actor().id.0),
        resource_type: Set("notification".to_owned()),
        resource_id: Set(row.id),
        data: Set(json!({ "kind": row.kind }).to_string()),
        permission: Set(event::OWNER_ONLY.to_owned()),
        owner_id: Set(Some(row.person_id)),
        department_id: Set(None),
        site_id: Set(None),
        level: Set(0),
    }
}
