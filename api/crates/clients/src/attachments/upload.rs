//! The form of an upload, read part by part and never beyond its limits.
use super::kinds::AttachmentKind;
use crate::secret_items::ItemSecrecy;
use actix_multipart::{Field, Multipart};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web::Bytes};
use futures_util::StreamExt;
use kernel::code::{self, field};
use kernel::error::{ApiError, ApiResult};
use kernel::http::input::too_large;
use std::future::{Ready, ready};

/// Longest value of a part that is no file, in bytes.
const SHORT: usize = 4_000;
/// How much more than its limit is still read, and thrown away, so that the sender hears why it is
/// refused instead of losing the connection.
const PATIENCE: usize = 4;

/// A form that nobody has read yet: first it is asked whether the caller may send one at all.
pub struct Form(Multipart);

/// What was sent.
#[derive(Debug)]
pub struct Upload {
    pub kind: AttachmentKind,
    pub note: Option<String>,
    pub name: String,
    pub secrecy: Option<ItemSecrecy>,
    pub bytes: Bytes,
}

impl FromRequest for Form {
    type Error = ApiError;
    type Future = Ready<ApiResult<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !request.content_type().eq_ignore_ascii_case("multipart/form-data") {
            return ready(Err(code::UNSUPPORTED_TYPE.into()));
        }
        ready(Ok(Self(Multipart::new(request.headers(), payload.take()))))
    }
}

impl Form {
    /// Read it; a file of more than `limit` bytes is refused.
    pub async fn read(mut self, limit: usize) -> ApiResult<Upload> {
        let mut left = limit.saturating_mul(PATIENCE);
        let (mut file, mut kind, mut note, mut secrecy) = (None, None, None, None);
        while let Some(part) = self.0.next().await {
            let mut part = part.map_err(|_| code::MALFORMED_REQUEST)?;
            let name = part.name().unwrap_or_default().to_owned();
            let twice = match name.as_str() {
                "file" => {
                    let given = file_name(&part);
                    let bytes = bytes(&mut part, limit, &mut left).await?;
                    let bytes = bytes.ok_or_else(|| too_large(limit))?;
                    file.replace((given, bytes)).is_some()
                }
                "kind" => kind.replace(text(&mut part, "/kind").await?).is_some(),
                "secrecy" => secrecy.replace(text(&mut part, "/secrecy").await?).is_some(),
                "note" => note.replace(text(&mut part, "/note").await?).is_some(),
                _ => return Err(ApiError::field(&pointer(&name), field::UNKNOWN_FIELD)),
            };
            if twice {
                return Err(ApiError::field(&pointer(&name), field::DUPLICATE));
            }
        }
        let (name, bytes) = file
            .filter(|(_, bytes)| !bytes.is_empty())
            .ok_or_else(|| ApiError::field("/file", field::REQUIRED))?;
        let kind = kind.ok_or_else(|| ApiError::field("/kind", field::REQUIRED))?;
        let secrecy =
            secrecy.as_deref().filter(|given| !given.is_empty()).map(secret).transpose()?;
        Ok(Upload { kind: known(&kind)?, note, name, secrecy, bytes })
    }

    /// Read it and throw it away, before an answer that refuses it.
    pub async fn discard(mut self, limit: usize) {
        let mut left = limit.saturating_mul(PATIENCE);
        while let Some(Ok(mut part)) = self.0.next().await {
            if bytes(&mut part, 0, &mut left).await.is_err() {
                return;
            }
        }
    }
}

fn known(kind: &str) -> ApiResult<AttachmentKind> {
    let value = serde_json::Value::String(kind.to_owned());
    serde_json::from_value(value).map_err(|_| ApiError::field("/kind", field::NOT_IN_CHOICE))
}

/// JSON in a part of its own.
fn secret(given: &str) -> ApiResult<ItemSecrecy> {
    serde_json::from_str(given).map_err(|_| ApiError::field("/secrecy", field::FORMAT))
}

fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn file_name(part: &Field) -> String {
    let given = part.content_disposition().and_then(|it| it.get_filename());
    given.unwrap_or_default().to_owned()
}

async fn text(part: &mut Field, pointer: &str) -> ApiResult<String> {
    let mut left = SHORT.saturating_mul(PATIENCE);
    let read = bytes(part, SHORT, &mut left).await?;
    let read = read.ok_or_else(|| ApiError::field(pointer, field::LENGTH))?;
    String::from_utf8(read.to_vec()).map_err(|_| ApiError::field(pointer, field::FORMAT))
}

/// The bytes of a part; `None` where it has more than `limit`. Nothing beyond it is kept.
async fn bytes(part: &mut Field, limit: usize, left: &mut usize) -> ApiResult<Option<Bytes>> {
    let mut read = Vec::new();
    let mut over = false;
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|_| code::MALFORMED_REQUEST)?;
        *left = left.checked_sub(chunk.len()).ok_or_else(|| too_large(limit))?;
        over |= read.len().saturating_add(chunk.len()) > limit;
        if over {
            read = Vec::new();
        } else {
            read.extend_from_slice(&chunk);
        }
    }
    Ok((!over).then(|| read.into()))
}
