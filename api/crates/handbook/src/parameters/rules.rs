//! What may be set, and which of the values set holds on a date. Pure.
use super::{Content, Kind, ParameterSpec, Percent};
use crate::{DATE_PASSED, PARAMETER_TEXT_SILENT, years};
use chrono::NaiveDate;
use kernel::code::{Code, field};
use kernel::http::problem::FieldProblem;
use kernel::text::{Lines, validate_plain};
use serde::Serialize;

/// Whether a value counts on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = ParameterValueState)]
pub enum ValueState {
    /// From a later date on.
    Planned,
    InEffect,
    /// Followed by a later one.
    Past,
    /// Set anew for the same date before or after it took effect; never counted since.
    Superseded,
}

/// The content in its one spelling (`"5"` percent as `"5.00"`), or what is wrong with it.
pub fn accept(spec: &ParameterSpec, content: &Content) -> Result<Content, FieldProblem> {
    match (spec.kind, content) {
        (Kind::Integer | Kind::Days | Kind::Minutes, Content::Whole(number)) => {
            within(spec, *number).map(|()| content.clone())
        }
        (Kind::Percent, Content::Text(text)) => {
            let percent: Percent = text.parse().map_err(|_| wrong(field::FORMAT))?;
            within(spec, percent.0).map(|()| Content::Text(percent.to_string()))
        }
        (Kind::Money, Content::Money(money)) => {
            within(spec, money.amount.0).map(|()| content.clone())
        }
        (Kind::Bool, Content::Flag(_)) => Ok(content.clone()),
        (Kind::Text, Content::Text(text)) => plain(spec, text).map(|()| content.clone()),
        (Kind::Choice, Content::Text(text)) => {
            let known = spec.choices.iter().any(|choice| choice.value == text);
            if known { Ok(content.clone()) } else { Err(wrong(field::NOT_IN_CHOICE)) }
        }
        _ => Err(wrong(field::WRONG_TYPE)),
    }
}

/// A figure (and a flow of approval) may be set for today and later: what was decided by that of a past
/// day stays explained by it.
pub fn effective_from(date: NaiveDate, today: NaiveDate) -> Result<(), FieldProblem> {
    if date < today {
        return Err(FieldProblem::new("/effective_from", DATE_PASSED).with("today", &today));
    }
    years::check(date, "/effective_from")
}

/// The states of values ordered by (date, version), as of `today`.
pub fn states(dates: &[NaiveDate], today: NaiveDate) -> Vec<ValueState> {
    let last_of_its_date =
        |place: usize, date: &NaiveDate| dates.get(place + 1).is_none_or(|next| next != date);
    let in_effect = dates.iter().rposition(|date| *date <= today);
    let state = |(place, date): (usize, &NaiveDate)| match () {
        () if !last_of_its_date(place, date) => ValueState::Superseded,
        () if *date > today => ValueState::Planned,
        () if Some(place) == in_effect => ValueState::InEffect,
        () => ValueState::Past,
    };
    dates.iter().enumerate().map(state).collect()
}

fn within(spec: &ParameterSpec, number: i64) -> Result<(), FieldProblem> {
    if (spec.minimum..=spec.maximum).contains(&number) {
        return Ok(());
    }
    let (minimum, maximum) = (written(spec.kind, spec.minimum), written(spec.kind, spec.maximum));
    Err(wrong(field::RANGE).with("min", &minimum).with("max", &maximum))
}

fn plain(spec: &ParameterSpec, text: &str) -> Result<(), FieldProblem> {
    validate_plain(text, Lines::Multiple).map_err(|_| wrong(field::CONTROL_CHARACTER))?;
    let length = i64::try_from(text.trim().chars().count()).unwrap_or(i64::MAX);
    if (spec.minimum..=spec.maximum).contains(&length) {
        return mentions(spec, text);
    }
    Err(wrong(field::LENGTH).with("min", &spec.minimum).with("max", &spec.maximum))
}

