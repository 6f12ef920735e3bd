//! What people asked of the archive these days (A-BOR-01 to A-BOR-03).

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Come {
    /// Waits for the first signature.
    Asked,
    /// Signed by the department, waits for customer service.
    Signed,
    /// Approved, to be handed out.
    Approved,
    /// Handed out with its card.
    HandedOut,
}

/// One request.
#[derive(Clone, Copy, Debug)]
pub struct DemoLoan {
    /// Login of whoever asks.
    pub by: &'static str,
    pub days_ago: i64,
    pub kind: &'static str,
    pub wanted: &'static str,
    pub purpose: &'static str,
    /// Working out the last day of a loan, from the day it was asked for.
    pub days: Option<i64>,
    /// Login of whoever leads the department, or stands above whoever leads it.
    pub signs: &'static str,
    pub come: Come,
}

pub const LOANS: &[DemoLoan] = &[
    DemoLoan {
        by: "fangsuqin",
        days_ago: 12,
        kind: "STATISTICS",
        wanted: "全公司客户按等级、地区的户数与授信情况统计",
        purpose: "编制 2027 年度资金计划",
        days: None,
        signs: "hejianguo",
        come: Come::HandedOut,
    },
    DemoLoan {
        by: "tangwei",
        days_ago: 9,
        kind: "LOAN",
        wanted: "销售一部重点客户的基本档案与历年合同",
        purpose: "续签年度框架协议前复核往来记录",
        days: Some(7),
        signs: "luohaitao",
        come: Come::HandedOut,
    },
    DemoLoan {
        by: "caozhenhua",
        days_ago: 5,
        kind: "CONSULTATION",
        wanted: "同时为我司供应商的客户名单及其往来情况",
        purpose: "采购比价前排查利益冲突",
        days: None,
        signs: "hejianguo",
        come: Come::Approved,
    },
    DemoLoan {
        by: "yuanpengfei",
        days_ago: 3,
        kind: "CONSULTATION",
        wanted: "重庆片区机械制造类客户 2026 年的往来记录",
        purpose: "编制片区 2027 年拜访计划",
        days: None,
        signs: "dengjunfeng",
        come: Come::Signed,
    },
    DemoLoan {
        by: "chengtao",
        days_ago: 1,
        kind: "STATISTICS",
        wanted: "成都市环保行业客户近三年的采购规模统计",
        purpose: "准备环保展会的客户邀约",
        days: None,
        signs: "tangwei",
        come: Come::Asked,
    },
    DemoLoan {
        by: "dengjunfeng",
        days_ago: 1,
        kind: "LOAN",
        wanted: "销售二部拟移交客户的档案",
        purpose: "人员调整前逐户核对档案",
        days: Some(10),
        signs: "luohaitao",
        come: Come::Signed,
    },
];
