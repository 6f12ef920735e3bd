//! The choices of an attachment.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// What a paper is (A-CLI-25).
    AttachmentKind {
        Quotation = "报价单", "報價單", "Quotation";
        Drawing = "图纸", "圖紙", "Drawing";
        Agreement = "协议", "協議", "Agreement";
        Qualification = "资质", "資質", "Qualification";
        Other = "其他", "其他", "Other";
    }
}
