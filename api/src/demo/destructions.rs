//! Files that the keepers of the archive found obsolete these days (A-BOR-06, A-BOR-07).

/// One proposal, about the oldest file that nobody has dealt with for years.
#[derive(Clone, Copy, Debug)]
pub struct DemoDestruction {
    pub days_ago: i64,
    pub ground: &'static str,
    pub reason: &'static str,
    /// Who has approved it so far.
    pub approved_by: &'static [&'static str],
}

pub const DESTRUCTIONS: &[DemoDestruction] = &[
    DemoDestruction {
        days_ago: 8,
        ground: "DISSOLVED",
        reason: "经查国家企业信用信息公示系统，该单位已注销，无未结款项",
        approved_by: &["shenhuimin", "zhoumin", "hejianguo"],
    },
    DemoDestruction {
        days_ago: 4,
        ground: "CEASED",
        reason: "建档后从未发生业务，销售部三次走访均无合作意向",
        approved_by: &["shenhuimin"],
    },
    DemoDestruction {
        days_ago: 1,
        ground: "EXPIRED",
        reason: "资料已逾五年未更新，原址已拆迁，联系方式全部失效",
        approved_by: &[],
    },
];
