//! What is signed, and for how long.
use handbook::parameters::Parameter;
use kernel::lang::Text;

/// A-CLI-18: the text. A new one has to be signed by everybody again. It names the four groups of what is
/// secret (B-SEC-01), and rights, duties and liability (B-SEC-05), which a company's own words do as well.
pub const UNDERTAKING: Parameter<String> = Parameter::text(
    "clients.secrecy_undertaking",
    Text {
        zh: "客户资料保密承诺书",
        tw: "客戶資料保密承諾書",
        en: "Secrecy undertaking for client information",
    },
    "本人知悉，下列内容属于公司秘密：\n\
     （一）客户信息：客户名单、联系人、需求、协议；\n\
     （二）内部经营秘密：计划、活动方案、价格策略、销售数据；\n\
     （三）供应商信息：供应商名单、合作条件、采购价格；\n\
     （四）公司其他秘密和客户隐私。\n\
     本人的权利：因工作需要，按授权查阅和使用上述信息；对超出授权的要求有权拒绝并报告；涉及本人的处理有权申辩。\n\
     本人的义务：\n\
     一、只因工作需要查阅和使用，不越权查询，不为本人或他人谋取利益。\n\
     二、未经批准，不复制、摘录、拍摄；未经客户同意和公司审核，不向外提供客户信息，以客户服务部保管的版本为准。\n\
     三、妥善保管本人的账号、密码与打印件，离开座位时锁定设备；不再需要的资料按规定交还或销毁。\n\
     四、不在公共场所或出差途中阅读客户资料；保护客户联系人和关键人物的个人信息，不向无权知悉的人透露。\n\
     五、发现泄露或可能泄露时，立即报告客户服务部经理，并协助补救。\n\
     六、调岗或离职之后仍负保密义务。\n\
     责任：违反本承诺的，按公司制度从严处理，直接上级承担领导责任；造成损失的依法赔偿，构成犯罪的移送司法机关。",
)
.mentioning(&[&["权利", "權利", "right"], &["义务", "義務", "dut"], &["责任", "責任", "liab"]])
.clauses(&["A-CLI-18", "B-SEC-01", "B-SEC-05"]);

/// The handbook names no figure; a year is a start that each company replaces.
pub const MONTHS: Parameter<i64> = Parameter::integer(
    "clients.secrecy_months",
    Text {
        zh: "保密承诺有效期",
        tw: "保密承諾有效期",
        en: "Months for which the secrecy undertaking holds",
    },
    12,
)
.between(1, 120)
.unit(Text { zh: "个月", tw: "個月", en: "months" })
.clauses(&["A-CLI-18"]);
