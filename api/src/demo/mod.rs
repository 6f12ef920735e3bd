//! A demonstration company and its clients, made from a seed: the same seed, date and number of
//! clients give the same company, and client n can be made alone. Nothing here is a real firm's:
//! company names are put together from invented words, numbers come from ranges that are not
//! opened to subscribers, mail and web addresses lie under example.com.
//!
//! Pure data: no database, no clock. Times are wall-clock times of the company's zone.

mod clients;
mod codes;
mod company;
mod desk;
mod destructions;
mod dice;
mod disclosures;
mod incidents;
mod industries;
mod information_reports;
mod loans;
mod names;
mod people;
mod phrases;
mod places;
#[cfg(test)]
mod tests;

pub use clients::{
    Basic, Business, Demand, DemoClient, DemoClients, DemoComment, DemoContact, DemoInteraction,
    DemoPurchase, DemoQualification, Inferior, Influence, Kind, Level, Sections, State, Tier,
    Trading, Traits,
};
pub use company::{COMPANY, DemoDepartment, DemoSite, departments, sites};
pub use desk::{Decision, DemoInstruction, DemoSubmission, INSTRUCTIONS, submissions};
pub use destructions::{DESTRUCTIONS, DemoDestruction};
pub use disclosures::{DISCLOSURES, DemoDisclosure, Gone};
pub use incidents::{DemoConclusion, DemoIncident, INCIDENTS};
pub use information_reports::{CALLS, DemoCall, DemoReport, REPORTS, Taken};
pub use loans::{Come, DemoLoan, LOANS};
pub use people::{DemoPerson, DemoRole, people};
