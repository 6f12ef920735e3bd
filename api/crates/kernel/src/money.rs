//! Amounts of money, exact: an `i64` of ten-thousandths, never a float (SQLite keeps decimals as
//! floats, so none is stored). On the wire `{"amount":"1234.56","currency":"CNY"}`.
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// Decimal places kept.
pub const SCALE: u32 = 4;

/// Ten-thousandths of the currency's unit; range ± 922 trillion.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, sea_orm::DeriveValueType,
)]
pub struct Amount(pub i64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    #[error("not a decimal number")]
    NotANumber,
    #[error("more than {SCALE} decimals")]
    TooFine,
    #[error("out of range")]
    OutOfRange,
}

impl fmt::Display for Amount {
    /// At least two decimals, as money is written: `1234.50`, `0.0001`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut value = Decimal::new(self.0, SCALE).normalize();
        if value.scale() < 2 {
            value.rescale(2);
        }
        write!(f, "{value}")
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    fn from_str(text: &str) -> Result<Self, AmountError> {
        let value =
            Decimal::from_str_exact(text.trim()).map_err(|_| AmountError::NotANumber)?.normalize();
        let missing = SCALE.checked_sub(value.scale()).ok_or(AmountError::TooFine)?;
        let scaled =
            value.mantissa().checked_mul(10_i128.pow(missing)).ok_or(AmountError::OutOfRange)?;
        i64::try_from(scaled).map(Self).map_err(|_| AmountError::OutOfRange)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

impl utoipa::PartialSchema for Amount {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::Custom("decimal".into())))
            .pattern(Some(r"^-?[0-9]{1,14}(\.[0-9]{1,4})?$"))
            .examples([serde_json::json!("1250000.00")])
            .into()
    }
}

impl utoipa::ToSchema for Amount {}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub enum Currency {
    #[serde(rename = "CNY")]
    Cny,
}

/// An amount and its currency; they never travel apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    pub amount: Amount,
    pub currency: Currency,
}

impl Money {
    #[must_use]
    pub const fn cny(amount: Amount) -> Self {
        Self { amount, currency: Currency::Cny }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_survive_the_wire_exactly() {
        for text in ["0.00", "1234.56", "-0.0001", "922337203685477.5807"] {
            assert_eq!(text.parse::<Amount>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_cannot_be_kept_exactly_is_refused() {
        assert_eq!("1.00001".parse::<Amount>(), Err(AmountError::TooFine));
        assert_eq!("922337203685477.5808".parse::<Amount>(), Err(AmountError::OutOfRange));
        assert_eq!("1e3".parse::<Amount>(), Err(AmountError::NotANumber));
        assert!(serde_json::from_str::<Amount>("12.5").is_err(), "a JSON number is not an amount");
    }
}
