//! The choices of an interaction.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// How somebody and the client met.
    Channel {
        Visit = "拜访", "拜訪", "Visit";
        Telephone = "电话", "電話", "Telephone";
        Wechat = "微信", "微信", "WeChat";
        Email = "邮件", "郵件", "E-mail";
        Meeting = "会议", "會議", "Meeting";
        Exhibition = "展会", "展會", "Exhibition";
        Reception = "来访接待", "來訪接待", "Reception";
        Other = "其他", "其他", "Other";
    }
}
