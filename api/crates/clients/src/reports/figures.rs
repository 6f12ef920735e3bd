//! A classification: figures, each with the filter that opens exactly the files that it counts.
use super::period::{Period, PeriodKind};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use kernel::http::reply::Answer;
use kernel::lang::{Lang, Text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// By what files are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Dimension {
    State,
    Tier,
    Level,
    Kind,
    Industry,
    Region,
    Department,
    /// In percent.
    Completeness,
    Compliance,
    /// By employees (A-CLI-20).
    Scale,
    /// What is known of investment, plans and preferences (A-CLI-20, A-CLI-24).
    Demand,
    /// What happened in the period.
    Movement,
    /// What somebody has to see to, as of now.
    Attention,
}

impl Dimension {
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::State => Text { zh: "客户状态", tw: "客戶狀態", en: "State" },
            Self::Tier => Text { zh: "客户等级", tw: "客戶等級", en: "Tier" },
            Self::Level => Text { zh: "密级", tw: "密級", en: "Level" },
            Self::Kind => Text { zh: "客户类型", tw: "客戶類型", en: "Kind" },
            Self::Industry => Text { zh: "行业", tw: "行業", en: "Industry" },
            Self::Region => Text { zh: "地区", tw: "地區", en: "Region" },
            Self::Department => Text { zh: "部门", tw: "部門", en: "Department" },
            Self::Completeness => Text { zh: "完整度", tw: "完整度", en: "Completeness" },
            Self::Compliance => Text { zh: "合规", tw: "合規", en: "Compliance" },
            Self::Scale => Text { zh: "企业规模", tw: "企業規模", en: "Employees" },
            Self::Demand => Text { zh: "需求调查", tw: "需求調查", en: "Demand surveyed" },
            Self::Movement => Text { zh: "期内变动", tw: "期內變動", en: "In the period" },
            Self::Attention => Text { zh: "待处理", tw: "待處理", en: "To see to" },
        }
    }
}

/// How many files, and which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Figure {
    #[schema(example = "POTENTIAL")]
    pub key: String,
    /// What people read.
    #[schema(example = "潜在目标客户")]
    pub label: String,
    pub count: u64,
    /// Query of `GET /clients` that shows exactly these files to the same reader.
    #[schema(example = "state=POTENTIAL")]
    pub filter: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FigureGroup {
    pub dimension: Dimension,
    pub figures: Vec<Figure>,
}

/// The files that a reader may see, sorted and counted (A-CLI-12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Classification {
    #[schema(example = "2026-Q4")]
    pub period: String,
    pub period_kind: PeriodKind,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// All but the movement is as of this moment.
    pub as_of: DateTime<Utc>,
    pub total: Figure,
    pub groups: Vec<FigureGroup>,
}

impl Answer for Classification {}

/// A query of the list out of its parameters.
#[must_use]
pub fn query(parameters: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish()
}

