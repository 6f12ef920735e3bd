//! Years that can be spoken of. Beyond lies a slip of the keyboard, and dates that one database
//! cannot keep and the other cannot sort.
use chrono::{Datelike, NaiveDate};
use kernel::code::field;
use kernel::http::problem::FieldProblem;

const FIRST: i32 = 2000;
const LAST: i32 = 2100;

pub fn holds(date: &impl Datelike) -> bool {
    (FIRST..=LAST).contains(&date.year())
}

pub fn check(date: NaiveDate, pointer: &str) -> Result<(), FieldProblem> {
    if holds(&date) {
        return Ok(());
    }
    Err(FieldProblem::new(pointer, field::RANGE).with("min", &FIRST).with("max", &LAST))
}
