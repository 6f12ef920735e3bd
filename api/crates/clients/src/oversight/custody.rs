//! The files of each owner, counted by the database in one statement.
use super::dto::{Counted, Custody};
use super::figures::{and, incomplete, non_compliant, overdue};
use crate::archive::entity::{Column, Entity};
use crate::archive::kinds::ClientKind;
use crate::instructions::store::Tasks;
use crate::reports::query;
use crate::submissions::waiting::Waiting;
use chrono::NaiveDate;
use kernel::ids::{DepartmentId, PersonId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, FromQueryResult, QuerySelect, Select,
    sea_query::{Condition, Expr, Func, SimpleExpr},
};

/// What one statement says of one owner in one department.
#[derive(Clone, Debug, Default, FromQueryResult)]
pub struct Row {
    pub owner_id: Option<PersonId>,
    pub department_id: Option<DepartmentId>,
    pub files: i64,
    pub percent: i64,
    pub incomplete: i64,
    pub non_compliant: i64,
    pub overdue: i64,
}

/// How many rows meet a condition.
fn those(condition: Condition) -> SimpleExpr {
    Func::sum(Expr::case(condition, Expr::cust("1")).finally(Expr::cust("0"))).into()
}

pub async fn of_each(
    db: &impl ConnectionTrait,
    files: Select<Entity>,
    today: NaiveDate,
) -> Result<Vec<Row>, DbErr> {
    let institution = Column::Kind.eq(ClientKind::Institution);
    let not_compliant = Condition::all().add(Column::Compliant.eq(false)).add(institution);
    files
        .select_only()
        .columns([Column::OwnerId, Column::DepartmentId])
        .column_as(Expr::cust("COUNT(*)"), "files")
        .column_as(Expr::cust("CAST(SUM(completeness) AS BIGINT)"), "percent")
        .column_as(those(Condition::all().add(Column::Completeness.lt(100))), "incomplete")
        .column_as(those(not_compliant), "non_compliant")
        .column_as(those(Condition::all().add(Column::VerificationDueOn.lt(today))), "overdue")
        .group_by(Column::OwnerId)
        .group_by(Column::DepartmentId)
        .into_model()
        .all(db)
        .await
}

impl Row {
    /// Everything together.
    #[must_use]
    pub fn total(rows: &[Self]) -> Self {
        rows.iter().fold(Self::default(), |all, row| Self {
            owner_id: None,
            department_id: None,
            files: all.files + row.files,
            percent: all.percent + row.percent,
            incomplete: all.incomplete + row.incomplete,
            non_compliant: all.non_compliant + row.non_compliant,
            overdue: all.overdue + row.overdue,
        })
    }

    /// The query of the list that shows these files.
    fn mine(&self) -> String {
        let mut mine = String::new();
        if let Some(owner) = self.owner_id {
            mine = query(&[("owner_id", &owner.to_string())]);
            let department = self.department_id.map(|id| id.to_string());
            mine = and(
                &mine,
                &match &department {
                    Some(id) => query(&[("department_id", id)]),
                    None => query(&[("without", "DEPARTMENT")]),
                },
            );
        }
        mine
    }

    #[must_use]
    pub fn custody(&self, today: NaiveDate, waiting: Waiting, tasks: Tasks) -> Custody {
        let mine = self.mine();
        let whole = |number: i64| u64::try_from(number).unwrap_or_default();
        let counted = |number: i64, filter: &str| Counted {
            count: whole(number),
            filter: and(&mine, filter),
        };
        Custody {
            files: counted(self.files, ""),
            average_completeness: self.percent.checked_div(self.files).unwrap_or_default(),
            incomplete: counted(self.incomplete, &incomplete()),
            non_compliant: counted(self.non_compliant, &non_compliant()),
            overdue: counted(self.overdue, &overdue(today)),
            submissions_waiting: waiting.count,
            oldest_submission_at: waiting.oldest,
            instructions_open: tasks.open,
            instructions_late: tasks.late,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn row(owner: u128, files: i64, percent: i64) -> Row {
        let owner_id = Some(PersonId(Uuid::from_u128(owner)));
        Row { owner_id, files, percent, ..Row::default() }
    }

    #[test]
    fn an_average_is_over_files_and_not_over_owners() {
        let rows = [row(1, 1, 100), row(2, 3, 60)];
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let all = Row::total(&rows).custody(today, Waiting::default(), Tasks::default());
        assert_eq!((all.files.count, all.average_completeness), (4, 40));
        assert_eq!(all.files.filter, "");
        let nobody = Row::default().custody(today, Waiting::default(), Tasks::default());
        assert_eq!(nobody.average_completeness, 0);
    }

    #[test]
    fn the_files_of_an_owner_without_a_department_are_those_alone() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mine = row(1, 2, 90).custody(today, Waiting::default(), Tasks::default());
        assert!(mine.overdue.filter.contains("without=DEPARTMENT"), "{}", mine.overdue.filter);
        assert!(crate::bulk::filter(&mine.overdue.filter).is_ok());
    }
}
