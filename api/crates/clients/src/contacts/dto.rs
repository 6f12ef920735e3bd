//! Contacts as they travel.
use super::entity::Model;
use super::kinds::Influence;
use super::mask::{PERSONAL, masked};
use crate::archive::input::tidied;
use crate::checks;
use crate::hanging::Removed;
use crate::names::Ref;
use crate::{ClientId, ContactId};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::{input::check, problem::FieldProblem, reply::Answer, shown::AllowedAction};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Somebody at the client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactInput {
    #[validate(length(min = 1, max = 60), custom(function = "checks::line"))]
    #[schema(min_length = 1, max_length = 60, example = "何静怡")]
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60), custom(function = "checks::blank_line"))]
    #[schema(max_length = 60, example = "采购部经理")]
    pub position: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60), custom(function = "checks::blank_line"))]
    #[schema(max_length = 60, example = "采购部")]
    pub department: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 40), custom(function = "checks::phone"))]
    #[schema(max_length = 40, example = "13800138000")]
    pub mobile: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 40), custom(function = "checks::phone"))]
    #[schema(max_length = 40, example = "028-85123456-801")]
    pub telephone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 200), custom(function = "super::rules::email"))]
    #[schema(max_length = 200, example = "hejingyi@example.com")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60), custom(function = "checks::blank_line"))]
    #[schema(max_length = 60)]
    pub wechat: Option<String>,
    /// Has a part in the decision to buy (A-CLI-06).
    #[serde(default)]
    pub is_key_person: bool,
    /// Which part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub influence: Option<Influence>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000)]
    pub influence_note: Option<String>,
    /// Not in the future.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(custom(function = "crate::hanging::plausible"))]
    pub birthday: Option<NaiveDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60), custom(function = "checks::blank_line"))]
    #[schema(max_length = 60, example = "四川绵阳")]
    pub native_place: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 60), custom(function = "checks::blank_line"))]
    #[schema(max_length = 60, example = "本科")]
    pub education: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000)]
    pub hobbies: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000)]
    pub family_note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[validate(length(max = 1000), custom(function = "checks::blank_lines"))]
    #[schema(max_length = 1000)]
    pub preferences: Option<String>,
}

impl ContactInput {
    /// In the spelling that is kept: trimmed, blank as absent.
    pub fn tidied(&self, today: NaiveDate) -> ApiResult<Self> {
        let tidy = tidied(self)?;
        check(&tidy)?;
        match tidy.birthday.filter(|birthday| *birthday > today) {
            None => Ok(tidy),
            Some(_) => {
                let wrong = FieldProblem::new("/birthday", field::RANGE).with("max", &today);
                Err(ApiError::Invalid(vec![wrong]))
            }
        }
    }
}

impl From<&Model> for ContactInput {
    fn from(row: &Model) -> Self {
        let row = row.clone();
        Self {
            name: row.name,
            position: row.position,
            department: row.department,
            mobile: row.mobile,
            telephone: row.telephone,
            email: row.email,
            wechat: row.wechat,
            is_key_person: row.is_key_person,
            influence: row.influence,
            influence_note: row.influence_note,
            birthday: row.birthday,
            native_place: row.native_place,
            education: row.education,
            hobbies: row.hobbies,
            family_note: row.family_note,
            preferences: row.preferences,
        }
    }
}

/// Somebody at the client. Personal fields are masked for those without `client-personal.read`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contact {
    pub id: ContactId,
    pub client_id: ClientId,
    #[schema(example = "何静怡")]
    pub name: String,
    pub position: Option<String>,
    pub department: Option<String>,
    #[schema(example = "138****8000")]
    pub mobile: Option<String>,
    pub telephone: Option<String>,
    pub email: Option<String>,
    pub wechat: Option<String>,
    pub is_key_person: bool,
    pub influence: Option<Influence>,
    pub influence_note: Option<String>,
    /// Null where it is masked.
    pub birthday: Option<NaiveDate>,
    pub native_place: Option<String>,
    pub education: Option<String>,
    pub hobbies: Option<String>,
    pub family_note: Option<String>,
    pub preferences: Option<String>,
    /// Fields that hold something which the caller may not read in full.
    #[schema(example = json!(["mobile", "birthday"]))]
    pub masked_fields: Vec<&'static str>,
    pub created_at: DateTime<Utc>,
    pub created_by: Ref,
    pub updated_at: DateTime<Utc>,
    /// Null while the contact is in place.
    pub removed: Option<Removed>,
    pub version: i64,
    pub allowed_actions: Vec<AllowedAction>,
}

