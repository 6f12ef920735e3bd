//! What was departed from, why, and by whose leave.
use crate::ReadCompliance;
use crate::exceptions::entity::{Column, Entity, Model};
use crate::exceptions::{show::Around, store};
use crate::obligations::Obligations;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait, moment, text};
use kernel::lang::Text;
use kernel::sheet::Value;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::sync::Arc;
use uuid::Uuid;

const ABOUT: About = About { name: "exceptions", needs: ReadCompliance::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "编号", tw: "編號", en: "id" },
    Text { zh: "依据", tw: "依據", en: "rules" },
    Text { zh: "类型", tw: "類型", en: "kind" },
    Text { zh: "对象", tw: "對象", en: "about" },
    Text { zh: "责任人", tw: "責任人", en: "of whom" },
    Text { zh: "理由", tw: "理由", en: "reason" },
    Text { zh: "状态", tw: "狀態", en: "state" },
    Text { zh: "申请人", tw: "申請人", en: "requested by" },
    Text { zh: "申请时间", tw: "申請時間", en: "requested at" },
    Text { zh: "决定人", tw: "決定人", en: "decided by" },
    Text { zh: "决定时间", tw: "決定時間", en: "decided at" },
    Text { zh: "决定意见", tw: "決定意見", en: "decision" },
    Text { zh: "有效至", tw: "有效至", en: "until" },
    Text { zh: "事项编号", tw: "事項編號", en: "obligation" },
];

pub struct Exceptions(pub Arc<Obligations>);

#[async_trait]
impl Exhibit for Exceptions {
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
            .filter(Column::RequestedAt.gte(asked.days.begin))
            .filter(Column::RequestedAt.lt(asked.days.end))
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
        Ok(rows.into_iter().map(|row| line(row, &around)).collect())
    }
}

fn line(row: Model, around: &Around<'_>) -> Line {
    let shown = around.row(row);
    let rules: Vec<_> = shown.clauses.iter().map(|clause| clause.id.as_str()).collect();
    let cells = vec![
        Value::Text(shown.id.0.to_string()),
        Value::Text(rules.join(" ")),
        Value::Text(shown.name),
        Value::Text(shown.subject.name),
        text(shown.person.map(|person| person.name)),
        Value::Text(shown.reason),
        Value::Text(sea_orm::ActiveEnum::to_value(&shown.state)),
        Value::Text(shown.requested_by.name),
        moment(shown.requested_at),
        text(shown.decided_by.map(|person| person.name)),
        shown.decided_at.map_or(Value::Empty, moment),
        text(shown.decision_note),
        shown.expires_on.map_or(Value::Empty, Value::Date),
        text(shown.obligation_id.map(|id| id.0.to_string())),
    ];
    Line { place: shown.id.0, cells }
}
