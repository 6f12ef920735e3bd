//! What of the archive was to be provided outside the company these weeks (B-SEC-07, B-SEC-08).

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// Waits for the head of the department.
    Asked,
    /// Waits for the general manager.
    AtTheTop,
    /// Approved, to be provided.
    Approved,
    Provided,
    /// Provided, and the client has revoked the consent since.
    Revoked,
}

/// One request of a salesperson about one of their clients.
#[derive(Clone, Copy, Debug)]
pub struct DemoDisclosure {
    /// Login of whoever asks.
    pub by: &'static str,
    /// Of their clients, counted from the first.
    pub client: u64,
    pub days_ago: i64,
    pub recipient_kind: &'static str,
    pub recipient: Option<&'static str>,
    pub purpose: &'static str,
    /// None: on the client's consent.
    pub legal_basis: Option<&'static str>,
    pub sections: &'static [&'static str],
    pub form: &'static str,
    /// What was handed over, to whom, how.
    pub handed_over: (&'static str, &'static str, &'static str),
    /// Login of whoever leads the department.
    pub signs: &'static str,
    pub gone: Gone,
}

pub const DISCLOSURES: &[DemoDisclosure] = &[
    DemoDisclosure {
        by: "chengtao",
        client: 0,
        days_ago: 20,
        recipient_kind: "PARTNER",
        recipient: Some("四川天府联合物流有限公司"),
        purpose: "联合投标所需的供货业绩证明",
        legal_basis: None,
        sections: &["BASIC", "PURCHASES"],
        form: "PAPER",
        handed_over: ("供货业绩证明一份（3 页），加盖公章", "李明，商务部经理", "IN_PERSON"),
        signs: "tangwei",
        gone: Gone::Provided,
    },
    DemoDisclosure {
        by: "chengtao",
        client: 1,
        days_ago: 14,
        recipient_kind: "SUPPLIER",
        recipient: Some("德阳恒锐数控设备有限公司"),
        purpose: "设备安装现场联络",
        legal_basis: None,
        sections: &["BASIC", "CONTACTS"],
        form: "ELECTRONIC",
        handed_over: ("联系人名单一份（加密压缩包）", "陈志远，项目工程师", "EMAIL"),
        signs: "tangwei",
        gone: Gone::Revoked,
    },
    DemoDisclosure {
        by: "yuanpengfei",
        client: 0,
        days_ago: 6,
        recipient_kind: "AUTHORITY",
        recipient: Some("重庆市渝北区市场监督管理局"),
        purpose: "配合产品质量投诉调查",
        legal_basis: Some("《中华人民共和国产品质量法》第十八条；渝北市监协查〔2026〕76 号"),
        sections: &["BASIC", "PURCHASES"],
        form: "PAPER",
        handed_over: ("", "", ""),
        signs: "dengjunfeng",
        gone: Gone::Approved,
    },
    DemoDisclosure {
        by: "chengtao",
        client: 2,
        days_ago: 4,
        recipient_kind: "CLIENT",
        recipient: None,
        purpose: "客户申请查阅我司留存的本单位资料",
        legal_basis: None,
        sections: &["BASIC", "CONTACTS", "QUALIFICATIONS"],
        form: "ON_SITE",
        handed_over: ("", "", ""),
        signs: "tangwei",
        gone: Gone::AtTheTop,
    },
    DemoDisclosure {
        by: "yuanpengfei",
        client: 1,
        days_ago: 1,
        recipient_kind: "OTHER",
        recipient: Some("成都中衡信会计师事务所"),
        purpose: "年度审计函证应收款项",
        legal_basis: None,
        sections: &["BASIC", "PURCHASES"],
        form: "PAPER",
        handed_over: ("", "", ""),
        signs: "dengjunfeng",
        gone: Gone::Asked,
    },
];
