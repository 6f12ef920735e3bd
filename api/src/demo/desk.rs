//! What lies on the desks today: what sales handed in these days, and what the manager told owners to
//! do (A-CLI-04, A-CLI-08, A-CLI-16, A-CLI-17).
use super::codes::{landline, mobile};
use serde_json::{Value, json};

/// Numbers from here on belong to people and clients who are not in the archive yet.
const OUTSIDE: u64 = 798_000_000;
const OUTSIDE_LINES: u64 = 3_900_000;

/// What became of it the next working morning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Accepted,
    Returned(&'static str),
}

/// One submission.
#[derive(Clone, Debug)]
pub struct DemoSubmission {
    /// Login of whoever collected it.
    pub by: &'static str,
    pub days_ago: i64,
    /// About which of their clients, counted from the newest; none for a new one.
    pub client: Option<usize>,
    pub payload: Value,
    pub records: Value,
    pub note: &'static str,
    pub decision: Option<Decision>,
}

/// What the manager told an owner to do.
#[derive(Clone, Copy, Debug)]
pub struct DemoInstruction {
    pub to: &'static str,
    pub days_ago: i64,
    /// Working out by when, from the day it was given.
    pub days: i64,
    /// A query of the list of clients.
    pub filter: &'static str,
    pub text: &'static str,
}

fn change(by: &'static str, days_ago: i64, client: usize, payload: Value) -> DemoSubmission {
    let records = json!([]);
    let client = Some(client);
    DemoSubmission { by, days_ago, client, payload, records, note: "", decision: None }
}

fn new(by: &'static str, days_ago: i64, payload: Value) -> DemoSubmission {
    DemoSubmission { client: None, ..change(by, days_ago, 0, payload) }
}

fn contact(seed: u64, at: u64, name: &str, position: &str, influence: &str) -> Value {
    json!({"kind": "CONTACT", "payload": {"name": name, "position": position,
        "mobile": mobile(OUTSIDE + at, seed), "is_key_person": true, "influence": influence}})
}

/// Name, industry, region and address.
fn company(seed: u64, at: u64, [name, industry, region, address]: [&str; 4]) -> Value {
    let area = if region.starts_with("重庆") { "023" } else { "028" };
    json!({"name": name, "kind": "INSTITUTION", "industry": industry, "region": region,
        "address": address, "telephone": landline(area, 8, OUTSIDE_LINES + at, seed)})
}

/// In the order in which they were handed in.
pub fn submissions(seed: u64) -> Vec<DemoSubmission> {
    let mut all = [settled(seed), waiting_long(seed), waiting(seed)].concat();
    all.sort_by_key(|one| std::cmp::Reverse(one.days_ago));
    all
}

/// What was keyed in or given back.
fn settled(seed: u64) -> Vec<DemoSubmission> {
    let tianhe =
        ["成都天禾锦程餐饮管理有限公司", "餐饮", "四川省成都市", "高新区天府大道中段 1388 号"];
    let moved = json!({"address": "成都市武侯区人民南路四段 27 号", "postcode": "610041"});
    let growth = json!({"demand": {"plan_medium": "明年扩大规模，礼品采购随之增加。"}});
    vec![
        DemoSubmission {
            records: json!([contact(seed, 1, "向文涛", "总经理", "DECIDER")]),
            note: "糖酒会展台上交换名片，对方主动询问团购价目。",
            decision: Some(Decision::Returned("与在档客户疑似重复，请先核对是否同一单位。")),
            ..new("liangjing", 9, company(seed, 1, tianhe))
        },
        DemoSubmission {
            note: "电话回访时行政部告知已搬迁。",
            decision: Some(Decision::Accepted),
            ..change("chengtao", 8, 0, moved)
        },
        DemoSubmission {
            records: json!([contact(seed, 2, "蒲晓琳", "行政主管", "BUYER")]),
            note: "原采购联系人离职，由行政主管接手。",
            decision: Some(Decision::Accepted),
            ..change("fengyuhang", 6, 1, json!({}))
        },
        DemoSubmission {
            note: "季度拜访了解到明年计划。",
            decision: Some(Decision::Returned("“扩大规模”请写明新开门店数量与时间。")),
            ..change("sujiayi", 5, 0, growth)
        },
    ]
}

