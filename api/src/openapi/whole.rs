//! An answer that holds all fields of an input beside its own is one object in the document. As the
//! library writes it (`allOf`), the input's "no other fields" would forbid the answer its own ones.
use std::collections::BTreeMap;
use utoipa::openapi::{
    OpenApi, RefOr,
    schema::{AdditionalProperties, AllOf, Object, Schema},
};

/// Write every `allOf` that contains a closed object as one object.
pub fn write(document: &mut OpenApi) {
    let schemas = &mut document.components.get_or_insert_default().schemas;
    let known = schemas.clone();
    for schema in schemas.values_mut() {
        if let RefOr::T(Schema::AllOf(all)) = schema
            && let Some(whole) = joined(all, &known)
        {
            *schema = RefOr::T(Schema::Object(whole));
        }
    }
}

fn joined(all: &AllOf, known: &BTreeMap<String, RefOr<Schema>>) -> Option<Object> {
    let parts: Vec<&Object> =
        all.items.iter().map(|part| object(part, known)).collect::<Option<_>>()?;
    if !parts.iter().any(|part| closed(part)) {
        return None;
    }
    let mut whole = Object::new();
    whole.description.clone_from(&all.description);
    for part in parts {
        whole.properties.extend(part.properties.clone());
        whole.required.extend(part.required.iter().cloned());
    }
    whole.required.sort();
    whole.required.dedup();
    Some(whole)
}

fn object<'a>(
    part: &'a RefOr<Schema>,
    known: &'a BTreeMap<String, RefOr<Schema>>,
) -> Option<&'a Object> {
    let schema = match part {
        RefOr::T(schema) => schema,
        RefOr::Ref(reference) => {
            let name = reference.ref_location.rsplit('/').next()?;
            match known.get(name)? {
                RefOr::T(schema) => schema,
                RefOr::Ref(_) => return None,
            }
        }
    };
    match schema {
        Schema::Object(object) => Some(object),
        _ => None,
    }
}

fn closed(object: &Object) -> bool {
    matches!(object.additional_properties.as_deref(), Some(AdditionalProperties::FreeForm(false)))
}
