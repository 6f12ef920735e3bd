//! What was tried and refused, and by which rules: from the trail, as its reader may see it.
use crate::ReadAudit;
use crate::audit::store;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::entry::{Column, Model};
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait, moment, text};
use kernel::lang::Text;
use kernel::sheet::Value;
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const ABOUT: About = About { name: "refusals", needs: ReadAudit::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "审计序号", tw: "稽核序號", en: "audit sequence" },
    Text { zh: "时间", tw: "時間", en: "at" },
    Text { zh: "操作人", tw: "操作人", en: "by" },
    Text { zh: "拒绝代码", tw: "拒絕代碼", en: "code" },
    Text { zh: "依据", tw: "依據", en: "rules" },
    Text { zh: "对象", tw: "對象", en: "about" },
    Text { zh: "请求编号", tw: "請求編號", en: "request" },
];

pub struct Refusals;

#[async_trait]
impl Exhibit for Refusals {
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
        let department = asked.department_id.map(|id| Column::DepartmentId.eq(id.0));
        let rows = store::refused_between(actor, asked.days.begin, asked.days.end)
            .filter(
                Condition::all()
                    .add_option(department)
                    .add_option(after.map(|id| Column::Id.gt(id))),
            )
            .order_by_asc(Column::Id)
            .limit(most)
            .all(app.db.reader())
            .await?;
        Ok(rows.into_iter().map(line).collect())
    }
}

fn line(row: Model) -> Line {
    let cells = vec![
        row.sequence.map_or(Value::Empty, Value::Integer),
        moment(row.occurred_at),
        Value::Text(row.actor_name),
        text(row.code),
        text(row.reason),
        Value::Text(row.resource_label),
        Value::Text(row.request_id),
    ];
    Line { place: row.id, cells }
}
