//! The shape of a client's archive: plain values, codes as the interface writes them.

use chrono::{NaiveDate, NaiveDateTime};

/// An enumeration with the codes of the interface.
macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($variant),+ }

        impl $name {
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }
    };
}

coded!(Kind { Institution = "INSTITUTION", Individual = "INDIVIDUAL" });
coded!(
    /// A-CLI-29.
    State { Potential = "POTENTIAL", InTheMaking = "IN_THE_MAKING", Existing = "EXISTING" }
);
coded!(
    /// B-CRM-05.
    Tier { Key = "KEY", Core = "CORE", General = "GENERAL", Potential = "POTENTIAL" }
);
coded!(
    /// A-SEC-02: 秘密, 机密, 绝密.
    Level { Secret = "SECRET", Confidential = "CONFIDENTIAL", TopSecret = "TOP_SECRET" }
);
coded!(
    /// B-CRM-12.
    Inferior { None = "NONE", Reported = "REPORTED", Confirmed = "CONFIRMED" }
);
coded!(Influence {
    Decider = "DECIDER",
    Influencer = "INFLUENCER",
    Buyer = "BUYER",
    User = "USER",
    Gatekeeper = "GATEKEEPER",
    Finance = "FINANCE",
});

/// A client's file. Money is in fen; `None` and an empty list mean that nobody has entered it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DemoClient {
    pub index: u64,
    /// `KH-YYYYMMDD-NNNN`, unique.
    pub number: String,
    pub name: String,
    pub short_name: Option<String>,
    pub english_name: Option<String>,
    pub kind: Kind,
    pub group_buy: bool,
    pub state: State,
    pub tier: Tier,
    pub level: Level,
    /// When the level lapses (A-SEC-08).
    pub level_until: NaiveDate,
    pub inferior: Inferior,
    pub inferior_reason: Option<&'static str>,
    /// Valid by GB 32100-2015 and unique; none outside the mainland and for individuals.
    pub credit_code: Option<String>,
    pub industry: Option<&'static str>,
    /// 四川省成都市.
    pub region: String,
    pub address: Option<String>,
    pub postcode: Option<&'static str>,
    pub telephone: String,
    pub website: Option<String>,
    /// Login of the owner.
    pub owner: &'static str,
    pub department: &'static str,
    pub site: &'static str,
    pub founded_on: Option<NaiveDate>,
    pub trading_since: Option<NaiveDate>,
    pub employees: Option<u32>,
    pub assets: Option<i64>,
    pub registered_capital: Option<i64>,
    pub annual_sales: Option<i64>,
    pub tags: Vec<&'static str>,
    pub sections: Sections,
    pub contacts: Vec<DemoContact>,
    pub qualifications: Vec<DemoQualification>,
    /// Oldest first.
    pub interactions: Vec<DemoInteraction>,
    pub purchases: Vec<DemoPurchase>,
    pub comments: Vec<DemoComment>,
    pub created_on: NaiveDate,
    /// Last quarterly re-verification (A-CLI-10).
    pub last_verified_on: Option<NaiveDate>,
    /// Index of the client of which this is a second entry.
    pub twin_of: Option<u64>,
}

impl DemoClient {
    /// An empty file: one line a field, so a new field cannot be forgotten.
    pub(super) fn blank(index: u64, number: String, created_on: NaiveDate) -> Self {
        Self {
            index,
            number,
            name: String::new(),
            short_name: None,
            english_name: None,
            kind: Kind::Institution,
            group_buy: false,
            state: State::Potential,
            tier: Tier::Potential,
            level: Level::Secret,
            level_until: created_on,
            inferior: Inferior::None,
            inferior_reason: None,
            credit_code: None,
            industry: None,
            region: String::new(),
            address: None,
            postcode: None,
            telephone: String::new(),
            website: None,
            owner: "",
            department: "",
            site: "",
            founded_on: None,
            trading_since: None,
            employees: None,
            assets: None,
            registered_capital: None,
            annual_sales: None,
            tags: Vec::new(),
            sections: Sections::default(),
            contacts: Vec::new(),
            qualifications: Vec::new(),
            interactions: Vec::new(),
            purchases: Vec::new(),
            comments: Vec::new(),
            created_on,
            last_verified_on: None,
            twin_of: None,
        }
    }
}

type Text = Option<String>;

/// The written sections of the archive (A-CLI-05).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Sections {
    pub basic: Basic,
    pub traits: Traits,
    pub business: Business,
    pub trading: Trading,
    pub purchase_procedure: Text,
    pub demand: Demand,
    pub analysis: Text,
    pub service_plan: Text,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Basic {
    pub organisation: Text,
    pub owners_managers: Text,
    pub scope: Text,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Traits {
    pub service_area: Text,
    pub sales_capability: Text,
    pub development_potential: Text,
    pub culture: Text,
    pub policy: Text,
    pub management: Text,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Business {
    pub past_results: Text,
    pub present_results: Text,
    pub manager_quality: Text,
    pub staff_quality: Text,
    pub competitors: Text,
    pub relation: Text,
    pub attitude: Text,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Trading {
    pub activity: Text,
    pub problems: Text,
    pub advantages: Text,
    pub countermeasures: Text,
    pub reputation: Text,
    pub credit_status: Text,
    pub terms: Text,
    pub past_credit_problems: Text,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Demand {
    pub investment_scale: Text,
    pub plan_medium: Text,
    pub plan_long: Text,
    pub preferences: Text,
}

/// A contact; `is_key_person` marks those who decide a purchase (A-CLI-06).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DemoContact {
    pub name: String,
    pub position: &'static str,
    pub department: Option<&'static str>,
    pub mobile: String,
    pub telephone: Option<String>,
    pub email: Option<String>,
    pub wechat: Option<String>,
    pub is_key_person: bool,
    pub influence: Influence,
    pub influence_note: Option<&'static str>,
    pub birthday: Option<NaiveDate>,
    pub native_place: Option<String>,
    pub education: Option<&'static str>,
    pub hobbies: Option<String>,
    pub family_note: Option<&'static str>,
    pub preferences: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DemoQualification {
    pub kind: &'static str,
    pub name: &'static str,
    pub number: String,
    pub issued_by: String,
    pub valid_from: NaiveDate,
    /// `None` for one without a term.
    pub valid_until: Option<NaiveDate>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DemoInteraction {
    pub occurred_at: NaiveDateTime,
    /// VISIT, TELEPHONE, WECHAT, EMAIL, MEETING, EXHIBITION.
    pub channel: &'static str,
    /// Position in [`DemoClient::contacts`].
    pub with_contact: Option<usize>,
    pub summary: String,
    pub needs: Option<String>,
    pub preferences: Option<&'static str>,
    pub next_step: Option<String>,
    pub next_on: Option<NaiveDate>,
    /// Login of who wrote it.
    pub by: &'static str,
}

/// A group-buy purchase (B-CRM-02).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DemoPurchase {
    pub product: &'static str,
    pub occurred_on: NaiveDate,
    /// In fen.
    pub amount: i64,
    /// `TG-YYYYMMDD-NNNN`, unique.
    pub order_number: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DemoComment {
    pub by: &'static str,
    pub written_at: NaiveDateTime,
    pub body: String,
}
