//! Use case: the head of the chain as a text to be kept elsewhere.
use super::store;
use actix_web::{HttpRequest, HttpResponse, Responder, body::BoxBody, http::header};
use chrono::{DateTime, SecondsFormat, Utc};
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;

/// Short enough to be read out over the telephone or printed on a label.
pub struct Anchor {
    sequence: i64,
    hash: String,
    taken_at: DateTime<Utc>,
}

pub async fn export(app: &App) -> ApiResult<Anchor> {
    let head = store::head(app.db.reader()).await?.ok_or(code::INTERNAL)?;
    let taken_at = app.clock.now();
    Ok(Anchor { sequence: head.audit_sequence, hash: head.audit_hash, taken_at })
}

impl Anchor {
    fn text(&self) -> String {
        let at = self.taken_at.to_rfc3339_opts(SecondsFormat::Secs, true);
        format!("sequence: {}\nhash: {}\ntaken_at: {at}\n", self.sequence, self.hash)
    }
}

impl Responder for Anchor {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let name = format!("attachment; filename=\"audit-anchor-{}.txt\"", self.sequence);
        HttpResponse::Ok()
            .content_type("text/plain; charset=utf-8")
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::CONTENT_DISPOSITION, name))
            .body(self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_three_lines() {
        let taken_at = DateTime::from_timestamp(1_764_000_000, 5).unwrap();
        let anchor = Anchor { sequence: 42, hash: "ab".repeat(32), taken_at };
        let expected =
            format!("sequence: 42\nhash: {}\ntaken_at: 2025-11-24T16:00:00Z\n", "ab".repeat(32));
        assert_eq!(anchor.text(), expected);
    }
}
