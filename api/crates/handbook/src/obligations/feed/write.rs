//! Obligations as `text/calendar` (RFC 5545): a whole day each, the day by which it is due.
use crate::obligations::entity::Model;
use crate::obligations::source::Obligations;
use actix_web::{HttpRequest, HttpResponse, Responder, body::BoxBody, http::header};
use icalendar::{Calendar, Component, Event, EventLike, Property};
use kernel::lang::{Lang, Text};

const NAME: Text =
    Text {
        zh: "制度 · 我的待办", tw: "制度 · 我的待辦", en: "Zhidu · what I have to do"
    };
const HEAD: [(&str, &str); 3] =
    [("VERSION", "2.0"), ("PRODID", "-//Zhidu//Obligations//ZH"), ("CALSCALE", "GREGORIAN")];
const BY_RULE: Text = Text { zh: "依据：", tw: "依據：", en: "By " };

/// A calendar as it is answered.
#[derive(Debug)]
pub struct Feed(String);

pub fn calendar(obligations: &Obligations, rows: &[Model], (lang, base): (Lang, &str)) -> Feed {
    let mut calendar = Calendar::empty();
    for (name, value) in HEAD {
        calendar.append_property(Property::new(name, value));
    }
    calendar.name(NAME.in_lang(lang));
    for row in rows {
        let Some((kind, _)) = obligations.kind(&row.kind) else { continue };
        let clauses = kind.clauses.join(", ");
        let link = format!("{base}/obligations/{}", row.id.0);
        let mut event = Event::with_uid(&row.id.0.to_string());
        event
            .timestamp(row.opened_at)
            .sequence(u32::try_from(row.version).unwrap_or_default())
            // Without an end it is the whole day; one on the same day would be none (RFC 5545, 3.6.1).
            .starts(row.due_on)
            .summary(kind.text.in_lang(lang))
            .description(&format!("{}{clauses}\n{link}", BY_RULE.in_lang(lang)))
            .url(&link);
        calendar.push(event.done());
    }
    Feed(calendar.to_string())
}

impl Responder for Feed {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok()
            .content_type("text/calendar; charset=utf-8")
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(self.0)
    }
}
