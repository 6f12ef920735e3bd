//! The columns of an export: every field of a file, named as in the import, so that an export can
//! be changed and imported, and what the service itself knows of a file.
use super::row::Line;
use crate::importing::columns as contents;
use kernel::lang::{Lang, Text};
use kernel::sheet::{ExportColumn, Value};

/// A column that an export can have.
#[derive(Clone, Copy, Debug)]
pub enum Field {
    /// One of the contents.
    Written(&'static contents::Column),
    Known(&'static Known),
}

/// What the service itself knows.
#[derive(Debug)]
pub struct Known {
    pub name: &'static str,
    text: Text,
    width: u16,
    pub value: fn(&Line<'_>) -> Value,
}

macro_rules! known {
    ($($name:literal $width:literal $zh:literal $tw:literal $en:literal $value:expr;)+) => {
        const KNOWN: &[Known] = &[$(Known {
            name: $name,
            text: Text { zh: $zh, tw: $tw, en: $en },
            width: $width,
            value: $value,
        }),+];
    };
}

known! {
    "number" 20 "编号" "編號" "Number" |it| Value::Text(it.file.number.clone());
    "tier" 10 "客户等级" "客戶等級" "Tier" |it| it.said(it.file.tier.text());
    "level" 10 "密级" "密級" "Level" |it| it.said(it.file.level.text());
    "level_until" 14 "保密期限" "保密期限" "Confidential until" |it| Value::Date(it.file.level_until);
    "status" 10 "档案状态" "檔案狀態" "Status" |it| it.said(it.file.status.text());
    "owner" 12 "负责人" "負責人" "Owner" |it| Value::Text(it.names.person(it.file.owner_id).name);
    "department" 16 "部门" "部門" "Department" |it| it.department();
    "site" 16 "网点" "據點" "Site" |it| it.site();
    "key_persons" 40 "购买决策关键人物" "購買決策關鍵人物" "Key persons of the purchase" |it| it.key_persons();
    "completeness" 10 "完整度(%)" "完整度(%)" "Completeness (%)" |it| Value::Integer(it.file.completeness.into());
    "compliant" 10 "合规" "合規" "Compliant" |it| it.yes_no(it.file.compliant);
    "inferior" 10 "劣质客户" "劣質客戶" "Inferior" |it| it.said(it.file.inferior.text());
    "last_verified_at" 20 "最近核定" "最近核定" "Last verified" |it| it.file.last_verified_at.map_or(Value::Empty, |at| it.time(at));
    "verification_due_on" 14 "应核定日期" "應核定日期" "Verification due" |it| Value::Date(it.file.verification_due_on);
    "created_at" 20 "建档时间" "建檔時間" "Created" |it| it.time(it.file.created_at);
    "updated_at" 20 "更新时间" "更新時間" "Updated" |it| it.time(it.file.updated_at);
}

/// What the list shows; taken where no columns are named.
const USUAL: &[&str] = &[
    "number",
    "name",
    "short_name",
    "kind",
    "group_buy",
    "state",
    "tier",
    "level",
    "credit_code",
    "industry",
    "region",
    "telephone",
    "owner",
    "department",
    "site",
    "completeness",
    "compliant",
    "inferior",
    "verification_due_on",
    "updated_at",
];

impl Field {
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        let written = || exported().find(|column| column.name == name).map(Self::Written);
        KNOWN.iter().find(|known| known.name == name).map(Self::Known).or_else(written)
    }

    /// The fields of these names; of none, the usual ones. A name that nobody knows finds nothing.
    #[must_use]
    pub fn chosen(names: &[String]) -> Option<Vec<Self>> {
        if names.is_empty() {
            return USUAL.iter().map(|name| Self::find(name)).collect();
        }
        names.iter().map(|name| Self::find(name)).collect()
    }

    #[must_use]
    pub fn heading(&self, lang: Lang) -> ExportColumn {
        match self {
            Self::Written(column) => {
                let width = if column.name == "name" { 36 } else { 18 };
                ExportColumn { title: column.title(lang).to_owned(), width }
            }
            Self::Known(known) => {
                ExportColumn { title: known.text.in_lang(lang).to_owned(), width: known.width }
            }
        }
    }
}

/// The owner is named by `owner`; why a file is no duplicate is a word to the import alone.
fn exported() -> impl Iterator<Item = &'static contents::Column> {
    let left_out = ["owner_id", "duplicate_reason"];
    contents::COLUMNS.iter().filter(move |column| !left_out.contains(&column.name))
}

/// Names of all columns.
#[must_use]
pub fn names() -> Vec<&'static str> {
    KNOWN.iter().map(|known| known.name).chain(exported().map(|column| column.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_name_finds_its_own_column() {
        let names = names();
        let distinct: BTreeSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
        assert!(names.iter().all(|name| Field::find(name).is_some()));
        assert_eq!(Field::chosen(&[]).unwrap().len(), USUAL.len());
        assert!(Field::chosen(&["name".to_owned(), "password".to_owned()]).is_none());
    }

    #[test]
    fn headings_lead_back_into_the_import() {
        for lang in [Lang::ZhCn, Lang::ZhTw, Lang::En] {
            for column in exported() {
                let title = Field::Written(column).heading(lang).title;
                assert_eq!(contents::find(&title).map(|c| c.name), Some(column.name));
            }
            let owner = Field::find("owner").unwrap().heading(lang).title;
            assert_eq!(contents::find(&owner).map(|c| c.name), Some("owner_id"));
        }
    }
}
