//! What the archive's rules of kind *remind* make due: each kind of obligation with where it comes from.
mod contact;
mod followed;
mod information_report;
mod kinds;
mod level_review;
mod loan_return;
mod notice;
mod secrecy_renewal;
mod source;
mod submission;
mod update;
mod verification;

pub use followed::saved;
pub use information_report::submitted;
pub use kinds::{INFORMATION_REPORT, LOAN_RETURN, SECRECY_RENEWAL, SUBMISSION, VERIFICATION};
pub use loan_return::handed_out;
pub use source::Archive;
pub use submission::{handed_in, settled};
pub use verification::done;
