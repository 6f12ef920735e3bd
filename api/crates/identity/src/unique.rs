//! What a unique index refused, as the field that the caller can mend.
use kernel::code::field;
use kernel::db::fault::unique_violation;
use kernel::error::ApiError;
use sea_orm::DbErr;

/// `fields`: a part of the index's or column's name, and the pointer it stands for.
pub fn at(error: DbErr, fields: &[(&str, &str)]) -> ApiError {
    let named = unique_violation(&error).and_then(|text| {
        fields.iter().find(|(part, _)| text.contains(part)).map(|(_, pointer)| *pointer)
    });
    match named {
        Some(pointer) => ApiError::field(pointer, field::DUPLICATE),
        None => error.into(),
    }
}

/// For tables whose one unique column is their code.
pub fn code(error: DbErr) -> ApiError {
    at(error, &[("code", "/code")])
}
