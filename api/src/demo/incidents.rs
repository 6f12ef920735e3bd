//! Breach, loss and leak in the demonstration (A-BOR-05), and what followed.

/// What followed for the party and for their superior.
#[derive(Clone, Copy, Debug)]
pub struct DemoConclusion {
    pub measure: &'static str,
    /// In yuan, where it is a fine.
    pub fine: Option<&'static str>,
    pub note: &'static str,
    pub leadership: &'static str,
    pub leadership_note: &'static str,
    pub remedy: &'static str,
}

/// One incident.
#[derive(Clone, Copy, Debug)]
pub struct DemoIncident {
    /// Login of whoever reports it.
    pub by: &'static str,
    pub days_ago: i64,
    pub kind: &'static str,
    pub happened: &'static str,
    /// Login of the party; the file is one that they look after, where they look after any.
    pub party: &'static str,
    pub deed: &'static str,
    /// How the party states their case.
    pub statement: Option<&'static str>,
    pub conclusion: Option<DemoConclusion>,
}

pub const INCIDENTS: &[DemoIncident] = &[
    DemoIncident {
        by: "lvwenjing",
        days_ago: 64,
        kind: "LEAK",
        happened: "展会期间，一份客户联系人名单被拍照转发到行业微信群，次日有同行致电客户询价。",
        party: "fengyuhang",
        deed: "未经批准将客户联系人名单拍照发给外部人员",
        statement: Some("当时为方便约见客户发给展会主办方，未料被转发；发现后已要求对方删除。"),
        conclusion: Some(DemoConclusion {
            measure: "FINE",
            fine: Some("1000.00"),
            note: "泄露范围有限，本人配合追回",
            leadership: "WARNING",
            leadership_note: "展会前未对参展人员作保密交底",
            remedy: "已逐户向名单所列客户说明情况，更换对接联系方式；展会资料改为现场登记、不得拍照。",
        }),
    },
    DemoIncident {
        by: "duxinyi",
        days_ago: 37,
        kind: "BREACH",
        happened: "例行检查发现一份客户档案打印件留在会议室，隔日由保洁人员交回，未发现外传。",
        party: "hexiaowen",
        deed: "会后未收回打印的客户档案",
        statement: Some("会议临时延长，离场匆忙遗漏；今后打印件专人收回。"),
        conclusion: Some(DemoConclusion {
            measure: "WARNING",
            fine: None,
            note: "未造成外传",
            leadership: "NONE",
            leadership_note: "部门已有收回登记制度，责成严格执行",
            remedy: "会议用档案打印件编号登记，会后当场清点销毁。",
        }),
    },
    DemoIncident {
        by: "xiemengqi",
        days_ago: 4,
        kind: "LEAK",
        happened: "客户来电反映，其采购计划在竞争对手报价中被引用，怀疑我司资料外泄。",
        party: "ranguodong",
        deed: "疑将客户采购计划透露给经销商",
        statement: None,
        conclusion: None,
    },
];
