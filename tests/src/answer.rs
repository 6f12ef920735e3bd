//! An answer with what tests ask of it.
use reqwest::{StatusCode, header::HeaderMap};
use serde_json::Value;

/// A whole answer: status, headers and body.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub async fn of(response: reqwest::Response) -> Self {
        let (status, headers) = (response.status(), response.headers().clone());
        Self { status, headers, text: response.text().await.expect("a body") }
    }

    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text)
            .unwrap_or_else(|e| panic!("{}: no JSON ({e}): {}", self.status, self.text))
    }

    /// The body, after checking the status.
    #[track_caller]
    #[must_use]
    pub fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        if self.text.is_empty() { Value::Null } else { self.json() }
    }

    /// A problem with this status and code.
    #[track_caller]
    pub fn refuses(&self, status: u16, code: &str) -> Value {
        let body = self.expect(status);
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text);
        assert_eq!(body["code"], code, "{}", self.text);
        body
    }

    /// A refusal that names a rule of the handbook.
    #[track_caller]
    pub fn refuses_by(&self, status: u16, code: &str, clause: &str) -> Value {
        let body = self.refuses(status, code);
        let named = body["clauses"].as_array().into_iter().flatten().any(|c| c["id"] == clause);
        assert!(named, "no clause {clause}: {}", self.text);
        body
    }

    /// A 422 that points at a field with a code.
    #[track_caller]
    pub fn points_at(&self, pointer: &str, code: &str) {
        let body = self.refuses(422, "VALIDATION_FAILED");
        let found = body["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|e| e["pointer"] == pointer && e["code"] == code);
        assert!(found, "no {code} at {pointer}: {}", self.text);
    }

    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default()
    }

    /// The version in the ETag.
    #[must_use]
    pub fn etag(&self) -> String {
        self.header("etag").to_owned()
    }
}

impl Answer {
    /// The body as text, after checking the status.
    #[track_caller]
    #[must_use]
    pub fn expect_text(&self, status: u16) -> &str {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        &self.text
    }
}
