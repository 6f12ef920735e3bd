//! The choices of a field. Where one is used, `kernel::lang::Text`, SeaORM's `DeriveActiveEnum` and
//! `EnumIter`, serde's derives and utoipa's `ToSchema` are in scope.

/// An enumeration kept as its upper-case name, with what people read.
#[macro_export]
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $zh:literal, $tw:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter,
                 DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
        #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "SCREAMING_SNAKE_CASE")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// The name that the interface and the database use.
            #[must_use]
            pub fn code(self) -> String {
                sea_orm::ActiveEnum::to_value(&self)
            }

            /// What people read.
            #[must_use]
            pub const fn text(self) -> Text {
                match self { $(Self::$variant => Text { zh: $zh, tw: $tw, en: $en }),+ }
            }
        }
    };
}
