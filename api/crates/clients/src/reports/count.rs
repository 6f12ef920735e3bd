//! Counting the files that a reader may see. What is grouped is counted by the database, what is
//! not by asking the figure's own filter; the list begins at the same `chosen`.
use super::figures::{
    Asked, BANDS, Classification, Dimension, Figure, FigureGroup, SCALES, attention, demand, head,
    movement, query,
};
use super::period::Period;
use crate::ReadClients;
use crate::archive::entity::{Column, Entity};
use crate::archive::filter::ClientFilter;
use crate::archive::kinds::{ClientKind, ClientState, Level, Tier};
use crate::archive::list::chosen;
use crate::bulk::filter;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::ids::DepartmentId;
use kernel::lang::Text;
use sea_orm::{
    DatabaseConnection, FromQueryResult, Iterable, PaginatorTrait, QuerySelect, Select, TryGetable,
};
use serde::Serialize;
use serde_json::json;
use std::collections::HashMap;
use std::hash::Hash;

/// Values of one free text that are shown: the most frequent.
const VALUES: usize = 200;

/// Counts for one reader.
pub struct Counting<'a> {
    db: &'a DatabaseConnection,
    actor: &'a Actor,
    /// Files in force that exist for the reader.
    base: Select<Entity>,
}

pub async fn classification(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    period: &Period,
) -> ApiResult<Classification> {
    let db = app.db.reader();
    let now = app.clock.now();
    let (from, to) = period.moments(handbook.zone()).ok_or(code::INTERNAL)?;
    let base = chosen::<ReadClients>(db, actor, &ClientFilter::default()).await?;
    let counting = Counting { db, actor, base };
    let all = Text { zh: "全部", tw: "全部", en: "All" };
    let total = Asked { key: "ALL", label: all, filter: String::new() };
    let total = counting.ask(total).await?;
    let mut answer = head(period, now, total);
    counting.contents(&mut answer.groups).await?;
    counting.custody(&mut answer.groups).await?;
    let scale = counting.scale().await?;
    answer.groups.push(FigureGroup { dimension: Dimension::Scale, figures: scale });
    let surveyed = counting.asked(demand()).await?;
    answer.groups.push(FigureGroup { dimension: Dimension::Demand, figures: surveyed });
    let happened = counting.asked(movement(from, to)).await?;
    answer.groups.push(FigureGroup { dimension: Dimension::Movement, figures: happened });
    let due = counting.asked(attention(handbook.date(now))).await?;
    answer.groups.push(FigureGroup { dimension: Dimension::Attention, figures: due });
    Ok(answer)
}

/// The files of one value.
#[derive(FromQueryResult)]
struct Row<V: TryGetable> {
    value: V,
    files: i64,
}