/// What waits longer than it should.
fn waiting_long(seed: u64) -> Vec<DemoSubmission> {
    let yuxin = ["重庆渝信达物业服务有限公司", "物业服务", "重庆市", "渝北区金开大道西段 106 号"];
    let minsheng = ["四川岷盛源建材有限公司", "建材", "四川省成都市", "新都区物流大道 88 号"];
    let rice = json!({"kind": "PURCHASE", "payload": {"product": "五常有机大米礼盒",
        "occurred_on": "2020-01-01", "note": "元旦员工福利，含配送",
        "amount": {"amount": "18600.00", "currency": "CNY"}}});
    let telephone = json!({"telephone": landline("028", 8, OUTSIDE_LINES + 6, seed)});
    vec![
        DemoSubmission {
            note: "同行转介绍，尚未见面。",
            ..new("ranguodong", 7, company(seed, 2, yuxin))
        },
        DemoSubmission {
            records: json!([
                contact(seed, 3, "秦立功", "采购经理", "BUYER"),
                contact(seed, 4, "邹敏", "财务总监", "FINANCE"),
            ]),
            note: "建博会上结识，约定下周看样。",
            ..new("chengtao", 3, company(seed, 3, minsheng))
        },
        DemoSubmission {
            records: json!([rice]),
            note: "合同已签，随单补记购买与电话变更。",
            ..change("chengtao", 3, 1, telephone)
        },
    ]
}

/// What came in yesterday and the day before.
fn waiting(seed: u64) -> Vec<DemoSubmission> {
    let qinglan =
        ["成都青岚文化传播有限公司", "文化传媒", "四川省成都市", "锦江区东大街芷泉段 6 号"];
    let shuyun = ["四川蜀运通供应链有限公司", "物流", "四川省成都市", "双流区航枢大道 1 号"];
    let culture = json!({"traits": {"culture": "重承诺、讲效率，验收以书面为准。"}});
    vec![
        DemoSubmission {
            records: json!([contact(seed, 5, "阳雪梅", "品牌总监", "DECIDER")]),
            note: "客户转介绍，做年会伴手礼。",
            ..new("sujiayi", 2, company(seed, 4, qinglan))
        },
        DemoSubmission {
            note: "参观其新厂区后补记。", ..change("yuanpengfei", 2, 0, culture)
        },
        DemoSubmission {
            records: json!([contact(seed, 6, "唐启航", "副总经理", "INFLUENCER")]),
            note: "陪同市场部走访时见到分管领导。",
            ..change("liangjing", 1, 0, json!({}))
        },
        DemoSubmission {
            records: json!([contact(seed, 7, "郭志刚", "运营总监", "DECIDER")]),
            note: "园区企业开放日登记。",
            ..new("hexiaowen", 1, company(seed, 5, shuyun))
        },
    ]
}

/// In the order in which they were given.
pub const INSTRUCTIONS: &[DemoInstruction] = &[
    DemoInstruction {
        to: "tanhongxia",
        days_ago: 16,
        days: 10,
        filter: "completeness_max=40",
        text: "完整度不足四成的档案请逐户补录，先补已有往来的客户。",
    },
    DemoInstruction {
        to: "chengtao",
        days_ago: 4,
        days: 10,
        filter: "compliant=false",
        text: "本月内补齐名下档案的购买决策关键人物与资质有效期。",
    },
    DemoInstruction {
        to: "duxinyi",
        days_ago: 2,
        days: 7,
        filter: "compliant=false&kind=INSTITUTION",
        text: "机构客户基本档案不合规的，列出清单并向各业务员催办。",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::people;
    use std::collections::BTreeSet;

    #[test]
    fn whoever_is_named_works_here_and_no_number_is_used_twice() {
        let staff = people(7, chrono::NaiveDate::default());
        let logins: BTreeSet<_> = staff.iter().map(|one| one.login).collect();
        let mut numbers: Vec<String> = staff.iter().map(|one| one.mobile.clone()).collect();
        for one in submissions(7) {
            assert!(logins.contains(one.by), "{}", one.by);
            let text = format!("{}{}", one.payload, one.records);
            for field in ["mobile", "telephone"] {
                let marked = format!("\"{field}\":\"");
                let found = text.split(marked.as_str()).skip(1);
                numbers.extend(found.filter_map(|it| it.split('"').next()).map(str::to_owned));
            }
        }
        let notes: BTreeSet<_> = submissions(7).iter().map(|one| one.note).collect();
        assert_eq!(notes.len(), submissions(7).len(), "a note tells what was handed in before");
        assert!(INSTRUCTIONS.iter().all(|one| logins.contains(one.to)));
        let distinct: BTreeSet<_> = numbers.iter().collect();
        assert_eq!(distinct.len(), numbers.len());
    }
}
