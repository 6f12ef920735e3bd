use super::{Content, Parameter, ParameterSpec, ParameterValueId, Read, entity, store};
use chrono::NaiveDate;
use kernel::error::{ApiResult, Fault};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// A figure that was looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure<T> {
    pub value: T,
    /// The setting it comes from; none: the handbook's own figure.
    pub version: Option<ParameterValueId>,
}

/// Everything that was ever set, for looking up by date.
#[derive(Debug, Default)]
pub struct Values(HashMap<String, Vec<Held>>);

/// A value that was set, and when it counts from; ordered by (date, version).
#[derive(Clone, Debug)]
pub struct Held {
    pub id: ParameterValueId,
    pub version: i64,
    pub effective_from: NaiveDate,
    pub content: Content,
}

impl Values {
    pub(crate) async fn load(db: &impl ConnectionTrait) -> ApiResult<Self> {
        Self::of(store::all(db).await?)
    }

    /// `rows` by (key, date, version).
    pub(super) fn of(rows: Vec<entity::Model>) -> ApiResult<Self> {
        let mut by_key: HashMap<String, Vec<Held>> = HashMap::new();
        for row in rows {
            let content = serde_json::from_str(&row.value)?;
            let (id, version, effective_from) = (row.id, row.version, row.effective_from);
            by_key.entry(row.key).or_default().push(Held { id, version, effective_from, content });
        }
        Ok(Self(by_key))
    }

    /// The figure that holds on a date.
    pub fn at<T: Read>(&self, parameter: &Parameter<T>, date: NaiveDate) -> ApiResult<Figure<T>> {
        let held = self.held_at(&parameter.spec, date);
        let content =
            held.map_or_else(|| parameter.spec.default.into(), |held| held.content.clone());
        let value = T::read(&content)
            .ok_or_else(|| Fault(format!("parameter {} holds {content:?}", parameter.spec.key)))?;
        Ok(Figure { value, version: held.map(|held| held.id) })
    }

    /// The setting that holds on a date; none: the default.
    #[must_use]
    pub fn held_at(&self, spec: &ParameterSpec, date: NaiveDate) -> Option<&Held> {
        self.of_key(spec.key).iter().rfind(|held| held.effective_from <= date)
    }

    /// How often the parameter was set.
    #[must_use]
    pub fn version(&self, spec: &ParameterSpec) -> i64 {
        self.of_key(spec.key).iter().map(|held| held.version).max().unwrap_or(0)
    }

    fn of_key(&self, key: &str) -> &[Held] {
        self.0.get(key).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use kernel::ids::PersonId;
    use kernel::lang::Text;
    use uuid::Uuid;

    const MONTHS: Parameter<i64> =
        Parameter::integer("clients.months", Text { zh: "甲", tw: "甲", en: "A" }, 3);

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn row(version: i64, from: NaiveDate, value: &str) -> entity::Model {
        entity::Model {
            id: ParameterValueId(Uuid::from_u128(u128::try_from(version).unwrap())),
            key: "clients.months".to_owned(),
            version,
            value: value.to_owned(),
            effective_from: from,
            reason: "按年度复审调整".to_owned(),
            set_by: PersonId(Uuid::nil()),
            set_by_name: "林晓梅".to_owned(),
            set_at: DateTime::from_timestamp(0, 0).unwrap(),
        }
    }

    #[test]
    fn the_default_holds_until_a_value_takes_effect() {
        let values = Values::of(vec![row(1, day(10), "6")]).unwrap();
        assert_eq!(values.at(&MONTHS, day(9)).unwrap(), Figure { value: 3, version: None });
        let set = Figure { value: 6, version: Some(ParameterValueId(Uuid::from_u128(1))) };
        assert_eq!(values.at(&MONTHS, day(10)).unwrap(), set);
        assert_eq!(values.version(&MONTHS.spec), 1);
    }

    #[test]
    fn a_later_value_for_the_same_date_counts() {
        let rows = vec![row(1, day(10), "6"), row(3, day(10), "7"), row(2, day(20), "8")];
        let values = Values::of(rows).unwrap();
        assert_eq!(values.at(&MONTHS, day(19)).unwrap().value, 7);
        assert_eq!(values.at(&MONTHS, day(25)).unwrap().value, 8);
        assert_eq!(values.version(&MONTHS.spec), 3);
    }

    #[test]
    fn content_of_another_kind_is_a_fault_and_never_a_figure() {
        let values = Values::of(vec![row(1, day(10), "\"six\"")]).unwrap();
        assert_eq!(values.at(&MONTHS, day(9)).unwrap().value, 3);
        assert_eq!(values.at(&MONTHS, day(10)).unwrap_err().code().name, "INTERNAL");
        assert!(Values::of(vec![row(1, day(10), "six")]).is_err());
    }
}
