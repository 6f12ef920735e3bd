//! What this area shows an auditor: what was due and what became of it, who was told that it was late,
//! what was departed from and by whose leave, by which clock, and with which figures of the handbook.
mod due;
mod escalations;
mod exceptions;
mod figures;
mod hours;
mod kept;

pub use due::Due;
pub use escalations::Escalations;
pub use exceptions::Exceptions;
pub use figures::Figures;
pub use hours::Hours;
pub use kept::Kept;

use kernel::evidence::Line;
use kernel::sheet::Value;
use uuid::Uuid;

/// Lines of a table that is no list of records: their places are their numbers.
fn numbered(lines: impl IntoIterator<Item = Vec<Value>>, after: Option<Uuid>) -> Vec<Line> {
    let place = |number: usize| Uuid::from_u128(u128::try_from(number).unwrap_or(u128::MAX));
    let lines = lines.into_iter().enumerate();
    let lines = lines.map(|(number, cells)| Line { place: place(number), cells });
    lines.filter(|line| after.is_none_or(|after| line.place > after)).collect()
}
