//! The choices of an incident.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// What came about (A-BOR-05).
    IncidentKind {
        Breach = "违反保密规定", "違反保密規定", "breach of secrecy";
        Loss = "遗失", "遺失", "loss";
        Leak = "泄密", "洩密", "leak";
    }
}

choice! {
    IncidentState {
        /// Looked into; everybody named may state their case.
        Open = "调查中", "調查中", "under investigation";
        /// Looked into once more.
        TakenUp = "重新调查", "重新調查", "taken up again";
        Concluded = "已结案", "已結案", "concluded";
    }
}

choice! {
    /// What follows for somebody.
    Measure {
        Warning = "警告", "警告", "warning";
        Demerit = "记过", "記過", "demerit";
        Fine = "罚款", "罰款", "fine";
        Dismissal = "辞退", "辭退", "dismissal";
        Authorities = "移送司法机关", "移送司法機關", "handed to the authorities";
        /// Nothing, which takes a reason: whoever is concerned is dealt with severely.
        None = "不予处理", "不予處理", "none";
    }
}

choice! {
    /// What somebody did to an incident.
    IncidentAct {
        Reported = "报告", "報告", "reported";
        Amended = "更正", "更正", "amended";
        Stated = "申辩", "申辯", "stated their case";
        Concluded = "结案", "結案", "concluded";
        TakenUp = "重新调查", "重新調查", "taken up again";
    }
}
