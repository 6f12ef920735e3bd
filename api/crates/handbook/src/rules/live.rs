use super::{Rule, RuleKind};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Each area adds the rules that it keeps, one line a rule.
const DATA: &str = include_str!("../../data/live.json");

static LIVE: LazyLock<HashMap<&'static str, Live>> = LazyLock::new(|| {
    let entries = read().unwrap_or_default();
    entries.into_iter().map(|entry| (entry.rule, entry)).collect()
});

/// How the product keeps a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = RuleKept)]
pub enum How {
    /// What breaks it is refused.
    Enforced,
    /// It waits for a person's approval.
    Approved,
    /// The record is held with its history.
    Recorded,
    /// Somebody is told in time.
    Reminded,
    /// The figure is computed from the records.
    Measured,
    Reported,
    /// The figure is a parameter.
    Configured,
    /// A person confirms it.
    Tracked,
}

/// A rule that is kept, how and where.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Live {
    pub rule: &'static str,
    pub how: Vec<How>,
    /// `operationId`s of the contract.
    pub operations: Vec<&'static str>,
}

fn read() -> Result<Vec<Live>, serde_json::Error> {
    serde_json::from_str(DATA)
}

/// How a rule is kept; none: it is planned.
#[must_use]
pub fn live(rule: &str) -> Option<&'static Live> {
    LIVE.get(rule)
}

/// Whether the product keeps a rule, at least in part; see [`Live::open`].
#[must_use]
pub fn is_live(rule: &str) -> bool {
    live(rule).is_some()
}

impl Live {
    /// The kinds of the rule that nothing answers yet: it is kept in part.
    #[must_use]
    pub fn open(&self, rule: &Rule) -> Vec<RuleKind> {
        let answered = |kind: &RuleKind| self.how.iter().any(|how| how.answers() == *kind);
        rule.kinds.iter().copied().filter(|kind| !answered(kind)).collect()
    }
}

impl How {
    /// The kind of rule that is kept so.
    #[must_use]
    pub const fn answers(self) -> RuleKind {
        match self {
            Self::Enforced => RuleKind::Enforce,
            Self::Approved => RuleKind::Approve,
            Self::Recorded => RuleKind::Record,
            Self::Reminded => RuleKind::Remind,
            Self::Measured => RuleKind::Measure,
            Self::Reported => RuleKind::Report,
            Self::Configured => RuleKind::Configure,
            Self::Tracked => RuleKind::Track,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_live_rule_exists_and_says_how_and_where_once() {
        let entries = read().unwrap();
        let mut seen = BTreeSet::new();
        for entry in &entries {
            assert!(super::super::find(entry.rule).is_some(), "no rule {}", entry.rule);
            assert!(seen.insert(entry.rule), "{} stands there twice", entry.rule);
            assert!(!entry.how.is_empty() && !entry.operations.is_empty(), "{}", entry.rule);
        }
        assert_eq!(entries.len(), LIVE.len());
    }

    #[test]
    fn what_is_still_open_of_a_rule_is_told() {
        let rule = Rule {
            kinds: vec![RuleKind::Enforce, RuleKind::Remind],
            ..super::super::find("B-CRM-08").unwrap().clone()
        };
        let kept = |how| Live { rule: rule.id, how, operations: vec!["create_client"] };
        assert_eq!(kept(vec![How::Enforced, How::Recorded]).open(&rule), [RuleKind::Remind]);
        assert!(kept(vec![How::Reminded, How::Enforced]).open(&rule).is_empty());
    }

    #[test]
    fn an_entry_reads_as_the_areas_write_it() {
        let text = r#"[{"rule":"A-CLI-01","how":["ENFORCED"],"operations":["create_client"]}]"#;
        let read: Vec<Live> = serde_json::from_str(text).unwrap();
        assert_eq!(
            (read[0].rule, read[0].how.as_slice()),
            ("A-CLI-01", [How::Enforced].as_slice())
        );
    }
}
