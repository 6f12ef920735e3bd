//! What an auditor is shown of external provision: who was given what, on which ground (B-SEC-07, B-SEC-08).
use super::entity::Model;
use super::{show, store};
use crate::ReadDisclosures;
use crate::names::Names;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait, moment, text};
use kernel::lang::Text;
use kernel::sheet::Value;
use sea_orm::{ActiveEnum, ColumnTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

const ABOUT: About = About { name: "disclosures", needs: ReadDisclosures::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "编号", tw: "編號", en: "number" },
    Text { zh: "接收方类别", tw: "接收方類別", en: "kind of recipient" },
    Text { zh: "接收方", tw: "接收方", en: "recipient" },
    Text { zh: "用途", tw: "用途", en: "purpose" },
    Text { zh: "依据", tw: "依據", en: "ground" },
    Text { zh: "法律依据", tw: "法律依據", en: "legal basis" },
    Text { zh: "提供内容", tw: "提供內容", en: "sections" },
    Text { zh: "形式", tw: "形式", en: "form" },
    Text { zh: "档案数", tw: "檔案數", en: "files" },
    Text { zh: "其中已销毁", tw: "其中已銷毀", en: "destroyed since" },
    Text { zh: "状态", tw: "狀態", en: "state" },
    Text { zh: "申请人", tw: "申請人", en: "requested by" },
    Text { zh: "申请时间", tw: "申請時間", en: "requested at" },
    Text { zh: "批准时间", tw: "核准時間", en: "approved at" },
    Text { zh: "提供人", tw: "提供人", en: "provided by" },
    Text { zh: "提供日期", tw: "提供日期", en: "provided on" },
    Text { zh: "方式", tw: "方式", en: "means" },
    Text { zh: "实际提供", tw: "實際提供", en: "handed over" },
];

pub struct Provided;

#[async_trait]
impl Exhibit for Provided {
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
        let days = (asked.days.begin, asked.days.end);
        let mut found = store::within(actor, app.clock.now(), days, after);
        if let Some(id) = asked.department_id {
            found = found.filter(super::entity::Column::DepartmentId.eq(id));
        }
        let rows = found.limit(most).all(db).await?;
        let names = show::names(db, &rows).await?;
        Ok(rows.iter().map(|row| line(row, &names)).collect())
    }
}

fn line(row: &Model, names: &Names) -> Line {
    let sections: Vec<String> = serde_json::from_str(&row.sections).unwrap_or_default();
    let named = |id| text(Some(names.person(id).name));
    let cells = vec![
        Value::Text(row.number.clone()),
        Value::Text(row.recipient_kind.code()),
        text(row.recipient.clone()),
        Value::Text(row.purpose.clone()),
        Value::Text(row.ground.code()),
        text(row.legal_basis.clone()),
        Value::Text(sections.join(" ")),
        Value::Text(row.form.code()),
        Value::Integer(i64::from(row.file_count)),
        Value::Integer(i64::from(row.destroyed_files)),
        Value::Text(row.state.to_value()),
        named(row.requested_by),
        moment(row.requested_at),
        row.approved_at.map_or(Value::Empty, moment),
        row.provided_by.map_or(Value::Empty, named),
        row.provided_on.map_or(Value::Empty, Value::Date),
        text(row.means.map(super::kinds::DisclosureMeans::code)),
        text(row.handed_over.clone()),
    ];
    Line { place: row.id.0, cells }
}
