//! Which superiors were told of what was late.
use crate::obligations::entity::{Column as DueColumn, Entity as Due};
use crate::obligations::escalation_entity::{Column, Entity, Model};
use crate::obligations::{Obligations, store};
use crate::{EscalationId, ReadCompliance};
use identity::names::Wanted;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait, moment};
use kernel::lang::Text;
use kernel::sheet::Value;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::sync::Arc;
use uuid::Uuid;

const ABOUT: About = About { name: "escalations", needs: ReadCompliance::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "事项编号", tw: "事項編號", en: "obligation" },
    Text { zh: "级次", tw: "級次", en: "step" },
    Text { zh: "上报对象", tw: "上報對象", en: "told" },
    Text { zh: "上报时间", tw: "上報時間", en: "told at" },
];

pub struct Escalations(pub Arc<Obligations>);

#[async_trait]
impl Exhibit for Escalations {
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
        let department = asked.department_id.map(|id| DueColumn::DepartmentId.eq(id));
        let seen = Due::find()
            .select_only()
            .column(DueColumn::Id)
            .filter(DueColumn::DueOn.between(asked.days.from, asked.days.to))
            .filter(store::visible_to(&self.0, actor, app.clock.now()))
            .filter(Condition::all().add_option(department));
        let rows = Entity::find()
            .filter(Column::ObligationId.in_subquery(seen.into_query()))
            .filter(Condition::all().add_option(after.map(|id| Column::Id.gt(EscalationId(id)))))
            .order_by_asc(Column::Id)
            .limit(most)
            .all(db)
            .await?;
        let mut wanted = Wanted::default();
        rows.iter().for_each(|row| wanted.person(row.person_id));
        let names = wanted.find(db).await?;
        let line = |row: &Model| Line {
            place: row.id.0,
            cells: vec![
                Value::Text(row.obligation_id.0.to_string()),
                Value::Integer(i64::from(row.step)),
                Value::Text(names.person(row.person_id).name),
                moment(row.escalated_at),
            ],
        };
        Ok(rows.iter().map(line).collect())
    }
}
