//! Who writes down what was said, and how it is put right.
use super::dto::InteractionInput;
use super::entity::Model;
use crate::archive::entity::Model as File;
use crate::hanging::{Refusal, Verdict, deal, own_or_keep};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::Actor;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::problem::FieldProblem;

/// The oldest meeting that is still written down, in seconds: 1990.
const OLDEST: i64 = 631_152_000;

/// A-CLI-23: the salesperson writes up the talk; B-CRM-10, B-CRM-14: so does whoever serves them.
pub fn record(actor: &Actor, file: &File) -> Verdict {
    deal(actor, file, &["A-CLI-17", "A-CLI-23", "B-CRM-14"])
}

/// A-CLI-23: what is filed stays; a mistake is put right by a new record, once, and by its author
/// or the archive's keeper.
pub fn correct(actor: &Actor, file: &File, row: &Model) -> Verdict {
    record(actor, file)?;
    own_or_keep(actor, file, row.created_by, &["A-CLI-23"])?;
    if row.removed_at.is_some() { Err(Refusal::Corrected) } else { Ok(()) }
}

/// What was said lies in the past, and what is to follow does not lie before it. `day` is the day
/// of the meeting where the company is.
pub fn times(input: &InteractionInput, now: DateTime<Utc>, day: NaiveDate) -> ApiResult<()> {
    let mut wrong = vec![];
    if input.occurred_at > now {
        wrong.push(FieldProblem::new("/occurred_at", field::RANGE).with("max", &now.to_rfc3339()));
    } else if input.occurred_at.timestamp() < OLDEST {
        wrong.push(FieldProblem::new("/occurred_at", field::RANGE));
    }
    if input.next_on.is_some_and(|next| next < day) {
        wrong.push(FieldProblem::new("/next_on", field::ORDER));
    }
    if input.corrects_id.is_some() && input.correction_reason.is_none() {
        wrong.push(FieldProblem::new("/correction_reason", field::REQUIRED));
    }
    if wrong.is_empty() { Ok(()) } else { Err(ApiError::Invalid(wrong)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[expect(
        clippy::needless_pass_by_value,
        reason = "called with json!, which reads best by value"
    )]
    fn pointers(more: Value) -> Vec<String> {
        let mut value =
            json!({"occurred_at": "2026-11-20T02:00:00Z", "channel": "VISIT", "summary": "面谈"});
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let input: InteractionInput = serde_json::from_value(value).unwrap();
        let now = "2026-11-22T02:00:00Z".parse().unwrap();
        match times(&input, now, input.occurred_at.date_naive()) {
            Ok(()) => vec![],
            Err(ApiError::Invalid(wrong)) => wrong.into_iter().map(|w| w.pointer).collect(),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn what_was_said_lies_in_the_past_and_what_follows_after_it() {
        assert!(pointers(json!({"next_on": "2026-11-20"})).is_empty());
        assert_eq!(pointers(json!({"occurred_at": "2026-11-22T02:00:01Z"})), ["/occurred_at"]);
        assert_eq!(pointers(json!({"occurred_at": "1989-12-31T00:00:00Z"})), ["/occurred_at"]);
        assert_eq!(pointers(json!({"next_on": "2026-11-19"})), ["/next_on"]);
    }

    #[test]
    fn a_correction_says_why() {
        let id = uuid::Uuid::nil();
        assert_eq!(pointers(json!({"corrects_id": id})), ["/correction_reason"]);
        assert!(pointers(json!({"corrects_id": id, "correction_reason": "日期写错"})).is_empty());
    }
}
