//! One file as a line of an export, as its reader may see it.
use super::fields::Field;
use crate::archive::entity::Model;
use crate::archive::{contents, privacy, rules};
use crate::contacts::entity::Model as Contact;
use crate::contacts::mask::masked;
use crate::importing::columns::{Column, Shape};
use crate::names::Names;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use kernel::access::{Actor, Permission};
use kernel::error::ApiResult;
use kernel::lang::{Lang, Text};
use kernel::sheet::Value;
use serde_json::Value as Json;

/// What a line is written from.
pub struct Line<'a> {
    pub file: &'a Model,
    pub names: &'a Names,
    /// Key persons of the file.
    pub people: &'a [Contact],
    /// Contents, personal data masked where they must be.
    contents: Json,
    people_in_full: bool,
    zone: Tz,
    lang: Lang,
}

/// For whom, and in which words and time.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub actor: &'a Actor,
    pub zone: Tz,
}

impl<'a> Line<'a> {
    pub fn of(
        reader: Reader<'_>,
        file: &'a Model,
        names: &'a Names,
        people: &'a [Contact],
    ) -> ApiResult<Self> {
        let place = rules::place(file);
        let mut written = contents::read(file)?;
        if privacy::hidden(reader.actor, file.kind, &place) {
            privacy::mask(&mut written);
        }
        let right = <crate::ReadPersonalData as Permission>::NAME;
        Ok(Self {
            file,
            names,
            people,
            contents: serde_json::to_value(&written)?,
            people_in_full: reader.actor.may(right, &place),
            zone: reader.zone,
            lang: reader.actor.request.lang,
        })
    }

    #[must_use]
    pub fn value(&self, field: &Field) -> Value {
        match field {
            Field::Known(known) => (known.value)(self),
            Field::Written(column) if column.name == "state" => self.said(self.file.state.text()),
            Field::Written(column) => self.written(column),
        }
    }

    fn written(&self, column: &Column) -> Value {
        let found = self.contents.pointer(&column.pointer()).filter(|value| !value.is_null());
        let Some(value) = found else { return Value::Empty };
        match column.shape {
            Shape::Kind => self.said(self.file.kind.text()),
            Shape::Bool => self.yes_no(value.as_bool().unwrap_or_default()),
            Shape::Whole => value.as_i64().map_or(Value::Empty, Value::Integer),
            Shape::Money => Value::Decimal(text(value.get("amount"))),
            Shape::Date => date(value).map_or(Value::Empty, Value::Date),
            Shape::Tags => Value::Text(list(value)),
            Shape::Text | Shape::State | Shape::Person => Value::Text(text(Some(value))),
        }
    }

    #[must_use]
    pub fn said(&self, text: Text) -> Value {
        Value::Text(text.in_lang(self.lang).to_owned())
    }

    #[must_use]
    pub fn yes_no(&self, yes: bool) -> Value {
        let (yes_text, no_text) =
            (Text { zh: "是", tw: "是", en: "Yes" }, Text { zh: "否", tw: "否", en: "No" });
        self.said(if yes { yes_text } else { no_text })
    }

    #[must_use]
    pub fn time(&self, at: DateTime<Utc>) -> Value {
        Value::DateTime(at.with_timezone(&self.zone).naive_local())
    }

    #[must_use]
    pub fn department(&self) -> Value {
        let name = self.file.department_id.map(|id| self.names.department(id).name);
        name.map_or(Value::Empty, Value::Text)
    }

    #[must_use]
    pub fn site(&self) -> Value {
        let name = self.file.site_id.map(|id| self.names.site(id).name);
        name.map_or(Value::Empty, Value::Text)
    }

    /// Name, position and mobile of each, the mobile masked for those without the right (A-CLI-28).
    #[must_use]
    pub fn key_persons(&self) -> Value {
        if self.people.is_empty() {
            return Value::Empty;
        }
        let one = |person: &Contact| {
            let mobile = person.mobile.as_deref().map(|number| {
                if self.people_in_full { number.to_owned() } else { masked("mobile", number) }
            });
            let parts = [Some(person.name.clone()), person.position.clone(), mobile];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        Value::Text(self.people.iter().map(one).collect::<Vec<_>>().join("; "))
    }
}

fn text(value: Option<&Json>) -> String {
    value.and_then(Json::as_str).unwrap_or_default().to_owned()
}

fn date(value: &Json) -> Option<NaiveDate> {
    value.as_str().and_then(|text| text.parse().ok())
}

fn list(value: &Json) -> String {
    let items = value.as_array().into_iter().flatten().filter_map(Json::as_str);
    items.collect::<Vec<_>>().join("、")
}
