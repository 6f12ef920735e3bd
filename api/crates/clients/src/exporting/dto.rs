//! Request of an export.
use kernel::sheet::FileFormat;
use serde::Deserialize;
use utoipa::{
    IntoParams, PartialSchema, ToSchema,
    openapi::{
        RefOr,
        schema::{ObjectBuilder, Schema, Type},
    },
};
use validator::Validate;

/// The name of a column; the document knows them from the code.
struct ColumnName;

impl PartialSchema for ColumnName {
    fn schema() -> RefOr<Schema> {
        let names = super::fields::names();
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
    }
}

impl ToSchema for ColumnName {}

/// In which form; filters are those of the list.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ExportParams {
    /// `xlsx` where none is named.
    #[param(inline)]
    pub format: Option<FileFormat>,
    /// Names of columns, in their order: `number`, `name`, `owner`, `key_persons`, `traits.culture`
    /// … The columns of the list where none is named.
    #[serde(default)]
    #[param(value_type = Vec<ColumnName>, inline, max_items = 100, example = json!(["number", "name", "owner"]))]
    #[validate(length(max = 100))]
    pub columns: Vec<String>,
}
