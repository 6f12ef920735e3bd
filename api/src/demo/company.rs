//! The company itself: an invented trading and service firm in Chengdu.

/// Its registered name.
pub const COMPANY: &str = "锦禾昱商贸（成都）有限公司";
/// Mail addresses of its people.
pub(super) const MAIL_DOMAIN: &str = "jinheyu.example.com";

/// A department; the tree hangs on `parent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DemoDepartment {
    pub code: &'static str,
    pub name: &'static str,
    pub parent: Option<&'static str>,
    /// Login of its head.
    pub head: &'static str,
}

/// A place of business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DemoSite {
    pub code: &'static str,
    pub name: &'static str,
    pub address: &'static str,
    pub postcode: &'static str,
    pub telephone: &'static str,
}

const fn department(
    code: &'static str,
    name: &'static str,
    parent: Option<&'static str>,
    head: &'static str,
) -> DemoDepartment {
    DemoDepartment { code, name, parent, head }
}

#[rustfmt::skip]
const DEPARTMENTS: &[DemoDepartment] = &[
    department("GS", "公司", None, "hejianguo"),
    department("ZJB", "总经办", Some("GS"), "hejianguo"),
    department("KF", "客户服务部", Some("GS"), "zhoumin"),
    department("XX", "信息部", Some("GS"), "linzhiyuan"),
    department("SC", "市场部", Some("GS"), "luohaitao"),
    department("XS1", "销售一部", Some("SC"), "tangwei"),
    department("XS2", "销售二部", Some("SC"), "dengjunfeng"),
    department("TG", "团购业务部", Some("SC"), "xiaoyating"),
    department("CW", "财务部", Some("GS"), "fangsuqin"),
    department("CG", "商务采购部", Some("GS"), "caozhenhua"),
    department("CC", "仓储物流部", Some("GS"), "pengdeshun"),
    department("ZL", "质量部", Some("GS"), "hanxuewen"),
    department("SJ", "审计部", Some("GS"), "yezhengqing"),
    department("RX", "人力行政部", Some("GS"), "songliping"),
];

#[rustfmt::skip]
const SITES: &[DemoSite] = &[
    DemoSite { code: "CD", name: "成都总部", postcode: "610041", telephone: "028-50010000",
        address: "四川省成都市武侯区银杏路168号锦禾大厦12层" },
    DemoSite { code: "SL", name: "双流仓储中心", postcode: "610200", telephone: "028-50020000",
        address: "四川省成都市双流区物流大道88号3号库" },
    DemoSite { code: "CQ", name: "重庆分公司", postcode: "401120", telephone: "023-50030000",
        address: "重庆市渝北区青枫北路26号创新大厦8层" },
];

/// Departments, parents before children.
pub const fn departments() -> &'static [DemoDepartment] {
    DEPARTMENTS
}

pub const fn sites() -> &'static [DemoSite] {
    SITES
}
