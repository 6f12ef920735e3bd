//! What happens when something breaks: the real binary, killed, starved and cut off from its
//! database. Each test ends with the books being checked and one line of figures.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]
#![expect(
    clippy::cognitive_complexity,
    reason = "a fault test tells one story, from the load over the fault to the books"
)]
mod backup;
mod books;
mod clock;
mod commands;
mod cut;
mod database_away;
mod disk;
mod disk_full;
mod frozen;
mod kill;
mod ledger;
mod migrations;
mod newer_schema;
mod orphans;
mod power;
mod proxy;
mod racers;
mod stop;
mod uploads;
mod wire;
mod writers;
