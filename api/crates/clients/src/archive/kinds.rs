//! The choices of a client's file.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::Iterable;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    ClientKind {
        Institution = "机构", "機構", "Institution";
        Individual = "个人", "個人", "Individual";
    }
}

choice! {
    /// The three states that are served (A-CLI-29).
    ClientState {
        Potential = "潜在目标客户", "潛在目標客戶", "Potential";
        InTheMaking = "正在成为的客户", "正在成為的客戶", "In the making";
        Existing = "已有客户", "已有客戶", "Existing";
    }
}

choice! {
    /// Exactly four (B-CRM-05).
    Tier {
        Key = "重点", "重點", "key";
        Core = "核心", "核心", "core";
        General = "一般", "一般", "general";
        Potential = "潜在", "潛在", "potential";
    }
}

choice! {
    FileStatus {
        Active = "有效", "有效", "Active";
        /// Its contents went into another file; it stays readable.
        Merged = "已合并", "已合併", "Merged";
        /// An import that created it was undone before anybody touched it.
        Withdrawn = "已撤回", "已撤回", "Withdrawn";
        /// Proposed for destruction (A-BOR-06): read, and not touched any more.
        Obsolete = "待销毁", "待銷毀", "Obsolete";
    }
}

impl FileStatus {
    /// Those of which there is one of a client (A-CLI-14): also what waits to be destroyed may be kept.
    pub const AUTHORITATIVE: [Self; 2] = [Self::Active, Self::Obsolete];
}

choice! {
    /// 劣质客户 (B-CRM-12).
    Inferior {
        None = "无", "無", "none";
        Reported = "已上报", "已上報", "reported";
        Confirmed = "已备案", "已備案", "confirmed";
    }
}

choice! {
    /// Outcome of a quarterly verification (A-CLI-10, A-CLI-11).
    VerificationResult {
        Confirmed = "核定无误", "核定無誤", "Confirmed";
        /// The file was supplemented or put right.
        Adjusted = "已增补调整", "已增補調整", "Adjusted";
        /// The file and the facts differ and it is not settled yet; it stays due.
        Discrepancy = "存在差异", "存在差異", "Discrepancy";
    }
}

/// 密级: three, in rising order (A-SEC-02), and none any more when the term of one has ended (A-SEC-08);
/// stored as the clearance that it asks for.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumIter,
    DeriveActiveEnum,
    Serialize,
    Deserialize,
    ToSchema,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[sea_orm(rs_type = "i16", db_type = "SmallInteger")]
pub enum Level {
    /// 已解密: comes with the end of a term and cannot be set.
    #[sea_orm(num_value = 0)]
    Declassified,
    /// 秘密
    #[sea_orm(num_value = 1)]
    Secret,
    /// 机密
    #[sea_orm(num_value = 2)]
    Confidential,
    /// 绝密
    #[sea_orm(num_value = 3)]
    TopSecret,
}

impl Level {
    /// Those that can be set (A-SEC-02).
    pub const THREE: [Self; 3] = [Self::Secret, Self::Confidential, Self::TopSecret];

    /// The clearance that it asks for.
    #[must_use]
    pub const fn rank(self) -> i16 {
        match self {
            Self::Declassified => 0,
            Self::Secret => 1,
            Self::Confidential => 2,
            Self::TopSecret => 3,
        }
    }

    /// The one of a rank; none where there is no such.
    #[must_use]
    pub fn of_rank(rank: i16) -> Option<Self> {
        Self::iter().find(|level| level.rank() == rank)
    }

    /// As the interface spells it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Declassified => "DECLASSIFIED",
            Self::Secret => "SECRET",
            Self::Confidential => "CONFIDENTIAL",
            Self::TopSecret => "TOP_SECRET",
        }
    }

    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::Declassified => Text { zh: "已解密", tw: "已解密", en: "Declassified" },
            Self::Secret => Text { zh: "秘密", tw: "秘密", en: "Secret" },
            Self::Confidential => Text { zh: "机密", tw: "機密", en: "Confidential" },
            Self::TopSecret => Text { zh: "绝密", tw: "絕密", en: "Top secret" },
        }
    }
}
