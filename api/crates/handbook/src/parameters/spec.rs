use super::{Content, Percent};
use kernel::lang::Text;
use kernel::money::{Amount, Money};
use serde::Serialize;
use std::marker::PhantomData;

/// What kind of figure a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[schema(as = ParameterKind)]
pub enum Kind {
    Integer,
    /// A decimal with two places, in percent.
    Percent,
    Money,
    Text,
    /// One of `choices`.
    Choice,
    Bool,
    Days,
    Minutes,
}

/// The handbook's own figure; what holds until somebody sets another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    Whole(i64),
    Percent(Percent),
    Money(Amount),
    Text(&'static str),
    Flag(bool),
}

/// One of the values a CHOICE may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    pub value: &'static str,
    pub name: Text,
}

/// A parameter as its area declares it.
#[derive(Clone, Copy, Debug)]
pub struct ParameterSpec {
    /// `<module>.<name>`; stable, since decisions and integrations refer to it.
    pub key: &'static str,
    pub kind: Kind,
    pub name: Text,
    pub unit: Option<Text>,
    /// Rules of the handbook that state the figure.
    pub clauses: &'static [&'static str],
    pub default: Initial,
    /// Inclusive. In hundredths for PERCENT, ten-thousandths for MONEY, characters for TEXT.
    pub minimum: i64,
    pub maximum: i64,
    pub choices: &'static [Choice],
    /// What a TEXT has to speak of, each in any of its spellings.
    pub mentions: &'static [&'static [&'static str]],
}

/// A parameter that is read as a `T`; asking for another type does not compile.
#[derive(Debug)]
pub struct Parameter<T> {
    pub spec: ParameterSpec,
    read_as: PhantomData<fn() -> T>,
}

// Derived, they would ask `T` to be `Copy` too, though no `T` is held.
impl<T> Clone for Parameter<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Parameter<T> {}

/// What a parameter can be read as.
pub trait Read: Sized {
    /// `None` when the content is of another kind.
    fn read(content: &Content) -> Option<Self>;
}

const DAY: Text = Text { zh: "天", tw: "天", en: "days" };
const MINUTE: Text = Text { zh: "分钟", tw: "分鐘", en: "minutes" };
const LONGEST_TEXT: i64 = 2000;

impl<T> Parameter<T> {
    const fn new(
        key: &'static str,
        kind: Kind,
        name: Text,
        default: Initial,
        range: (i64, i64),
    ) -> Self {
        let (minimum, maximum) = range;
        let (clauses, choices, mentions, unit) = (&[], &[], &[], None);
        let spec = ParameterSpec {
            key,
            kind,
            name,
            unit,
            clauses,
            default,
            minimum,
            maximum,
            choices,
            mentions,
        };
        Self { spec, read_as: PhantomData }
    }

    /// The rules of the handbook that state the figure.
    #[must_use]
    pub const fn clauses(mut self, ids: &'static [&'static str]) -> Self {
        self.spec.clauses = ids;
        self
    }

    /// The range that may be set, both ends included.
    #[must_use]
    pub const fn between(mut self, minimum: i64, maximum: i64) -> Self {
        self.spec.minimum = minimum;
        self.spec.maximum = maximum;
        self
    }

    #[must_use]
    pub const fn unit(mut self, unit: Text) -> Self {
        self.spec.unit = Some(unit);
        self
    }
}

impl Parameter<i64> {
    #[must_use]
    pub const fn integer(key: &'static str, name: Text, default: i64) -> Self {
        Self::new(key, Kind::Integer, name, Initial::Whole(default), (0, 1_000_000_000))
    }

    /// Days, 0 to ten years.
    #[must_use]
    pub const fn days(key: &'static str, name: Text, default: i64) -> Self {
        Self::new(key, Kind::Days, name, Initial::Whole(default), (0, 3_660)).unit(DAY)
    }

    /// Minutes, 0 to a year.
    #[must_use]
    pub const fn minutes(key: &'static str, name: Text, default: i64) -> Self {
        Self::new(key, Kind::Minutes, name, Initial::Whole(default), (0, 527_040)).unit(MINUTE)
    }
}

impl Parameter<Percent> {
    /// 0 to 100 percent.
    #[must_use]
    pub const fn percent(key: &'static str, name: Text, default: Percent) -> Self {
        Self::new(key, Kind::Percent, name, Initial::Percent(default), (0, 10_000)).unit(Text {
            zh: "%",
            tw: "%",
            en: "%",
        })
    }
}

impl Parameter<Amount> {
    /// Not negative.
    #[must_use]
    pub const fn money(key: &'static str, name: Text, default: Amount) -> Self {
        Self::new(key, Kind::Money, name, Initial::Money(default), (0, i64::MAX))
    }
}

impl Parameter<String> {
    /// 1 to 2,000 characters.
    #[must_use]
    pub const fn text(key: &'static str, name: Text, default: &'static str) -> Self {
        Self::new(key, Kind::Text, name, Initial::Text(default), (1, LONGEST_TEXT))
    }

    /// A text that a company words itself has to speak of these.
    #[must_use]
    pub const fn mentioning(mut self, words: &'static [&'static [&'static str]]) -> Self {
        self.spec.mentions = words;
        self
    }

    #[must_use]
    pub const fn choice(
        key: &'static str,
        name: Text,
        choices: &'static [Choice],
        default: &'static str,
    ) -> Self {
        let mut made =
            Self::new(key, Kind::Choice, name, Initial::Text(default), (1, LONGEST_TEXT));
        made.spec.choices = choices;
        made
    }
}

impl Parameter<bool> {
    #[must_use]
    pub const fn switch(key: &'static str, name: Text, default: bool) -> Self {
        Self::new(key, Kind::Bool, name, Initial::Flag(default), (0, 1))
    }
}

impl ParameterSpec {
    /// The part of the key before the dot.
    #[must_use]
    pub fn module(&self) -> &'static str {
        self.key.split_once('.').map_or(self.key, |(module, _)| module)
    }
}

impl From<Initial> for Content {
    fn from(default: Initial) -> Self {
        match default {
            Initial::Whole(number) => Self::Whole(number),
            Initial::Percent(percent) => Self::Text(percent.to_string()),
            Initial::Money(amount) => Self::Money(Money::cny(amount)),
            Initial::Text(text) => Self::Text(text.to_owned()),
            Initial::Flag(flag) => Self::Flag(flag),
        }
    }
}

impl Read for i64 {
    fn read(content: &Content) -> Option<Self> {
        if let Content::Whole(number) = content { Some(*number) } else { None }
    }
}

impl Read for Percent {
    fn read(content: &Content) -> Option<Self> {
        if let Content::Text(text) = content { text.parse().ok() } else { None }
    }
}

impl Read for Amount {
    fn read(content: &Content) -> Option<Self> {
        if let Content::Money(money) = content { Some(money.amount) } else { None }
    }
}

impl Read for String {
    fn read(content: &Content) -> Option<Self> {
        if let Content::Text(text) = content { Some(text.clone()) } else { None }
    }
}

impl Read for bool {
    fn read(content: &Content) -> Option<Self> {
        if let Content::Flag(flag) = content { Some(*flag) } else { None }
    }
}
