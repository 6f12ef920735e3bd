//! JSON merge patch (RFC 7396): absent = keep, null = clear. The patch is laid over the current
//! input and the whole is parsed and validated again, so creating and changing share one type and
//! one set of field rules.
use super::input::{check, json_bytes, parse};
use crate::code::field;
use crate::error::{ApiError, ApiResult};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{future::Future, marker::PhantomData, pin::Pin};
use utoipa::openapi::{RefOr, Schema};
use validator::Validate;

/// A merge patch for `T`.
#[derive(Debug)]
pub struct Patch<T>(Value, PhantomData<T>);

impl<T: Serialize + DeserializeOwned + Validate> Patch<T> {
    #[must_use]
    pub const fn new(patch: Value) -> Self {
        Self(patch, PhantomData)
    }

    /// Lay the patch over `current`. 422 with pointers when the outcome is not a valid `T`.
    pub fn onto(&self, current: &T) -> ApiResult<T> {
        let mut merged = serde_json::to_value(current)?;
        merge(&mut merged, &self.0);
        let whole: T = parse(&serde_json::to_vec(&merged)?)?;
        check(&whole)?;
        Ok(whole)
    }

    /// Whether the patch speaks of a top-level field.
    #[must_use]
    pub fn names(&self, field: &str) -> bool {
        self.0.get(field).is_some()
    }
}

fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(target) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            target.remove(name);
        } else {
            merge(target.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

impl<T: Serialize + DeserializeOwned + Validate + 'static> FromRequest for Patch<T> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = ApiResult<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = json_bytes(request, payload);
        Box::pin(async move {
            let patch: Value = parse(&bytes.await?)?;
            if patch.is_object() {
                Ok(Self::new(patch))
            } else {
                Err(ApiError::field("", field::WRONG_TYPE))
            }
        })
    }
}

// utoipa composes the schema of a generic type through this trait and no other.
impl<T: utoipa::PartialSchema> utoipa::__dev::ComposeSchema for Patch<T> {
    /// `T` with nothing required.
    fn compose(_: Vec<RefOr<Schema>>) -> RefOr<Schema> {
        let mut schema = T::schema();
        if let RefOr::T(Schema::Object(object)) = &mut schema {
            object.required.clear();
            object.description = Some("JSON merge patch: absent keeps, null clears.".to_owned());
        }
        schema
    }
}

impl<T: utoipa::ToSchema> utoipa::ToSchema for Patch<T> {
    fn name() -> std::borrow::Cow<'static, str> {
        format!("{}Patch", T::name()).into()
    }
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        T::schemas(schemas);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn absent_keeps_null_clears_and_objects_merge() {
        let mut target = json!({"a": 1, "b": {"c": 2, "d": 3}, "e": [1, 2]});
        merge(&mut target, &json!({"b": {"c": null, "f": 4}, "e": [3], "g": {"h": null}}));
        assert_eq!(target, json!({"a": 1, "b": {"d": 3, "f": 4}, "e": [3], "g": {}}));
    }
}
