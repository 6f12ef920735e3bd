//! What stands in a mail: what kind of thing happened, how often, by when, and where to read on.
use super::entity::Model;
use super::post::Posted;
use crate::Wiring;
use identity::people::Contact;
use kernel::app::App;
use kernel::lang::{Lang, Text};
use kernel::notify::entity::Model as Notice;
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A mail in its reader's language.
#[derive(Debug, PartialEq, Eq)]
pub struct Written {
    id: Uuid,
    to: Contact,
    subject: String,
    text: String,
}

const SEVERAL: Text = Text {
    zh: "您有 {count} 条新通知",
    tw: "您有 {count} 則新通知",
    en: "You have {count} new notifications",
};
const TIMES: Text = Text { zh: "（{count} 项）", tw: "（{count} 項）", en: " ({count})" };
const DUE: Text =
    Text { zh: "，{day} 起到期", tw: "，{day} 起到期", en: ", due from {day}" };
const READ_ON: Text =
    Text { zh: "查看全部通知：", tw: "檢視全部通知：", en: "Read them all: " };
const FOOT: Text = Text {
    zh: "为保守秘密，邮件中不写记录的名称和内容。\n调整邮件通知：",
    tw: "為保守秘密，郵件中不寫記錄的名稱和內容。\n調整郵件通知：",
    en: "For the sake of confidentiality a mail names no record.\nChoose what is mailed: ",
};

pub fn written(
    app: &App,
    wiring: &Wiring,
    mail: &Model,
    contact: &Contact,
    rows: &[Notice],
) -> Written {
    let lang = contact.lang;
    let lines = lines(wiring, lang, rows);
    let of_all = || SEVERAL.in_lang(lang).replace("{count}", &rows.len().to_string());
    let subject = match lines.as_slice() {
        [only] if rows.len() == 1 => only.clone(),
        _ => of_all(),
    };
    let listed: String = lines.iter().map(|line| format!("· {line}\n")).collect();
    let base = app.config.server.base();
    let (read_on, foot) = (READ_ON.in_lang(lang), FOOT.in_lang(lang));
    let company = &app.config.company.name;
    Written {
        id: mail.id,
        to: contact.clone(),
        text: format!(
            "{}\n\n{listed}\n{read_on}{base}/notifications\n\n-- \n{company}\n{foot}{base}/me\n",
            of_all()
        ),
        subject,
    }
}

impl Written {
    pub fn message(&self, app: &App) -> Posted {
        let name = match app.config.company.name.as_str() {
            "" => "制度",
            name => name,
        };
        Posted {
            message_id: self.id.to_string(),
            to_name: self.to.name.clone(),
            to: self.to.email.clone(),
            subject: format!("[{name}] {}", self.subject),
            text: self.text.clone(),
            sent_at: app.clock.now().into(),
        }
    }
}

/// A line for each kind, in the order in which they first came.
fn lines(wiring: &Wiring, lang: Lang, rows: &[Notice]) -> Vec<String> {
    let mut kinds: BTreeMap<&str, (usize, Counted)> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        kinds.entry(&row.kind).or_insert((place, Counted::default())).1.add(row);
    }
    let mut found: Vec<_> = kinds.into_iter().collect();
    found.sort_by_key(|(_, (place, _))| *place);
    let line = |(kind, (_, counted)): (&str, (usize, Counted))| {
        let known = wiring.notices.iter().find(|it| it.code == kind);
        let words = known.map_or(kind, |it| it.text.in_lang(lang));
        format!("{words}{}", counted.words(lang))
    };
    found.into_iter().map(line).collect()
}

/// How many of a kind, and the first day by which.
#[derive(Default)]
struct Counted {
    count: u64,
    due_on: Option<String>,
}

impl Counted {
    fn add(&mut self, row: &Notice) {
        let params: Value = serde_json::from_str(&row.params).unwrap_or_default();
        self.count += params.get("count").and_then(Value::as_u64).unwrap_or(1);
        let day = params.get("due_on").and_then(Value::as_str).map(str::to_owned);
        self.due_on = match (self.due_on.take(), day) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
    }

    fn words(&self, lang: Lang) -> String {
        let times = if self.count > 1 { TIMES.in_lang(lang) } else { "" };
        let due = self.due_on.as_deref().map(|day| DUE.in_lang(lang).replace("{day}", day));
        format!("{}{}", times.replace("{count}", &self.count.to_string()), due.unwrap_or_default())
    }
}
