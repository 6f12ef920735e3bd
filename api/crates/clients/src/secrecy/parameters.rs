//! What is signed, and for how long.
use handbook::parameters::Parameter;
use kernel::lang::Text;

/// A-CLI-18: the text. A new one has to be signed by everybody again.
pub const UNDERTAKING: Parameter<String> = Parameter::text(
    "clients.secrecy_undertaking",
    Text {
        zh: "客户资料保密承诺书",
        tw: "客戶資料保密承諾書",
        en: "Secrecy undertaking for client information",
    },
    "本人知悉：公司的客户档案及其中的客户资料属于公司商业秘密。本人郑重承诺：\n\
     一、只因工作需要查阅和使用客户资料，不越权查询，不以客户资料为本人或他人谋取利益。\n\
     二、未经批准，不复制、摘录、拍摄或向外提供客户资料；对外提供的，以客户服务部保管的版本为准。\n\
     三、妥善保管本人的账号、密码与打印件，离开座位时锁定设备；不再需要的资料按规定交还或销毁。\n\
     四、保护客户联系人和关键人物的个人信息，不向无权知悉的人透露。\n\
     五、发现泄露或可能泄露时，立即报告客户服务部经理，并协助补救。\n\
     六、调岗或离职之后仍负保密义务。违反本承诺的，按公司制度和法律承担责任。",
)
.clauses(&["A-CLI-18"]);

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