impl Contact {
    /// Hide what is personal.
    #[must_use]
    pub fn masked(mut self) -> Self {
        let hidden = self.birthday.take().is_some();
        let fields = [
            ("mobile", &mut self.mobile),
            ("telephone", &mut self.telephone),
            ("email", &mut self.email),
            ("wechat", &mut self.wechat),
            ("influence_note", &mut self.influence_note),
            ("native_place", &mut self.native_place),
            ("education", &mut self.education),
            ("hobbies", &mut self.hobbies),
            ("family_note", &mut self.family_note),
            ("preferences", &mut self.preferences),
        ];
        let mut named: Vec<&'static str> = if hidden { vec!["birthday"] } else { vec![] };
        for (name, field) in fields {
            if let Some(value) = field {
                *value = masked(name, value);
                named.push(name);
            }
        }
        named.sort_by_key(|name| PERSONAL.iter().position(|one| one == name));
        self.masked_fields = named;
        self
    }
}

impl Answer for Contact {
    fn version(&self) -> Option<i64> {
        Some(self.version)
    }
    fn location(&self) -> Option<String> {
        Some(format!("/clients/{}/contacts/{}", self.client_id, self.id))
    }
}

#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ContactFilter {
    /// Only those with a part in the decision to buy, or only the others.
    pub key_person: Option<bool>,
    /// Also contacts that were taken out.
    pub include_removed: Option<bool>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "called with json!, which reads best by value"
    )]
    fn input(more: serde_json::Value) -> ContactInput {
        let mut value = json!({"name": " 何静怡 "});
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn blank_is_absent_and_edges_are_trimmed() {
        let tidy = input(json!({"position": " ", "hobbies": "钓鱼\n"})).tidied(today()).unwrap();
        assert_eq!((tidy.name.as_str(), tidy.position), ("何静怡", None));
        assert_eq!(tidy.hobbies.as_deref(), Some("钓鱼"));
    }

    #[test]
    fn nobody_is_born_tomorrow() {
        assert!(input(json!({"birthday": "2026-11-22"})).tidied(today()).is_ok());
        let Err(ApiError::Invalid(wrong)) =
            input(json!({"birthday": "2026-11-23"})).tidied(today())
        else {
            panic!("accepted")
        };
        assert_eq!(wrong[0].pointer, "/birthday");
    }

    /// A field that is added to the contact and is personal cannot be forgotten by the mask.
    #[test]
    fn the_mask_covers_every_personal_field_and_no_other() {
        let full = json!({
            "position": "p", "department": "d", "mobile": "13800138000", "telephone": "021-62345678",
            "email": "a@example.com", "wechat": "w", "is_key_person": true, "influence": "BUYER",
            "influence_note": "n", "birthday": "1980-01-01", "native_place": "x", "education": "x",
            "hobbies": "x", "family_note": "x", "preferences": "x",
        });
        let it = input(full);
        let shown = Contact {
            id: ContactId(uuid::Uuid::nil()),
            client_id: ClientId(uuid::Uuid::nil()),
            name: it.name.clone(),
            position: it.position.clone(),
            department: it.department.clone(),
            mobile: it.mobile.clone(),
            telephone: it.telephone.clone(),
            email: it.email.clone(),
            wechat: it.wechat.clone(),
            is_key_person: it.is_key_person,
            influence: it.influence,
            influence_note: it.influence_note.clone(),
            birthday: it.birthday,
            native_place: it.native_place.clone(),
            education: it.education.clone(),
            hobbies: it.hobbies.clone(),
            family_note: it.family_note.clone(),
            preferences: it.preferences.clone(),
            masked_fields: vec![],
            created_at: DateTime::default(),
            created_by: Ref { id: uuid::Uuid::nil(), name: String::new() },
            updated_at: DateTime::default(),
            removed: None,
            version: 1,
            allowed_actions: vec![],
        };
        let before = serde_json::to_value(&it).unwrap();
        let after = shown.masked();
        assert_eq!(after.masked_fields, PERSONAL);
        let after = serde_json::to_value(&after).unwrap();
        for (name, value) in before.as_object().unwrap() {
            let personal = PERSONAL.contains(&name.as_str());
            assert_eq!(&after[name] != value, personal, "{name}");
        }
    }
}
