//! One statement over the four tables in which things happen: each gives its latest few, and the
//! latest few of those are the page. So a page costs the same however long a file's history is.
use super::dto::TimelineKind;
use crate::ClientId;
use crate::secret_items::Seeing;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::http::paging::COUNT_CAP;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, Value};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where a page ends.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Cursor {
    pub at: DateTime<Utc>,
    pub id: Uuid,
}

/// A row of any of the tables; what a column means depends on the kind.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Row {
    pub kind: String,
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub actor_id: Uuid,
    pub actor_name: Option<String>,
    /// Action, channel or kind of paper.
    pub what: Option<String>,
    /// Changes, summary, body or file name.
    pub body: String,
    /// Personal changes, needs, mentions or media type.
    pub more: Option<String>,
    /// Reason, next step or note.
    pub note: Option<String>,
    /// The file acted on, or the contact.
    pub reference: Option<Uuid>,
    pub label: Option<String>,
    pub corrects_id: Option<Uuid>,
    pub next_on: Option<NaiveDate>,
    /// Version of a comment, size of a paper.
    pub number: Option<i64>,
    pub removed_at: Option<DateTime<Utc>>,
    /// Of an item its own, of a change that which the trail has it at.
    pub level: i16,
}

/// Acts that show themselves: the talk, the comment, the paper stand in the timeline. What a
/// comment said before it was changed or taken back is for the audit trail alone.
const SHOWN_THEMSELVES: &str = "'client.interaction-recorded', 'client.interaction-corrected', \
    'client.commented', 'client.comment-updated', 'client.comment-removed', \
    'client.attachment-added'";

/// `$1` is the file, `$2` the caller's clearance, `$3` now. What happened to a file at a higher level than
/// the file has now was recorded as secret and stays so; so does what happened to files that were
/// merged into this one.
fn branch(kind: TimelineKind) -> (&'static str, String) {
    match kind {
        TimelineKind::Change => (
            "occurred_at",
            format!(
                "SELECT 'CHANGE' AS kind, id, occurred_at AS at, actor_id, actor_name, \
                 action AS what, changes AS body, personal_changes AS more, reason AS note, \
                 resource_id AS reference, resource_label AS label, \
                 CAST(NULL AS uuid) AS corrects_id, CAST(NULL AS date) AS next_on, \
                 CAST(NULL AS bigint) AS number, CAST(NULL AS timestamptz) AS removed_at, level \
                 FROM audit_entry WHERE resource_id IN \
                 (SELECT id FROM client WHERE id = $1 OR merged_into_id = $1) \
                 AND resource_type = 'client' AND outcome = 'DONE' AND level <= $2 \
                 AND CAST($3 AS timestamptz) IS NOT NULL \
                 AND action NOT IN ({SHOWN_THEMSELVES})"
            ),
        ),
        TimelineKind::Interaction => (
            "occurred_at",
            "SELECT 'INTERACTION' AS kind, id, occurred_at AS at, created_by AS actor_id, \
             CAST(NULL AS text) AS actor_name, channel AS what, summary AS body, needs AS more, \
             next_step AS note, with_contact_id AS reference, CAST(NULL AS text) AS label, \
             corrects_id, next_on, CAST(NULL AS bigint) AS number, removed_at, \
             CAST(CASE WHEN level_ends_at > $3 THEN level ELSE 0 END AS smallint) AS level \
             FROM client_interaction WHERE client_id = $1 AND (level <= $2 OR level_ends_at <= $3)"
                .to_owned(),
        ),
        TimelineKind::Comment => (
            "created_at",
            "SELECT 'COMMENT' AS kind, id, created_at AS at, created_by AS actor_id, \
             CAST(NULL AS text) AS actor_name, CAST(NULL AS text) AS what, body, \
             mentions AS more, CAST(NULL AS text) AS note, CAST(NULL AS uuid) AS reference, \
             CAST(NULL AS text) AS label, CAST(NULL AS uuid) AS corrects_id, \
             CAST(NULL AS date) AS next_on, version AS number, removed_at, \
             CAST(CASE WHEN level_ends_at > $3 THEN level ELSE 0 END AS smallint) AS level \
             FROM client_comment WHERE client_id = $1 AND (level <= $2 OR level_ends_at <= $3)"
                .to_owned(),
        ),
        TimelineKind::Attachment => (
            "created_at",
            "SELECT 'ATTACHMENT' AS kind, id, created_at AS at, created_by AS actor_id, \
             CAST(NULL AS text) AS actor_name, kind AS what, file_name AS body, \
             media_type AS more, note, CAST(NULL AS uuid) AS reference, \
             CAST(NULL AS text) AS label, CAST(NULL AS uuid) AS corrects_id, \
             CAST(NULL AS date) AS next_on, size AS number, removed_at, \
             CAST(CASE WHEN level_ends_at > $3 THEN level ELSE 0 END AS smallint) AS level \
             FROM client_attachment WHERE client_id = $1 AND (level <= $2 OR level_ends_at <= $3)"
                .to_owned(),
        ),
    }
}

const KINDS: [TimelineKind; 4] = [
    TimelineKind::Change,
    TimelineKind::Interaction,
    TimelineKind::Comment,
    TimelineKind::Attachment,
];

/// The branches of some kinds, each cut to `rows` by itself; `further` is a further condition.
fn union(kinds: &[TimelineKind], further: impl Fn(&str) -> String, rows: u64) -> String {
    KINDS
        .into_iter()
        .filter(|kind| kinds.is_empty() || kinds.contains(kind))
        .map(|kind| {
            let (time, select) = branch(kind);
            let further = further(time);
            // In a subquery of its own, for only there may it be cut on both databases.
            format!(
                "SELECT * FROM ({select}{further} ORDER BY {time} DESC, id DESC LIMIT {rows}) b"
            )
        })
        .collect::<Vec<_>>()
        .join(" UNION ALL ")
}

/// Latest first.
pub async fn page(
    db: &impl ConnectionTrait,
    (actor, now): Seeing<'_>,
    client: ClientId,
    kinds: &[TimelineKind],
    after: Option<Cursor>,
    rows: u64,
) -> Result<Vec<Row>, DbErr> {
    let mut values: Vec<Value> = vec![client.0.into(), actor.clearance.into(), now.into()];
    let further = |time: &str| match after {
        Some(_) => format!(" AND ({time}, id) < ($4, $5)"),
        None => String::new(),
    };
    let all = union(kinds, further, rows);
    if let Some(after) = after {
        values.extend([after.at.into(), after.id.into()]);
    }
    let sql = format!("SELECT * FROM ({all}) a ORDER BY at DESC, id DESC LIMIT {rows}");
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Row::find_by_statement(statement).all(db).await
}

pub async fn count(
    db: &impl ConnectionTrait,
    (actor, now): Seeing<'_>,
    client: ClientId,
    kinds: &[TimelineKind],
) -> Result<u64, DbErr> {
    let all = union(kinds, |_| String::new(), COUNT_CAP);
    let sql = format!("SELECT COUNT(*) AS total FROM ({all}) a");
    let values: [Value; 3] = [client.0.into(), actor.clearance.into(), now.into()];
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let row = db.query_one_raw(statement).await?;
    let total: i64 = row.map(|row| row.try_get("", "total")).transpose()?.unwrap_or_default();
    Ok(u64::try_from(total).unwrap_or_default())
}
