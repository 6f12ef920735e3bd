//! Why nothing is provided.
use super::kinds::DisclosureState;
use crate::archive::refusal::Refusal as File;
use crate::{
    DISCLOSURE_FILE_CHANGED, DISCLOSURE_LAW_AUTHORITY_ONLY, DISCLOSURE_NO_CONSENT,
    DISCLOSURE_NO_LEGAL_BASIS, DISCLOSURE_NOT_REVIEWED, DISCLOSURE_OF_ANOTHER,
    DISCLOSURE_OWN_REQUEST, DISCLOSURE_REQUESTER_NOT_CLEARED, DISCLOSURE_STATE, DISCLOSURE_TOO_OLD,
    ProvideDisclosures, RequestDisclosures,
};
use chrono::NaiveDate;
use kernel::access::Permission;
use kernel::code::{self, Code, Coded, Params};
use kernel::lang::{Lang, Text};

/// What is wrong with a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    InFuture,
    PaperWithdrawn,
    Revoked,
}

impl Fault {
    const fn code(self) -> &'static str {
        match self {
            Self::Missing => "MISSING",
            Self::InFuture => "IN_FUTURE",
            Self::PaperWithdrawn => "PAPER_WITHDRAWN",
            Self::Revoked => "REVOKED",
        }
    }

    const fn text(self) -> Text {
        match self {
            Self::Missing => {
                Text { zh: "未登记同意", tw: "未登記同意", en: "none is recorded" }
            }
            Self::InFuture => Text {
                zh: "同意日期晚于今日",
                tw: "同意日期晚於今日",
                en: "it is dated after today",
            },
            Self::PaperWithdrawn => Text {
                zh: "同意文件已从档案中移除",
                tw: "同意文件已從檔案中移除",
                en: "its paper was withdrawn from the file",
            },
            Self::Revoked => {
                Text {
                    zh: "客户已撤回同意", tw: "客戶已撤回同意", en: "the client has revoked it"
                }
            }
        }
    }
}

/// How a file is not what was reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Its level is above what was reviewed.
    Level,
    /// It went into another one, was taken back, or waits to be destroyed.
    NotInForce,
    /// Whoever would provide it does not see it.
    Unseen,
}

impl Change {
    const fn code(self) -> &'static str {
        match self {
            Self::Level => "LEVEL",
            Self::NotInForce => "NOT_IN_FORCE",
            Self::Unseen => "UNSEEN",
        }
    }

    const fn text(self) -> Text {
        match self {
            Self::Level => Text {
                zh: "密级已高于审批时的密级",
                tw: "密級已高於審批時的密級",
                en: "its level is above what was reviewed",
            },
            Self::NotInForce => Text {
                zh: "档案已合并、撤回或待销毁",
                tw: "檔案已合併、撤回或待銷毀",
                en: "it was merged, taken back or is to be destroyed",
            },
            Self::Unseen => Text {
                zh: "有档案不在您的查看范围内",
                tw: "有檔案不在您的檢視範圍內",
                en: "there is one that you may not see",
            },
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("{permission} is needed")]
    NotPermitted { permission: &'static str, clauses: &'static [&'static str] },
    #[error("it is {state:?}")]
    State { state: DisclosureState },
    #[error("somebody else's request")]
    OfAnother,
    #[error("one's own request")]
    OwnRequest,
    #[error("a law obliges towards authorities alone")]
    LawAuthorityOnly,
    #[error("no legal basis")]
    NoLegalBasis,
    #[error("no consent of file {place}: {fault:?}")]
    NoConsent { place: usize, fault: Fault },
    #[error("approved until {valid_until}")]
    TooOld { valid_until: NaiveDate },
    #[error("not what was reviewed: {change:?}")]
    FileChanged { change: Change },
    #[error("whoever requested it may not read it any more")]
    RequesterNotCleared,
    #[error("reviewed by {approvers}")]
    NotReviewed { approvers: usize },
    #[error(transparent)]
    File(#[from] File),
}

impl Coded for Refusal {
    fn code(&self) -> Code {
        match self {
            Self::NotPermitted { .. } => code::PERMISSION_MISSING,
            Self::State { .. } => DISCLOSURE_STATE,
            Self::OfAnother => DISCLOSURE_OF_ANOTHER,
            Self::OwnRequest => DISCLOSURE_OWN_REQUEST,
            Self::LawAuthorityOnly => DISCLOSURE_LAW_AUTHORITY_ONLY,
            Self::NoLegalBasis => DISCLOSURE_NO_LEGAL_BASIS,
            Self::NoConsent { .. } => DISCLOSURE_NO_CONSENT,
            Self::TooOld { .. } => DISCLOSURE_TOO_OLD,
            Self::FileChanged { .. } => DISCLOSURE_FILE_CHANGED,
            Self::RequesterNotCleared => DISCLOSURE_REQUESTER_NOT_CLEARED,
            Self::NotReviewed { .. } => DISCLOSURE_NOT_REVIEWED,
            Self::File(refusal) => refusal.code(),
        }
    }

    fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::NotPermitted { clauses, .. } => clauses.to_vec(),
            Self::LawAuthorityOnly | Self::NoLegalBasis | Self::NoConsent { .. } => {
                vec!["B-SEC-08"]
            }
            Self::RequesterNotCleared => vec!["B-SEC-07", "A-CLI-18"],
            Self::NotReviewed { .. } => vec!["B-SEC-07"],
            Self::File(refusal) => refusal.clauses(),
            _ => vec!["B-SEC-07"],
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::NotPermitted { permission, .. } => {
                vec![("permission", (*permission).to_owned())]
            }
            Self::State { state } => vec![("state", state.code())],
            Self::NoConsent { place, fault } => {
                vec![("place", place.to_string()), ("why", fault.code().to_owned())]
            }
            Self::NotReviewed { approvers } => vec![("approvers", approvers.to_string())],
            Self::TooOld { valid_until } => vec![("valid_until", valid_until.to_string())],
            Self::FileChanged { change } => vec![("why", change.code().to_owned())],
            Self::File(refusal) => refusal.params(),
            _ => vec![],
        }
    }

    fn word(&self, figure: &str, lang: Lang) -> Option<String> {
        let text = match (self, figure) {
            (Self::State { state }, "state") => state.text(),
            (Self::NoConsent { fault, .. }, "why") => fault.text(),
            (Self::FileChanged { change }, "why") => change.text(),
            (Self::File(refusal), _) => return refusal.word(figure, lang),
            _ => return None,
        };
        Some(text.in_lang(lang).to_owned())
    }

    fn escalation(&self) -> Option<&'static str> {
        match self {
            Self::NotPermitted { permission, .. } => Some(permission),
            Self::OwnRequest => Some(ProvideDisclosures::NAME),
            Self::OfAnother => Some(RequestDisclosures::NAME),
            Self::File(refusal) => refusal.escalation(),
            _ => None,
        }
    }
}