#[must_use]
pub fn moment(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A figure that is counted by asking its own filter.
pub struct Asked {
    pub key: &'static str,
    pub label: Text,
    pub filter: String,
}

impl Asked {
    #[must_use]
    pub fn counted(self, count: u64, lang: Lang) -> Figure {
        let label = self.label.in_lang(lang).to_owned();
        Figure { key: self.key.to_owned(), label, count, filter: self.filter }
    }
}

/// What happened between two moments. A file created in the period is new and not changed as well
/// only if nobody touched it since: the list would say the same.
#[must_use]
pub fn movement(from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Asked> {
    let (from, to) = (moment(from), moment(to));
    let between =
        |name: &str| query(&[(&format!("{name}_after"), &from), (&format!("{name}_before"), &to)]);
    let moved = |step: &str| format!("{}&{}", query(&[("moved", step)]), between("moved"));
    vec![
        Asked {
            key: "NEW",
            label: Text { zh: "新建", tw: "新建", en: "New" },
            filter: between("created"),
        },
        Asked {
            key: "CHANGED",
            label: Text { zh: "更新", tw: "更新", en: "Changed" },
            filter: between("updated"),
        },
        Asked {
            key: "VERIFIED",
            label: Text { zh: "已核定", tw: "已核定", en: "Verified" },
            filter: between("verified"),
        },
        Asked {
            key: "ADVANCED",
            label: Text {
                zh: "潜在转为正在成为",
                tw: "潛在轉為正在成為",
                en: "Potential, now in the making",
            },
            filter: moved("ADVANCED"),
        },
        Asked {
            key: "WON",
            label: Text {
                zh: "新发展为已有客户", tw: "新發展為已有客戶", en: "Newly developed"
            },
            filter: moved("WON"),
        },
    ]
}

/// A-CLI-10, A-CLI-02, B-CRM-12.
#[must_use]
pub fn attention(today: NaiveDate) -> Vec<Asked> {
    vec![
        Asked {
            key: "OVERDUE",
            label: Text {
                zh: "逾期未核定", tw: "逾期未核定", en: "Overdue for verification"
            },
            filter: query(&[("verification_due_before", &today.to_string())]),
        },
        Asked {
            key: "INFERIOR_REPORTED",
            label: Text {
                zh: "劣质客户待确认", tw: "劣質客戶待確認", en: "Inferior, reported"
            },
            filter: query(&[("inferior", "REPORTED")]),
        },
        Asked {
            key: "INFERIOR_CONFIRMED",
            label: Text {
                zh: "劣质客户已备案", tw: "劣質客戶已備案", en: "Inferior, confirmed"
            },
            filter: query(&[("inferior", "CONFIRMED")]),
        },
    ]
}

/// What was found out about demand; a file can be counted under several.
#[must_use]
pub fn demand() -> Vec<Asked> {
    let known = |key, label, name| Asked { key, label, filter: query(&[("surveyed", name)]) };
    vec![
        known(
            "INVESTMENT_SCALE",
            Text {
                zh: "已知投资规模", tw: "已知投資規模", en: "Investment scale known"
            },
            "INVESTMENT_SCALE",
        ),
        known(
            "PLAN_MEDIUM",
            Text {
                zh: "已知中期规划与需求",
                tw: "已知中期規劃與需求",
                en: "Medium-term plan known",
            },
            "PLAN_MEDIUM",
        ),
        known(
            "PLAN_LONG",
            Text {
                zh: "已知长期规划与需求", tw: "已知長期規劃與需求", en: "Long-term plan known"
            },
            "PLAN_LONG",
        ),
        known(
            "PREFERENCES",
            Text { zh: "已知需求偏好", tw: "已知需求偏好", en: "Preferences known" },
            "PREFERENCES",
        ),
        Asked {
            key: "NONE",
            label: Text { zh: "尚未调查", tw: "尚未調查", en: "Not surveyed" },
            filter: query(&[("without", "DEMAND")]),
        },
    ]
}

/// Bands of employees, both ends included.
pub const SCALES: [(i32, Option<i32>); 5] =
    [(0, Some(49)), (50, Some(299)), (300, Some(999)), (1_000, Some(4_999)), (5_000, None)];

/// Bands of completeness, in percent, both ends included.
pub const BANDS: [(i16, i16); 4] = [(0, 59), (60, 79), (80, 99), (100, 100)];

#[must_use]
pub fn head(period: &Period, as_of: DateTime<Utc>, total: Figure) -> Classification {
    Classification {
        period: period.name(),
        period_kind: period.kind,
        from: period.from,
        to: period.to,
        as_of,
        total,
        groups: vec![],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::filter;

    #[test]
    fn every_filter_is_one_that_the_list_takes() {
        let period = Period::parse("2026-Q4").unwrap();
        let (from, to) = period.moments(chrono_tz::Asia::Shanghai).unwrap();
        let mut asked = movement(from, to);
        asked.extend(attention(period.to));
        asked.extend(demand());
        for figure in asked {
            assert!(filter(&figure.filter).is_ok(), "{}", figure.filter);
        }
    }
}
