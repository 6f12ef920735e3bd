//! By which clock terms ran: the company's days and their working hours.
use super::numbered;
use crate::{Handbook, ReadCompliance};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait};
use kernel::lang::Text;
use kernel::sheet::Value;
use std::sync::Arc;
use uuid::Uuid;

const ABOUT: About = About { name: "working-hours", needs: ReadCompliance::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "日期", tw: "日期", en: "day" },
    Text { zh: "工作日", tw: "工作日", en: "working day" },
    Text { zh: "工作时段", tw: "工作時段", en: "working hours" },
    Text { zh: "时区", tw: "時區", en: "time zone" },
];

pub struct Hours(pub Arc<Handbook>);

#[async_trait]
impl Exhibit for Hours {
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
        let calendar = self.0.calendar(app.db.reader()).await?;
        let zone = self.0.zone().name();
        let days = asked.days.from.iter_days().take_while(|day| *day <= asked.days.to);
        let lines = days.map(|day| {
            let hours = calendar.intervals(day).iter().map(|hours| hours.labels());
            let hours: Vec<_> = hours.map(|(start, end)| format!("{start}-{end}")).collect();
            vec![
                Value::Date(day),
                Value::Bool(calendar.is_working_day(day)),
                Value::Text(hours.join(" ")),
                Value::Text(zone.to_owned()),
            ]
        });
        Ok(numbered(lines, after))
    }
}
