//! What fell due, and what became of it.
use crate::ReadCompliance;
use crate::obligations::entity::{Column, Entity, Model};
use crate::obligations::show::Around;
use crate::obligations::{Obligations, store};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait, moment, text};
use kernel::lang::Text;
use kernel::sheet::Value;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::sync::Arc;
use uuid::Uuid;

const ABOUT: About = About { name: "obligations", needs: ReadCompliance::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "编号", tw: "編號", en: "id" },
    Text { zh: "依据", tw: "依據", en: "rules" },
    Text { zh: "事项", tw: "事項", en: "what" },
    Text { zh: "对象", tw: "對象", en: "about" },
    Text { zh: "期次", tw: "期次", en: "occasion" },
    Text { zh: "责任人", tw: "責任人", en: "of whom" },
    Text { zh: "部门", tw: "部門", en: "department" },
    Text { zh: "产生时间", tw: "產生時間", en: "opened at" },
    Text { zh: "到期时间", tw: "到期時間", en: "due at" },
    Text { zh: "状态", tw: "狀態", en: "state" },
    Text { zh: "逾期完成", tw: "逾期完成", en: "late" },
    Text { zh: "上报次数", tw: "上報次數", en: "escalations" },
    Text { zh: "了结时间", tw: "了結時間", en: "settled at" },
    Text { zh: "办理人", tw: "辦理人", en: "settled by" },
    Text { zh: "原因", tw: "原因", en: "reason" },
    Text { zh: "豁免编号", tw: "豁免編號", en: "exception" },
];

pub struct Due(pub Arc<Obligations>);

#[async_trait]
impl Exhibit for Due {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    async fn lines(
        &self,
        app: &App,
        actor: &Actor,
        asked: &Asked,
        (after, most): (Option<Uuid>, u64),
    ) -> ApiResult<Vec<Line>> {
        let db = app.db.reader();
        let department = asked.department_id.map(|id| Column::DepartmentId.eq(id));
        let rows = Entity::find()
            .filter(Column::DueOn.between(asked.days.from, asked.days.to))
            .filter(store::visible_to(&self.0, actor, app.clock.now()))
            .filter(
                Condition::all()
                    .add_option(department)
                    .add_option(after.map(|id| Column::Id.gt(id))),
            )
            .order_by_asc(Column::Id)
            .limit(most)
            .all(db)
            .await?;
        let around = Around::of(app, db, &self.0, actor, &rows).await?;
        Ok(rows.iter().map(|row| line(row, &around)).collect())
    }
}

fn line(row: &Model, around: &Around<'_>) -> Line {
    let shown = around.row(row);
    let rules: Vec<_> = shown.clauses.iter().map(|clause| clause.id.as_str()).collect();
    let cells = vec![
        Value::Text(row.id.0.to_string()),
        Value::Text(rules.join(" ")),
        Value::Text(shown.name),
        Value::Text(shown.subject.name),
        text(shown.occasion),
        text(shown.person.map(|person| person.name)),
        text(shown.department.map(|department| department.name)),
        moment(shown.opened_at),
        moment(shown.due_at),
        Value::Text(sea_orm::ActiveEnum::to_value(&shown.state)),
        Value::Bool(shown.late),
        Value::Integer(i64::from(shown.escalations)),
        shown.settled_at.map_or(Value::Empty, moment),
        text(shown.settled_by.map(|person| person.name)),
        text(shown.reason),
        text(shown.exception_id.map(|id| id.0.to_string())),
    ];
    Line { place: row.id.0, cells }
}
