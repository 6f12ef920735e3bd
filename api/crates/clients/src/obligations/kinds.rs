//! The kinds of obligations of the archive.
use crate::{
    ClassifyClients, MaintainClients, ReadClients, ReadLoans, ReadOversight, VerifyClients, loans,
    submissions,
};
use handbook::calendar::Recurrence;
use handbook::obligations::{KindSpec, SourceKind};
use kernel::access::Permission;
use kernel::lang::Text;

/// What stands until its act.
macro_rules! standing {
    ($constant:ident, $code:literal, ($zh:literal, $tw:literal, $en:literal), $clauses:expr,
     $subject:expr, $source:ident, $closed_by:expr, pool $pool:expr, needs $needs:expr) => {
        pub const $constant: KindSpec = KindSpec {
            code: $code,
            text: Text { zh: $zh, tw: $tw, en: $en },
            clauses: $clauses,
            subject: $subject,
            source: SourceKind::$source,
            recurrence: None,
            closed_by: $closed_by,
            pool: $pool,
            needs: $needs,
        };
    };
}

standing!(
    VERIFICATION, "client.verification", ("客户档案核定", "客戶檔案核定", "Verify a client file"),
    &["A-CLI-10", "A-CLI-11", "B-CRM-03"], "client", RecordDate, &["verify_client", "bulk_clients"],
    pool Some(VerifyClients::NAME), needs Some(ReadClients::NAME)
);
standing!(
    UPDATE, "client.update",
    ("客户档案增补调整", "客戶檔案增補調整", "Supplement or adjust a client file"),
    &["A-CLI-11", "A-CLI-08", "B-CRM-03"], "client", RecordDate,
    &["update_client", "accept_client_submission", "record_interaction", "create_purchase"],
    pool None, needs Some(ReadClients::NAME)
);
standing!(
    CONTACT, "client.contact", ("客户定期联系", "客戶定期聯絡", "Contact a client"),
    &["B-CRM-08", "B-CRM-09", "B-CRM-07"], "client", RecordDate, &["record_interaction"],
    pool None, needs Some(ReadClients::NAME)
);
standing!(
    LEVEL_REVIEW, "client.level-review",
    ("密级期满前复核", "密級期滿前複核", "Review a level before its term ends"),
    &["A-SEC-08", "A-SEC-07"], "client", RecordDate, &["classify_client"],
    pool Some(ClassifyClients::NAME), needs Some(ReadClients::NAME)
);
standing!(
    SUBMISSION, "client.submission",
    ("处理提交的客户资料", "處理提交的客戶資料", "Settle submitted client information"),
    &["A-CLI-09", "A-CLI-08"], submissions::KIND, Event,
    &["accept_client_submission", "return_client_submission"],
    pool Some(MaintainClients::NAME), needs Some(ReadOversight::NAME)
);
standing!(
    LOAN_RETURN, "client.loan-return", ("归还借出的档案", "歸還借出的檔案", "Return borrowed archives"),
    &["A-BOR-03"], loans::KIND, RecordDate, &["give_client_loan_back", "report_client_loan_lost"],
    pool None, needs Some(ReadLoans::NAME)
);
standing!(
    SECRECY_RENEWAL, "client.secrecy-renewal",
    ("续签保密承诺", "續簽保密承諾", "Renew the undertaking of secrecy"),
    &["A-CLI-18"], "person", RecordDate, &["acknowledge_secrecy"],
    pool None, needs None
);

/// A-CIR-01: each month in its first week.
pub const INFORMATION_REPORT: KindSpec = KindSpec {
    code: "client.information-report",
    text: Text {
        zh: "提交客户信息报告",
        tw: "提交客戶資訊報告",
        en: "Submit the monthly client information report",
    },
    clauses: &["A-CIR-01", "A-CIR-03"],
    subject: "person",
    source: SourceKind::Calendar,
    recurrence: Some(Recurrence::FirstWeekOfMonth),
    closed_by: &["create_client_information_report"],
    pool: None,
    needs: None,
};

/// About a file.
pub const OF_FILES: [&str; 4] = [VERIFICATION.code, UPDATE.code, CONTACT.code, LEVEL_REVIEW.code];

pub const ALL: &[KindSpec] = &[
    VERIFICATION,
    UPDATE,
    CONTACT,
    LEVEL_REVIEW,
    SUBMISSION,
    LOAN_RETURN,
    SECRECY_RENEWAL,
    INFORMATION_REPORT,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_names_rules_that_are_live() {
        for kind in ALL {
            for clause in kind.clauses {
                assert!(handbook::is_live(clause), "{}: {clause}", kind.code);
            }
        }
    }
}