fn mentions(spec: &ParameterSpec, text: &str) -> Result<(), FieldProblem> {
    let spoken_of = |spellings: &&&[&str]| spellings.iter().any(|word| text.contains(word));
    let missing = spec.mentions.iter().filter(|spellings| !spoken_of(spellings));
    let missing: Vec<_> = missing.filter_map(|spellings| spellings.first().copied()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(wrong(PARAMETER_TEXT_SILENT).with("missing", &missing.join("、")))
}

/// A limit as people write it.
pub fn written(kind: Kind, limit: i64) -> String {
    match kind {
        Kind::Percent => Percent(limit).to_string(),
        Kind::Money => kernel::money::Amount(limit).to_string(),
        _ => limit.to_string(),
    }
}

fn wrong(code: Code) -> FieldProblem {
    FieldProblem::new("/value", code)
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Parameter};
    use super::*;
    use kernel::lang::Text;
    use kernel::money::{Amount, Money};

    const NAME: Text = Text { zh: "甲", tw: "甲", en: "A" };

    fn code(spec: &ParameterSpec, content: &Content) -> &'static str {
        accept(spec, content).map_or_else(|problem| problem.code.name, |_| "")
    }

    fn text(text: &str) -> Content {
        Content::Text(text.to_owned())
    }

    #[test]
    fn each_kind_takes_its_own_content_and_nothing_else() {
        const CHOICES: &[Choice] = &[Choice { value: "STRICT", name: NAME }];
        let days = Parameter::days("a.days", NAME, 5).between(1, 30).spec;
        let percent = Parameter::percent("a.percent", NAME, Percent(500)).spec;
        let money = Parameter::money("a.money", NAME, Amount(0)).spec;
        let choice = Parameter::choice("a.choice", NAME, CHOICES, "STRICT").spec;
        let switch = Parameter::switch("a.switch", NAME, true).spec;
        let words = Parameter::text("a.text", NAME, "x").between(1, 3).spec;
        let cases = [
            (&days, Content::Whole(30), ""),
            (&days, Content::Whole(31), "RANGE"),
            (&days, text("30"), "WRONG_TYPE"),
            (&percent, text("12.5"), ""),
            (&percent, text("100.01"), "RANGE"),
            (&percent, text("half"), "FORMAT"),
            (&money, Content::Money(Money::cny(Amount(1))), ""),
            (&money, Content::Money(Money::cny(Amount(-1))), "RANGE"),
            (&choice, text("STRICT"), ""),
            (&choice, text("strict"), "NOT_IN_CHOICE"),
            (&switch, Content::Flag(false), ""),
            (&switch, Content::Whole(1), "WRONG_TYPE"),
            (&words, text("三个字"), ""),
            (&words, text("四个汉字"), "LENGTH"),
            (&words, text("  "), "LENGTH"),
            (&words, text("a\0"), "CONTROL_CHARACTER"),
        ];
        for (spec, content, expected) in cases {
            assert_eq!(code(spec, &content), expected, "{} {content:?}", spec.key);
        }
    }

    #[test]
    fn a_percentage_gets_its_one_spelling() {
        let spec = Parameter::percent("a.percent", NAME, Percent(500)).spec;
        assert_eq!(accept(&spec, &text("5")), Ok(text("5.00")));
    }

    #[test]
    fn the_past_cannot_be_set() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        assert!(effective_from(day(22), day(22)).is_ok());
        let refused = effective_from(day(21), day(22)).unwrap_err();
        assert_eq!(
            (refused.pointer.as_str(), refused.code.name),
            ("/effective_from", "DATE_PASSED")
        );
        assert_eq!(refused.params, vec![("today", "2026-11-22".to_owned())]);
        assert_eq!(effective_from(NaiveDate::MAX, day(22)).unwrap_err().code.name, "RANGE");
    }

    #[test]
    fn of_several_values_the_latest_set_for_the_latest_date_counts() {
        use ValueState::{InEffect, Past, Planned, Superseded};
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let dates = [day(1), day(5), day(5), day(20), day(25), day(25), day(30)];
        assert_eq!(
            states(&dates, day(22)),
            [Past, Superseded, Past, InEffect, Superseded, Planned, Planned]
        );
        assert_eq!(states(&dates[..1], day(1)), [InEffect]);
        assert_eq!(states(&[], day(1)), []);
    }
}
