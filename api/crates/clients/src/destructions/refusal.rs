//! Why nothing is destroyed.
use super::kinds::DestructionState;
use crate::archive::kinds::Tier;
use crate::{
    CLIENT_OBSOLETE, CarryOutDestructions, DESTRUCTION_CONTENT_CHANGED, DESTRUCTION_IN_USE,
    DESTRUCTION_NOT_BY_THREE, DESTRUCTION_NOT_OUT_OF_DATE, DESTRUCTION_OF_ANOTHER,
    DESTRUCTION_OF_VALUE, DESTRUCTION_OWN_PROPOSAL, DESTRUCTION_STATE, ProposeDestructions,
};
use chrono::NaiveDate;
use kernel::access::Permission;
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::{Lang, Text};

/// Why a file is worth keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    Tier(Tier),
    Existing,
    Inferior,
}

impl Value {
    const fn code(self) -> &'static str {
        match self {
            Self::Tier(_) => "TIER",
            Self::Existing => "EXISTING",
            Self::Inferior => "INFERIOR",
        }
    }

    const fn text(self) -> Text {
        match self {
            Self::Tier(Tier::Key) => {
                Text { zh: "重点客户", tw: "重點客戶", en: "a key client" }
            }
            Self::Tier(_) => Text { zh: "核心客户", tw: "核心客戶", en: "a core client" },
            Self::Existing => {
                Text { zh: "已有客户", tw: "已有客戶", en: "an existing client" }
            }
            Self::Inferior => Text {
                zh: "上报或备案的劣质客户",
                tw: "上報或備案的劣質客戶",
                en: "a client reported as inferior",
            },
        }
    }
}

/// How a file is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InUse {
    /// On somebody's loan card and not back yet.
    Lent,
    /// Somebody handed something in that is not settled.
    Submitted,
    /// Somebody was told to do something about it and has not.
    Instructed,
    /// An incident about it is looked into.
    Investigated,
    /// Something of it is to be provided to somebody outside.
    Disclosed,
}

impl InUse {
    const fn code(self) -> &'static str {
        match self {
            Self::Lent => "LENT",
            Self::Submitted => "SUBMITTED",
            Self::Instructed => "INSTRUCTED",
            Self::Investigated => "INVESTIGATED",
            Self::Disclosed => "DISCLOSED",
        }
    }

    const fn text(self) -> Text {
        match self {
            Self::Lent => {
                Text { zh: "档案已借出", tw: "檔案已借出", en: "it is on loan" }
            }
            Self::Submitted => Text {
                zh: "有资料待受理",
                tw: "有資料待受理",
                en: "something handed in about it is not settled",
            },
            Self::Instructed => Text {
                zh: "有督导意见未办结",
                tw: "有督導意見未辦結",
                en: "an instruction about it is open",
            },
            Self::Investigated => Text {
                zh: "有保密事件未结案",
                tw: "有保密事件未結案",
                en: "a secrecy incident about it is not concluded",
            },
            Self::Disclosed => Text {
                zh: "有对外提供未办结",
                tw: "有對外提供未辦結",
                en: "something of it is to be provided externally",
            },
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{permission} is needed")]
    NotPermitted { permission: &'static str },
    #[error("proposed already")]
    Proposed,
    #[error("in use")]
    InUse { why: InUse },
    #[error("dealt with until {idle_since}, out of date before {before}")]
    NotOutOfDate { idle_since: NaiveDate, before: NaiveDate },
    #[error("worth keeping: {value:?}")]
    OfValue { value: Value },
    #[error("it is {state:?}")]
    State { state: DestructionState },
    #[error("somebody else's proposal")]
    OfAnother,
    #[error("one's own proposal")]
    OwnProposal,
    #[error("not what was approved")]
    ContentChanged,
    #[error("approved by {approvers}")]
    NotByThree { approvers: usize },
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotPermitted { .. } => code::PERMISSION_MISSING,
            Self::Proposed => CLIENT_OBSOLETE,
            Self::InUse { .. } => DESTRUCTION_IN_USE,
            Self::NotOutOfDate { .. } => DESTRUCTION_NOT_OUT_OF_DATE,
            Self::OfValue { .. } => DESTRUCTION_OF_VALUE,
            Self::State { .. } => DESTRUCTION_STATE,
            Self::OfAnother => DESTRUCTION_OF_ANOTHER,
            Self::OwnProposal => DESTRUCTION_OWN_PROPOSAL,
            Self::ContentChanged => DESTRUCTION_CONTENT_CHANGED,
            Self::NotByThree { .. } => DESTRUCTION_NOT_BY_THREE,
        }
    }

    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::InUse { why: InUse::Lent } => vec!["A-BOR-07", "A-BOR-03"],
            Self::InUse { why: InUse::Investigated } => vec!["A-BOR-07", "A-BOR-05"],
            Self::InUse { why: InUse::Disclosed } => vec!["A-BOR-07", "B-SEC-07"],
            Self::OfValue { value: Value::Inferior } => vec!["A-BOR-07", "B-CRM-12"],
            Self::InUse { .. } | Self::NotOutOfDate { .. } | Self::OfValue { .. } => {
                vec!["A-BOR-07"]
            }
            _ => vec!["A-BOR-06"],
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::NotPermitted { permission } => vec![("permission", (*permission).to_owned())],
            Self::InUse { why } => vec![("why", why.code().to_owned())],
            Self::NotByThree { approvers } => vec![("approvers", approvers.to_string())],
            Self::NotOutOfDate { idle_since, before } => {
                vec![("idle_since", idle_since.to_string()), ("before", before.to_string())]
            }
            Self::OfValue { value } => vec![("value", value.code().to_owned())],
            Self::State { state } => vec![("state", state.code())],
            _ => vec![],
        }
    }

    fn word(&self, figure: &str, lang: Lang) -> Option<String> {
        let text = match (self, figure) {
            (Self::InUse { why }, "why") => why.text(),
            (Self::OfValue { value }, "value") => value.text(),
            (Self::State { state }, "state") => state.text(),
            _ => return None,
        };
        Some(text.in_lang(lang).to_owned())
    }

    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotPermitted { permission } => Some(permission),
            Self::OwnProposal => Some(CarryOutDestructions::NAME),
            Self::OfAnother => Some(ProposeDestructions::NAME),
            _ => None,
        }
    }
}