impl Counting<'_> {
    async fn ask(&self, asked: Asked) -> ApiResult<Figure> {
        let filter = filter(&asked.filter)?;
        let files = chosen::<ReadClients>(self.db, self.actor, &filter).await?;
        let count = files.count(self.db).await?;
        Ok(asked.counted(count, self.actor.request.lang))
    }

    async fn asked(&self, asked: Vec<Asked>) -> ApiResult<Vec<Figure>> {
        let mut figures = Vec::with_capacity(asked.len());
        for one in asked {
            figures.push(self.ask(one).await?);
        }
        Ok(figures)
    }

    /// Files by the values of a column.
    async fn by<V: TryGetable + Eq + Hash>(&self, column: Column) -> ApiResult<HashMap<V, u64>> {
        let rows: Vec<Row<V>> = self
            .base
            .clone()
            .select_only()
            .column_as(column, "value")
            .column_as(sea_orm::sea_query::Expr::cust("COUNT(*)"), "files")
            .group_by(column)
            .into_model()
            .all(self.db)
            .await?;
        let whole = |files: i64| u64::try_from(files).unwrap_or_default();
        Ok(rows.into_iter().map(|row| (row.value, whole(row.files))).collect())
    }

    /// Every choice of an enumeration, also those that no file has.
    async fn choices<V>(
        &self,
        column: Column,
        parameter: &str,
        text: fn(V) -> Text,
    ) -> ApiResult<Vec<Figure>>
    where
        V: TryGetable + Eq + Hash + Iterable + Serialize + Copy,
    {
        let counts = self.by::<V>(column).await?;
        let figure = |value: V| {
            let key = json!(value).as_str().unwrap_or_default().to_owned();
            Figure {
                label: text(value).in_lang(self.actor.request.lang).to_owned(),
                count: counts.get(&value).copied().unwrap_or_default(),
                filter: query(&[(parameter, &key)]),
                key,
            }
        };
        Ok(V::iter().map(figure).collect())
    }

    async fn contents(&self, groups: &mut Vec<FigureGroup>) -> ApiResult<()> {
        let state = self.choices(Column::State, "state", ClientState::text).await?;
        let tier = self.choices(Column::Tier, "tier", Tier::text).await?;
        let level = self.choices(Column::Level, "level", Level::text).await?;
        let kind = self.choices(Column::Kind, "kind", ClientKind::text).await?;
        let industry = self.written(Column::Industry, "industry", "INDUSTRY").await?;
        let region = self.written(Column::Region, "region", "REGION").await?;
        for (dimension, figures) in [
            (Dimension::State, state),
            (Dimension::Tier, tier),
            (Dimension::Level, level),
            (Dimension::Kind, kind),
            (Dimension::Industry, industry),
            (Dimension::Region, region),
        ] {
            groups.push(FigureGroup { dimension, figures });
        }
        Ok(())
    }

    async fn custody(&self, groups: &mut Vec<FigureGroup>) -> ApiResult<()> {
        for (dimension, figures) in [
            (Dimension::Department, self.departments().await?),
            (Dimension::Completeness, self.bands().await?),
            (Dimension::Compliance, self.compliance().await?),
        ] {
            groups.push(FigureGroup { dimension, figures });
        }
        Ok(())
    }

    /// Files by what is written in a field, most first; then those where nothing is.
    async fn written(
        &self,
        column: Column,
        parameter: &str,
        blank: &str,
    ) -> ApiResult<Vec<Figure>> {
        let counts = self.by::<Option<String>>(column).await?;
        let (mut figures, mut nothing) = (vec![], 0);
        for (value, count) in counts {
            match value {
                Some(label) => figures.push(Figure {
                    filter: query(&[(parameter, &label)]),
                    key: label.clone(),
                    label,
                    count,
                }),
                None => nothing = count,
            }
        }
        Ok(self.with_blank(figures, nothing, blank))
    }

    fn with_blank(&self, mut figures: Vec<Figure>, nothing: u64, blank: &str) -> Vec<Figure> {
        figures.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.label.cmp(&b.label)));
        figures.truncate(VALUES);
        self.and_blank(figures, nothing, blank)
    }

    /// Those where nothing is written come last.
    fn and_blank(&self, mut figures: Vec<Figure>, nothing: u64, blank: &str) -> Vec<Figure> {
        if nothing > 0 {
            let label = Text { zh: "（未填）", tw: "（未填）", en: "(blank)" };
            figures.push(Figure {
                key: String::new(),
                label: label.in_lang(self.actor.request.lang).to_owned(),
                count: nothing,
                filter: query(&[("without", blank)]),
            });
        }
        figures
    }

    async fn departments(&self) -> ApiResult<Vec<Figure>> {
        let counts = self.by::<Option<DepartmentId>>(Column::DepartmentId).await?;
        let mut wanted = crate::names::Wanted::default();
        counts.keys().for_each(|id| wanted.department(*id));
        let names = wanted.find(self.db).await?;
        let nothing = counts.get(&None).copied().unwrap_or_default();
        let figure = |(id, count): (Option<DepartmentId>, u64)| {
            let id = id?;
            let key = id.to_string();
            let filter = query(&[("department_id", &key)]);
            Some(Figure { key, label: names.department(id).name, count, filter })
        };
        let figures = counts.into_iter().filter_map(figure).collect();
        Ok(self.with_blank(figures, nothing, "DEPARTMENT"))
    }

    async fn bands(&self) -> ApiResult<Vec<Figure>> {
        let counts = self.by::<i16>(Column::Completeness).await?;
        let figure = |(least, most): (i16, i16)| {
            let within = counts.iter().filter(|(percent, _)| (least..=most).contains(*percent));
            let (from, to) = (least.to_string(), most.to_string());
            let name = if least == most { format!("{from}%") } else { format!("{from}–{to}%") };
            Figure {
                key: format!("{from}-{to}"),
                label: name,
                count: within.map(|(_, count)| count).sum(),
                filter: query(&[("completeness_min", &from), ("completeness_max", &to)]),
            }
        };
        Ok(BANDS.into_iter().map(figure).collect())
    }

    /// A-CLI-20: by employees; then those whose files do not say.
    async fn scale(&self) -> ApiResult<Vec<Figure>> {
        let counts = self.by::<Option<i32>>(Column::Employees).await?;
        let band = |(least, most): (i32, Option<i32>)| {
            let within =
                |employees: &i32| *employees >= least && most.is_none_or(|most| *employees <= most);
            let found = counts.iter().filter(|(value, _)| value.as_ref().is_some_and(within));
            let from = least.to_string();
            let to = most.map(|most| most.to_string());
            let mut parameters = vec![("employees_min", from.as_str())];
            parameters.extend(to.as_deref().map(|to| ("employees_max", to)));
            let name =
                to.as_deref().map_or_else(|| format!("≥ {from}"), |to| format!("{from}–{to}"));
            Figure {
                key: name.clone(),
                label: name,
                count: found.map(|(_, count)| count).sum(),
                filter: query(&parameters),
            }
        };
        let figures = SCALES.into_iter().map(band).collect();
        let nothing = counts.get(&None).copied().unwrap_or_default();
        Ok(self.and_blank(figures, nothing, "EMPLOYEES"))
    }

    async fn compliance(&self) -> ApiResult<Vec<Figure>> {
        let counts = self.by::<bool>(Column::Compliant).await?;
        let figure = |(yes, key, label): (bool, &str, Text)| Figure {
            key: key.to_owned(),
            label: label.in_lang(self.actor.request.lang).to_owned(),
            count: counts.get(&yes).copied().unwrap_or_default(),
            filter: query(&[("compliant", if yes { "true" } else { "false" })]),
        };
        let both = [
            (true, "COMPLIANT", Text { zh: "合规", tw: "合規", en: "Compliant" }),
            (false, "NON_COMPLIANT", Text { zh: "不合规", tw: "不合規", en: "Not compliant" }),
        ];
        Ok(both.into_iter().map(figure).collect())
    }
}
