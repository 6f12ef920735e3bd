//! A file and what is said of it, as a browser sends them.
use crate::app::{Caller, fresh_key};
use reqwest::{Method, RequestBuilder, header};

const BOUNDARY: &str = "b0undary";

/// The body of a form with fields and one file, its parts set apart by `boundary`.
#[must_use]
pub fn multipart(boundary: &str, file: (&str, &[u8]), fields: &[(&str, &str)]) -> Vec<u8> {
    let (name, bytes) = file;
    let mut body = vec![];
    for (field, value) in fields {
        let part = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
        );
        body.extend(part.into_bytes());
    }
    // As browsers do.
    let name = name.replace('"', "%22");
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    body.extend(head.into_bytes());
    body.extend(bytes);
    body.extend(format!("\r\n--{boundary}--\r\n").into_bytes());
    body
}

/// Say that a request's body is such a form.
pub fn of_form(request: RequestBuilder, boundary: &str, body: Vec<u8>) -> RequestBuilder {
    let kind = format!("multipart/form-data; boundary={boundary}");
    request.header(header::CONTENT_TYPE, kind).body(body)
}

impl Caller {
    /// A form with one file, with a key of its own.
    pub fn upload(
        &self,
        path: &str,
        file: (&str, &[u8]),
        fields: &[(&str, &str)],
    ) -> RequestBuilder {
        let request = self.request(Method::POST, path).header("Idempotency-Key", fresh_key());
        of_form(request, BOUNDARY, multipart(BOUNDARY, file, fields))
    }
}
