//! How far a plan is: four statements over all files, however many targets it has. They are never
//! part of a work: on SQLite nobody else could write meanwhile.
use super::dto::{Actual, Target};
use crate::ReadClients;
use crate::archive::entity::{Column as FileColumn, Entity as File};
use crate::archive::filter::ClientFilter;
use crate::archive::list::chosen;
use crate::archive::store::visible_to;
use crate::archive::verification_entity as verification;
use crate::reports::Period;
use crate::submissions::entity as submission;
use chrono::{DateTime, Utc};
use handbook::Handbook;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::ids::{DepartmentId, PersonId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter,
    QuerySelect, RelationDef, sea_query::Expr,
};

/// A number of one person in one department.
#[derive(Clone, Debug, FromQueryResult)]
struct Part {
    owner_id: PersonId,
    department_id: Option<DepartmentId>,
    number: i64,
}

/// What was reached, person by person.
pub struct Running {
    pub as_of: DateTime<Utc>,
    new_files: Vec<Part>,
    verifications: Vec<Part>,
    submissions: Vec<Part>,
    files: Vec<Part>,
    percent: Vec<Part>,
}

fn sum(parts: &[Part], target: &Target) -> i64 {
    let meant = |part: &&Part| {
        target.owner_id.is_none_or(|id| id == part.owner_id)
            && target.department_id.is_none_or(|id| Some(id) == part.department_id)
    };
    parts.iter().filter(meant).map(|part| part.number).sum()
}

impl Running {
    /// Over the files that the reader may see.
    pub async fn of(
        app: &App,
        handbook: &Handbook,
        actor: &Actor,
        period: &Period,
    ) -> ApiResult<Self> {
        let (db, as_of) = (app.db.reader(), app.clock.now());
        let between = period.moments(handbook.zone()).ok_or(code::INTERNAL)?;
        let (files, percent) = completeness(db, actor).await?;
        Ok(Self {
            as_of,
            new_files: new_files(db, actor, between).await?,
            verifications: verifications(db, actor, between).await?,
            submissions: submissions(db, actor, between).await?,
            files,
            percent,
        })
    }

    #[must_use]
    pub fn actual(&self, target: &Target) -> Actual {
        let (files, percent) = (sum(&self.files, target), sum(&self.percent, target));
        Actual {
            new_files: sum(&self.new_files, target),
            verifications: sum(&self.verifications, target),
            submissions: sum(&self.submissions, target),
            completeness: percent.checked_div(files),
        }
    }
}

type Between = (DateTime<Utc>, DateTime<Utc>);

async fn new_files(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (from, to): Between,
) -> Result<Vec<Part>, DbErr> {
    let filter = ClientFilter {
        created_after: Some(from),
        created_before: Some(to),
        ..ClientFilter::default()
    };
    chosen::<ReadClients>(db, actor, &filter)
        .await?
        .select_only()
        .columns([FileColumn::OwnerId, FileColumn::DepartmentId])
        .column_as(Expr::cust("COUNT(*)"), "number")
        .group_by(FileColumn::OwnerId)
        .group_by(FileColumn::DepartmentId)
        .into_model()
        .all(db)
        .await
}

/// Files, and the sum of their percents.
async fn completeness(
    db: &impl ConnectionTrait,
    actor: &Actor,
) -> Result<(Vec<Part>, Vec<Part>), DbErr> {
    let rows = chosen::<ReadClients>(db, actor, &ClientFilter::default())
        .await?
        .select_only()
        .columns([FileColumn::OwnerId, FileColumn::DepartmentId])
        .column_as(Expr::cust("COUNT(*)"), "files")
        .column_as(Expr::cust("CAST(SUM(completeness) AS BIGINT)"), "percent")
        .group_by(FileColumn::OwnerId)
        .group_by(FileColumn::DepartmentId)
        .into_tuple::<(PersonId, Option<DepartmentId>, i64, i64)>()
        .all(db)
        .await?;
    let part = |owner_id, department_id, number| Part { owner_id, department_id, number };
    let files = rows.iter().map(|row| part(row.0, row.1, row.2)).collect();
    Ok((files, rows.iter().map(|row| part(row.0, row.1, row.3)).collect()))
}

/// By whose files were verified, whoever did it.
async fn verifications(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (from, to): Between,
) -> Result<Vec<Part>, DbErr> {
    let file: RelationDef = verification::Entity::belongs_to(File)
        .from(verification::Column::ClientId)
        .to(FileColumn::Id)
        .into();
    verification::Entity::find()
        .select_only()
        .columns([FileColumn::OwnerId, FileColumn::DepartmentId])
        .column_as(Expr::cust("COUNT(*)"), "number")
        .join(JoinType::InnerJoin, file)
        .filter(visible_to::<ReadClients>(actor))
        .filter(verification::Column::VerifiedAt.gte(from))
        .filter(verification::Column::VerifiedAt.lt(to))
        .group_by(FileColumn::OwnerId)
        .group_by(FileColumn::DepartmentId)
        .into_model()
        .all(db)
        .await
}

/// By who handed them in, in the department of the client.
async fn submissions(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (from, to): Between,
) -> Result<Vec<Part>, DbErr> {
    use submission::Column as C;
    let reach = actor.reach(ReadClients::NAME);
    submission::Entity::find()
        .select_only()
        .column_as(C::SubmittedBy, "owner_id")
        .column(C::DepartmentId)
        .column_as(Expr::cust("COUNT(*)"), "number")
        .filter(reach.condition(actor.id, C::SubmittedBy, C::DepartmentId, C::SiteId))
        .filter(C::Level.lte(actor.clearance))
        .filter(C::SubmittedAt.gte(from))
        .filter(C::SubmittedAt.lt(to))
        .group_by(C::SubmittedBy)
        .group_by(C::DepartmentId)
        .into_model()
        .all(db)
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn part(owner: u128, department: u128, number: i64) -> Part {
        Part {
            owner_id: PersonId(Uuid::from_u128(owner)),
            department_id: Some(DepartmentId(Uuid::from_u128(department))),
            number,
        }
    }

    #[test]
    fn a_target_counts_its_own_people_and_nobody_else() {
        let parts = [part(1, 7, 3), part(2, 7, 4), part(3, 8, 5)];
        let running = Running {
            as_of: DateTime::UNIX_EPOCH,
            new_files: parts.to_vec(),
            verifications: vec![],
            submissions: vec![],
            files: vec![part(1, 7, 2), part(2, 7, 2)],
            percent: vec![part(1, 7, 180), part(2, 7, 100)],
        };
        let target = |department: Option<u128>, owner: Option<u128>| Target {
            department_id: department.map(|id| DepartmentId(Uuid::from_u128(id))),
            owner_id: owner.map(|id| PersonId(Uuid::from_u128(id))),
            new_files: 0,
            verifications: 0,
            submissions: 0,
            completeness: 0,
        };
        assert_eq!(running.actual(&target(None, None)).new_files, 12);
        assert_eq!(running.actual(&target(Some(7), None)).new_files, 7);
        assert_eq!(running.actual(&target(Some(7), None)).completeness, Some(70));
        assert_eq!(running.actual(&target(None, Some(3))).completeness, None);
        assert_eq!(running.actual(&target(Some(8), Some(1))).new_files, 0);
    }
}
