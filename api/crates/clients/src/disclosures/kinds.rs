//! The choices of a disclosure.
use kernel::choice;
use kernel::lang::Text;
use sea_orm::entity::prelude::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

choice! {
    /// To whom.
    RecipientKind {
        Authority = "司法行政机关", "司法行政機關", "an authority";
        Partner = "合作单位", "合作單位", "a partner";
        Supplier = "供应商", "供應商", "a supplier";
        /// The file says who that is.
        Client = "客户本人", "客戶本人", "the client";
        Other = "其他", "其他", "somebody else";
    }
}

choice! {
    /// On what it rests (B-SEC-08).
    DisclosureGround {
        Consent = "客户同意", "客戶同意", "the client's consent";
        Law = "法定义务", "法定義務", "a duty by law";
    }
}

choice! {
    /// What of a file is provided.
    DisclosureSection {
        Basic = "基本信息", "基本資訊", "basic information";
        Contacts = "联系人", "聯絡人", "contacts";
        Purchases = "购买情况", "購買情況", "purchases";
        Interactions = "往来记录", "往來記錄", "interactions";
        Qualifications = "资信", "資信", "qualifications";
        Papers = "附件", "附件", "papers";
    }
}

choice! {
    /// In which form.
    DisclosureForm {
        Paper = "纸质文件", "紙本文件", "on paper";
        Electronic = "电子文件", "電子檔案", "electronically";
        OnSite = "现场查阅", "現場查閱", "to look into on site";
        Oral = "口头说明", "口頭說明", "by word of mouth";
    }
}

choice! {
    /// How it was handed over.
    DisclosureMeans {
        InPerson = "当面交付", "當面交付", "in person";
        Mail = "邮寄", "郵寄", "by mail";
        Email = "电子邮件", "電子郵件", "by e-mail";
        Portal = "对方系统上传", "對方系統上傳", "through the recipient's portal";
        Telephone = "电话", "電話", "by telephone";
    }
}

choice! {
    DisclosureState {
        Requested = "审批中", "審批中", "under approval";
        /// Back with whoever requested it.
        SentBack = "已退回", "已退回", "sent back";
        Rejected = "已否决", "已否決", "rejected";
        Withdrawn = "已撤回", "已撤回", "withdrawn";
        /// Customer service has to provide it.
        Approved = "待提供", "待提供", "to be provided";
        Provided = "已提供", "已提供", "provided";
        GivenUp = "已放弃", "已放棄", "given up";
        /// A consent that it rested on was revoked (B-SEC-08).
        Lapsed = "已失效", "已失效", "lapsed";
    }
}

impl DisclosureState {
    /// Those from which something may still be provided.
    pub const OPEN: [Self; 3] = [Self::Requested, Self::SentBack, Self::Approved];
}
