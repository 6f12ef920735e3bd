//! What of the handbook's rules is watched, each as the query of the list that shows the breaches.
use crate::archive::kinds::Tier;
use crate::reports::query;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use kernel::lang::Text;

/// A rule, what is counted, and the query that counts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    pub clause: &'static str,
    pub label: Text,
    pub filter: String,
}

/// A-CLI-02, A-CLI-05, A-CLI-10, A-CLI-11 and B-CRM-12: the files themselves.
#[must_use]
pub fn of_files(today: NaiveDate, not_since: DateTime<Utc>) -> Vec<Watched> {
    vec![
        Watched {
            clause: "A-CLI-02",
            label: Text {
                zh: "基本档案不完整的机构客户",
                tw: "基本檔案不完整的機構客戶",
                en: "Institutions without a complete basic archive",
            },
            filter: non_compliant(),
        },
        Watched {
            clause: "A-CLI-05",
            label: Text {
                zh: "尚有未填项目的档案",
                tw: "尚有未填項目的檔案",
                en: "Files with fields still empty",
            },
            filter: incomplete(),
        },
        Watched {
            clause: "A-CLI-10",
            label: Text {
                zh: "逾期未核定的档案",
                tw: "逾期未核定的檔案",
                en: "Files overdue for verification",
            },
            filter: overdue(today),
        },
        Watched {
            clause: "A-CLI-11",
            label: Text {
                zh: "三个月内没有增补或调整的档案",
                tw: "三個月內沒有增補或調整的檔案",
                en: "Files neither supplemented nor adjusted for three months",
            },
            filter: query(&[(
                "supplemented_before",
                &not_since.to_rfc3339_opts(SecondsFormat::Secs, true),
            )]),
        },
        Watched {
            clause: "B-CRM-12",
            label: Text {
                zh: "已上报、待确认的劣质客户",
                tw: "已上報、待確認的劣質客戶",
                en: "Inferior clients reported and not confirmed",
            },
            filter: query(&[("inferior", "REPORTED")]),
        },
    ]
}

/// A-CLI-01: files that are to be handed over, since their owner is no longer there.
#[must_use]
pub fn of_owners() -> Vec<Watched> {
    vec![
        Watched {
            clause: "A-CLI-01",
            label: Text {
                zh: "负责人已停用、待移交的档案",
                tw: "負責人已停用、待移交的檔案",
                en: "Files whose owner has left, to be handed over",
            },
            filter: query(&[("owner_left", "true")]),
        },
        Watched {
            clause: "A-CLI-01",
            label: Text {
                zh: "负责人已调离、待移交的档案",
                tw: "負責人已調離、待移交的檔案",
                en: "Files whose owner has moved elsewhere, to be handed over",
            },
            filter: query(&[("owner_moved", "true")]),
        },
    ]
}

/// B-CRM-07 to B-CRM-09: clients of a tier who were not contacted within its days.
#[must_use]
pub fn of_tier(tier: Tier, not_since: DateTime<Utc>) -> Watched {
    let (clause, label) = match tier {
        Tier::Key => (
            "B-CRM-07",
            Text {
                zh: "逾期未联系的重点客户",
                tw: "逾期未聯絡的重點客戶",
                en: "Key clients not contacted in time",
            },
        ),
        Tier::Core => (
            "B-CRM-07",
            Text {
                zh: "逾期未联系的核心客户",
                tw: "逾期未聯絡的核心客戶",
                en: "Core clients not contacted in time",
            },
        ),
        Tier::General => (
            "B-CRM-08",
            Text {
                zh: "逾期未跟进的一般客户",
                tw: "逾期未跟進的一般客戶",
                en: "General clients not followed up in time",
            },
        ),
        Tier::Potential => (
            "B-CRM-09",
            Text {
                zh: "逾期未培育的潜在客户",
                tw: "逾期未培育的潛在客戶",
                en: "Potential clients not nurtured in time",
            },
        ),
    };
    let since = not_since.to_rfc3339_opts(SecondsFormat::Secs, true);
    let filter = query(&[("tier", &tier.code()), ("last_contact_before", &since)]);
    Watched { clause, label, filter }
}

#[must_use]
pub fn non_compliant() -> String {
    query(&[("compliant", "false"), ("kind", "INSTITUTION")])
}

#[must_use]
pub fn incomplete() -> String {
    query(&[("completeness_max", "99")])
}

#[must_use]
pub fn overdue(today: NaiveDate) -> String {
    query(&[("verification_due_before", &today.to_string())])
}

/// Both filters at once.
#[must_use]
pub fn and(one: &str, other: &str) -> String {
    match (one.is_empty(), other.is_empty()) {
        (true, _) => other.to_owned(),
        (_, true) => one.to_owned(),
        _ => format!("{one}&{other}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulk::filter;

    #[test]
    fn every_watched_rule_exists_and_every_filter_is_one_that_the_list_takes() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut watched = of_files(today, DateTime::UNIX_EPOCH);
        watched.extend(of_owners());
        for tier in [Tier::Key, Tier::Core, Tier::General, Tier::Potential] {
            watched.push(of_tier(tier, DateTime::UNIX_EPOCH));
        }
        for one in watched {
            assert!(filter(&one.filter).is_ok(), "{}", one.filter);
            assert!(handbook::rules::live(one.clause).is_some(), "{}", one.clause);
        }
        assert_eq!(and("a=1", ""), "a=1");
        assert_eq!(and("a=1", "b=2"), "a=1&b=2");
    }
}
