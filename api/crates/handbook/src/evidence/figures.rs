//! With which figures of the handbook: every value of every parameter that was set, by whom and why.
use super::numbered;
use crate::ReadCompliance;
use crate::parameters::store;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait, moment};
use kernel::lang::Text;
use kernel::sheet::Value;
use uuid::Uuid;

const ABOUT: About = About { name: "parameters", needs: ReadCompliance::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "参数", tw: "參數", en: "parameter" },
    Text { zh: "值", tw: "值", en: "value" },
    Text { zh: "生效日期", tw: "生效日期", en: "effective from" },
    Text { zh: "设定人", tw: "設定人", en: "set by" },
    Text { zh: "设定时间", tw: "設定時間", en: "set at" },
    Text { zh: "理由", tw: "理由", en: "reason" },
];

/// Those set by the end of the period; what nobody set is as the handbook has it.
pub struct Figures;

#[async_trait]
impl Exhibit for Figures {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    async fn lines(
        &self,
        app: &App,
        _: &Actor,
        asked: &Asked,
        (after, _): (Option<Uuid>, u64),
    ) -> ApiResult<Vec<Line>> {
        let rows = store::all(app.db.reader()).await?;
        let rows = rows.into_iter().filter(|row| row.set_at < asked.days.end);
        let lines = rows.map(|row| {
            vec![
                Value::Text(row.key),
                Value::Text(row.value),
                Value::Date(row.effective_from),
                Value::Text(row.set_by_name),
                moment(row.set_at),
                Value::Text(row.reason),
            ]
        });
        Ok(numbered(lines, after))
    }
}
