//! What clients do, what they buy from a trading and service company, and who decides it there.

mod first;
mod second;

use super::dice::Dice;

/// How the name and the credit code are formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Company,
    /// Private hospitals and schools are registered as non-enterprise units.
    Hospital,
    School,
}

/// The vocabulary of one line of business.
pub(super) struct Industry {
    pub name: &'static str,
    pub kind: Kind,
    /// Share among clients in proportion to the others.
    pub weight: u32,
    /// Employees, from and to.
    pub staff: (u32, u32),
    /// Sales a head in ten thousand yuan a year, from and to.
    pub sales_per_head: (u32, u32),
    /// The trade as it stands in firms' names, with its English.
    pub words: &'static [(&'static str, &'static str)],
    pub scope: &'static [&'static str],
    /// What they buy from us.
    pub goods: &'static [&'static str],
    /// Whom they sell to.
    pub customers: &'static [&'static str],
    pub buyers: &'static [&'static str],
    pub units: &'static [&'static str],
    pub season: &'static [&'static str],
    pub risk: &'static [&'static str],
    /// Kind, issuer without its place, and the letters of the number.
    pub licences: &'static [(&'static str, &'static str, &'static str)],
}

/// For the case that no weight was hit, which the sum of the weights excludes.
pub(super) static DEFAULT: Industry = Industry {
    name: "其他",
    kind: Kind::Company,
    weight: 0,
    staff: (1, 1),
    sales_per_head: (1, 1),
    words: &[],
    scope: &[],
    goods: &[],
    customers: &[],
    buyers: &[],
    units: &[],
    season: &[],
    risk: &[],
    licences: &[],
};

fn all() -> impl Iterator<Item = &'static Industry> {
    first::FIRST.iter().chain(second::SECOND)
}

pub(super) fn industry(dice: &mut Dice) -> Option<&'static Industry> {
    let mut left = dice.below(all().map(|industry| industry.weight).sum());
    for industry in all() {
        if left < industry.weight {
            return Some(industry);
        }
        left -= industry.weight;
    }
    None
}
