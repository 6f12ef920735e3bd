//! The choices of a qualification.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    QualificationKind {
        BusinessLicence = "营业执照或登记证书", "營業執照或登記證書", "Business licence";
        /// To carry on a trade: food, transport, dangerous goods.
        Licence = "行业许可证", "行業許可證", "Licence";
        /// Of quality, environment, safety.
        Certificate = "认证证书", "認證證書", "Certificate";
        /// To act for somebody else.
        Authorisation = "授权书", "授權書", "Authorisation";
        Other = "其他", "其他", "Other";
    }
}
