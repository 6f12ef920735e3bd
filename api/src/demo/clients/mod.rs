//! Clients with everything that their archive holds.

mod contacts;
mod draft;
mod history;
mod identity;
mod model;
mod sections;
mod variant;

pub use model::*;

use super::dice::Dice;
use chrono::{Datelike, Days, NaiveDate};

/// Every so many clients the one before is entered a second time under a varied name.
const TWIN_EVERY: u64 = 89;
/// Working days over which the archive grew: eight years.
const GROWTH_DAYS: u64 = 2_080;

/// The clients of a demonstration: `total` of them, oldest first.
#[derive(Debug, Clone, Copy)]
pub struct DemoClients {
    seed: u64,
    today: NaiveDate,
    total: u64,
}

impl DemoClients {
    /// `total` up to four million keeps all numbers unique.
    pub const fn new(seed: u64, today: NaiveDate, total: u64) -> Self {
        Self { seed, today, total }
    }

    pub const fn total(&self) -> u64 {
        self.total
    }

    pub fn iter(&self) -> impl Iterator<Item = DemoClient> + use<> {
        let clients = *self;
        (0..self.total).map(move |index| clients.client(index))
    }

    /// Client `index` (from 0), the same whether made alone or in a row.
    pub fn client(&self, index: u64) -> DemoClient {
        if index % TWIN_EVERY == TWIN_EVERY - 1 {
            let original = self.original(index - 1);
            variant::twin(self, &original, index)
        } else {
            self.original(index)
        }
    }

    fn original(&self, index: u64) -> DemoClient {
        let mut dice = Dice::new(self.seed, index);
        let who = identity::Who::draw(&mut dice);
        let mut client = self.draft(&mut dice, index, &who);
        client.sections = sections::written(&mut dice, &client, &who, self.today);
        client.contacts = contacts::written(&mut dice, &client, &who, self);
        history::add(&mut dice, &mut client, &who, self);
        client
    }

    /// Number and date of entry. Clients are spread evenly over working weekdays, so the serial
    /// number within a day follows from the index alone.
    fn registration(&self, index: u64) -> (String, NaiveDate) {
        let total = self.total.max(1);
        let day = index.saturating_mul(GROWTH_DAYS) / total;
        let first_of_day = day.saturating_mul(total).div_ceil(GROWTH_DAYS);
        let serial = index.saturating_sub(first_of_day) + 1;
        let (weeks, weekday) = (day / 5, day % 5);
        let first = self.first_monday();
        let date = first.checked_add_days(Days::new(weeks * 7 + weekday)).unwrap_or(first);
        (format!("KH-{}-{serial:04}", date.format("%Y%m%d")), date)
    }

    fn days_ago(&self, days: u32) -> NaiveDate {
        self.today.checked_sub_days(Days::new(u64::from(days))).unwrap_or(self.today)
    }

    /// The Monday from which the last of the growth days ends before today.
    fn first_monday(&self) -> NaiveDate {
        let this_monday = u64::from(self.today.weekday().num_days_from_monday());
        let back = this_monday + GROWTH_DAYS / 5 * 7;
        self.today.checked_sub_days(Days::new(back)).unwrap_or(self.today)
    }
}
