//! Request of an export.
use kernel::sheet::FileFormat;
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

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
    #[param(max_items = 100, example = json!(["number", "name", "owner"]))]
    #[validate(length(max = 100))]
    pub columns: Vec<String>,
}
