//! In which way a record was read.
use crate::choice;
use crate::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    ReadingWay {
        /// The record, or what belongs to it, was opened.
        Opened = "打开", "開啟", "opened";
        /// The bytes of a paper were taken.
        Paper = "下载附件", "下載附件", "paper taken";
        /// It went into a spreadsheet.
        Exported = "导出", "匯出", "exported";
        /// It went into an extract for market analysis.
        Extracted = "提取", "提取", "extracted";
        /// Its acts were looked up in the trail, which tell what stood in it.
        Trail = "查看审计记录", "檢視審計記錄", "looked up in the trail";
    }
}
