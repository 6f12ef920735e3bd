//! What the tests stand on: a real service on a real port with a real database, people to act as,
//! and a clock to move.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "support of tests: a failure here is a failing test"
)]
pub mod answer;
pub mod app;
pub mod cluster;
pub mod company;
pub mod database;
pub mod form;
pub mod postbox;
pub mod process;

pub use answer::Answer;
pub use app::{Caller, TestApp};
pub use database::Engine;

use chrono::{DateTime, Utc};

/// The moment at which every test starts: Monday 2026-11-23, 10:00 in Shanghai.
#[must_use]
pub fn start_of_tests() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-23T02:00:00Z").expect("a time").to_utc()
}

/// One test on both databases: `on_both!(fn name(app) { … })`.
#[macro_export]
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($app:ident: TestApp) $body:block)+) => { $(
        mod $name {
            use super::*;
            async fn on($app: $crate::TestApp) $body
            $(#[$doc])*
            #[actix_web::test]
            async fn sqlite() { on($crate::TestApp::start($crate::Engine::Sqlite).await).await; }
            $(#[$doc])*
            #[actix_web::test]
            async fn postgres() { on($crate::TestApp::start($crate::Engine::Postgres).await).await; }
        }
    )+ };
}
