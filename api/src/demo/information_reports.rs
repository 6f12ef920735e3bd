//! What salespeople told customer service in the first weeks of the last months, and whom it called back
//! (A-CIR-01 to A-CIR-03).

/// What became of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Customer service has it before itself.
    Waiting,
    /// The next day.
    Received(Option<&'static str>),
    /// The next day, with the reason.
    SentBack(&'static str),
}

/// One report.
#[derive(Clone, Copy, Debug)]
pub struct DemoReport {
    /// Login of its author.
    pub by: &'static str,
    /// How many months before this one.
    pub months_ago: u32,
    /// Days after the last working day of the first week: later than 0 is late.
    pub days: i64,
    pub summary: &'static str,
    pub discoveries: Option<&'static str>,
    /// Competition, changes and plans of their clients, from the newest back.
    pub told: &'static [[&'static str; 3]],
    pub taken: Taken,
}

/// One call to a salesperson.
#[derive(Clone, Copy, Debug)]
pub struct DemoCall {
    pub to: &'static str,
    pub months_ago: u32,
    /// Days after the last working day of the first week.
    pub days: i64,
    pub note: &'static str,
}

pub const REPORTS: &[DemoReport] = &[
    DemoReport {
        by: "chengtao",
        months_ago: 2,
        days: -1,
        summary: "本月拜访客户 14 户，其中复访 9 户；两户恢复订货，一户因预算冻结推迟到下季度。回款正常，无逾期。",
        discoveries: Some(
            "龙泉驿一家新能源配件厂九月投产，约 300 人，劳保和食堂米面油尚未定供应商。",
        ),
        told: &[
            [
                "本地一家批发商以低 3% 的价格抢单，账期 60 天，但缺货频繁；客户更看重到货及时。",
                "采购由行政部划归新设的采购部，经办人未变。",
                "月中带样品上门，谈年度框架协议。",
            ],
            [
                "电商企业购渠道零散采购，单价低但不配送上楼；我司优势在当日达。",
                "员工人数由 180 人增至 230 人。",
                "报送节前福利方案三档。",
            ],
        ],
        taken: Taken::Received(Some("已汇入月度竞争情况，福利方案请抄送客户服务部。")),
    },
    DemoReport {
        by: "yuanpengfei",
        months_ago: 2,
        days: 3,
        summary: "本月在重庆片区拜访客户 11 户，新增意向 2 户；一户竞标失利，差价约 4%。",
        discoveries: None,
        told: &[[
            "一家全国性集采平台中标其办公用品，报价比我司低约 4%，承诺 48 小时送达；劳保用品仍由我司供货。",
            "总部要求统一供应商，子公司自主采购额度降到每月两万元。",
            "争取列入其区域备选供应商名单。",
        ]],
        taken: Taken::Received(None),
    },
    DemoReport {
        by: "liangjing",
        months_ago: 1,
        days: -2,
        summary: "本月拜访客户 12 户，签订年度协议 1 份；餐饮类客户采购恢复，建筑类客户付款放慢。",
        discoveries: Some(
            "温江一家连锁康养机构在建两个新院区，预计明年一季度集中采购布草和清洁用品。",
        ),
        told: &[
            [
                "隔壁市场的经销商送货价低 2 至 3 个点，不开专票；客户财务要求合规票据，对我司有利。",
                "新开一家门店，月用量约增加两成。",
                "跟进新店首批订单，约定每周二、五配送。",
            ],
            [
                "厂家直销介入大宗品类，起订量高；小批量、多品种仍由我司供货。",
                "采购主管换人，新主管从同行跳槽而来。",
                "月底前拜访新主管，补录关键人物。",
            ],
        ],
        taken: Taken::Received(Some("关键人物变动请另行提交档案变更。")),
    },
    DemoReport {
        by: "chengtao",
        months_ago: 1,
        days: 0,
        summary: "本月拜访客户 13 户，新增客户 1 户；机械制造类客户年末采购放缓，环保类客户咨询增多。",
        discoveries: Some("高新区一家软件园物业公司换标，明年二月到期，可提前接触。"),
        told: &[
            [
                "省内一家老牌供应商给出 90 天账期，价格与我司持平；客户现金流紧，账期成为关键。",
                "二期厂房三月投产，预计新增用工 80 人。",
                "会同财务评估 60 天账期的可行性。",
            ],
            [
                "两家小贸易公司轮流报低价，质量不稳，上季度退货两次。",
                "年度预算下调约一成。",
                "主推替代型号，稳住现有份额。",
            ],
        ],
        taken: Taken::Received(None),
    },
    DemoReport {
        by: "hexiaowen",
        months_ago: 1,
        days: 5,
        summary: "本月拜访客户 6 户，出差占用较多，未及时提交，下月改进。",
        discoveries: None,
        told: &[["竞争对手情况了解不多。", "无明显变化。", "下月补充走访。"]],
        taken: Taken::SentBack("竞争环境过于笼统：请写明主要竞争对手、报价差距与账期。"),
    },
    DemoReport {
        by: "liangjing",
        months_ago: 0,
        days: -1,
        summary: "本月拜访客户 15 户，新增意向 3 户；年终福利询价集中，已报价 7 份。",
        discoveries: Some("双流一家航空配餐企业拟更换清洁用品供应商，联系人待落实。"),
        told: &[
            [
                "一家上市办公集采公司进场推介，系统对接免费，单价高于我司约 2%。",
                "客户上线了自己的采购系统，要求供应商对接电子订单。",
                "请信息部评估对接工作量，十日内答复客户。",
            ],
            [
                "电商企业购渠道在年终福利上报价低 5%，但礼盒不能定制。",
                "工会经费增加，人均标准由 300 元提到 350 元。",
                "提交定制礼盒样品两款。",
            ],
        ],
        taken: Taken::Received(None),
    },
    DemoReport {
        by: "chengtao",
        months_ago: 0,
        days: 0,
        summary: "本月拜访客户 12 户，新增意向 3 户；年末采购放缓，重点转向明年框架协议。",
        discoveries: Some("青白江新建一家冷链设备厂，预计明年一季度招标。"),
        told: &[
            [
                "同城两家同行报价较我司低约 3%，账期 60 天；客户更看重到货及时率。",
                "新任采购部经理到岗，二期设备正在安装。",
                "下月中旬上门续谈年度框架协议。",
            ],
            [
                "甲方集团的统采平台覆盖办公用品，劳保和食堂物资仍自行采购。",
                "集团推行降本，要求供应商报三年价格。",
                "测算三年价格并报部门经理审定。",
            ],
        ],
        taken: Taken::Waiting,
    },
    DemoReport {
        by: "ranguodong",
        months_ago: 0,
        days: 2,
        summary: "本月在重庆片区拜访客户 10 户，年终福利意向 5 户，合计约 42 万元。",
        discoveries: Some("渝北区一家律师事务所首次询问客户礼盒。"),
        told: &[[
            "隔壁市场的经销商降价清库存，粮油类低 6%；保质期只剩四个月，客户有顾虑。",
            "行政经理休产假，由人力经理代管采购。",
            "送检测报告与批次说明，争取年终福利订单。",
        ]],
        taken: Taken::Waiting,
    },
];

pub const CALLS: &[DemoCall] = &[
    DemoCall {
        to: "hexiaowen",
        months_ago: 1,
        days: 3,
        note: "电话询问未按时提交的原因：连续出差，资料未整理；提醒出差期间可在手机上提交，承诺周三前补交。",
    },
    DemoCall {
        to: "fengyuhang",
        months_ago: 0,
        days: 3,
        note: "未见本月报告。本人称已写好未提交，请当日补交，并抄告销售一部经理。",
    },
    DemoCall {
        to: "chengtao",
        months_ago: 0,
        days: 4,
        note: "就报告中两家同行的报价回访：已核实为不含运费的价格，含运费后与我司基本持平。",
    },
];
