//! How each rule was kept: the figures of the compliance page.
use super::numbered;
use crate::ReadCompliance;
use crate::compliance::{ComplianceLine, ComplianceQuery, report};
use crate::obligations::Obligations;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::evidence::{About, Asked, Exhibit, Line, async_trait};
use kernel::lang::Text;
use kernel::sheet::Value;
use std::sync::Arc;
use uuid::Uuid;

const ABOUT: About = About { name: "compliance", needs: ReadCompliance::NAME, columns: COLUMNS };
const COLUMNS: &[Text] = &[
    Text { zh: "条款", tw: "條款", en: "rule" },
    Text { zh: "内容", tw: "內容", en: "title" },
    Text { zh: "应办", tw: "應辦", en: "due" },
    Text { zh: "按时", tw: "按時", en: "in time" },
    Text { zh: "逾期完成", tw: "逾期完成", en: "late" },
    Text { zh: "未办", tw: "未辦", en: "missed" },
    Text { zh: "豁免", tw: "豁免", en: "excused" },
    Text { zh: "拦截", tw: "攔截", en: "refused" },
    Text { zh: "例外", tw: "例外", en: "exceptions" },
    Text { zh: "按时率（%）", tw: "按時率（%）", en: "in time, percent" },
];

pub struct Kept(pub Arc<Obligations>);

#[async_trait]
impl Exhibit for Kept {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    async fn lines(
        &self,
        app: &App,
        actor: &Actor,
        asked: &Asked,
        (after, _): (Option<Uuid>, u64),
    ) -> ApiResult<Vec<Line>> {
        let query = ComplianceQuery {
            from: Some(asked.days.from),
            to: Some(asked.days.to),
            department_id: asked.department_id,
            module: None,
        };
        let lines = report(app, &self.0, actor, &query).await?.body.items;
        Ok(numbered(lines.iter().map(line), after))
    }
}

fn line(rule: &ComplianceLine) -> Vec<Value> {
    let due = &rule.fell_due;
    let counts = [
        &due.due,
        &due.in_time,
        &due.late,
        &due.missed,
        &due.excused,
        &rule.refused,
        &rule.exceptions,
    ];
    let counts =
        counts.map(|figure| Value::Integer(i64::try_from(figure.count).unwrap_or(i64::MAX)));
    let rate = due.rate.map_or(Value::Empty, |rate| Value::Integer(i64::from(rate)));
    let named = [Value::Text(rule.rule.to_owned()), Value::Text(rule.title.to_owned())];
    named.into_iter().chain(counts).chain([rate]).collect()
}
