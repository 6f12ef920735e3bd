//! The form of an import, read part by part within its limits.
use super::dto::ImportMode;
use super::refusal::Refusal;
use actix_multipart::{Field, Multipart};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web::Data};
use futures_util::StreamExt;
use kernel::access::RequestInfo;
use kernel::app::App;
use kernel::code::{self, field};
use kernel::error::{ApiError, ApiResult};
use kernel::sheet::{Limits, SheetError};
use std::future::Future;
use std::pin::Pin;

/// Longest value of a part that is no file.
const SHORT: usize = 100;
/// Characters of a file's name that are kept.
const NAME: usize = 200;

/// What was sent.
#[derive(Debug)]
pub struct Upload {
    pub bytes: Vec<u8>,
    pub file_name: String,
    pub mode: ImportMode,
    pub dry_run: bool,
}

impl FromRequest for Upload {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = ApiResult<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let form = request.content_type().eq_ignore_ascii_case("multipart/form-data");
        let info = request.extensions().get::<RequestInfo>().cloned();
        let stored = request.app_data::<Data<App>>().map(|app| app.files.limit);
        let parts = Multipart::new(request.headers(), payload.take());
        Box::pin(async move {
            if !form {
                return Err(code::UNSUPPORTED_TYPE.into());
            }
            let limit = stored.unwrap_or_default().min(Limits::default().bytes);
            let upload = read(parts, limit).await?;
            if let Some(info) = info {
                info.fingerprint_body(&upload.fingerprint());
            }
            Ok(upload)
        })
    }
}

impl Upload {
    /// What makes two requests the same: a browser puts another boundary around the same parts.
    fn fingerprint(&self) -> Vec<u8> {
        let mut bytes = format!("{:?} {} ", self.mode, self.dry_run).into_bytes();
        bytes.extend(&self.bytes);
        bytes
    }
}

async fn read(mut parts: Multipart, limit: usize) -> ApiResult<Upload> {
    let (mut file, mut mode, mut dry_run) = (None, ImportMode::default(), false);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| code::MALFORMED_REQUEST)?;
        let name = part.name().unwrap_or_default().to_owned();
        match name.as_str() {
            "file" => {
                let file_name = file_name(&part);
                let too_large = || Refusal::from(SheetError::TooManyBytes { limit }).into();
                file = Some((bytes(&mut part, limit, too_large).await?, file_name));
            }
            "mode" => {
                let value = short(&mut part, "/mode").await?;
                mode = ImportMode::of(&value)
                    .ok_or_else(|| ApiError::field("/mode", field::NOT_IN_CHOICE))?;
            }
            "dry_run" => {
                let value = short(&mut part, "/dry_run").await?;
                let wrong = |_| ApiError::field("/dry_run", field::WRONG_TYPE);
                dry_run = value.parse().map_err(wrong)?;
            }
            _ => return Err(ApiError::field(&pointer(&name), field::UNKNOWN_FIELD)),
        }
    }
    let (bytes, file_name) = file.ok_or_else(|| ApiError::field("/file", field::REQUIRED))?;
    Ok(Upload { bytes, file_name, mode, dry_run })
}

fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

async fn short(part: &mut Field, pointer: &str) -> ApiResult<String> {
    let read = bytes(part, SHORT, || ApiError::field(pointer, field::LENGTH)).await?;
    String::from_utf8(read).map_err(|_| ApiError::field(pointer, field::WRONG_TYPE))
}

async fn bytes(
    part: &mut Field,
    limit: usize,
    too_large: impl Fn() -> ApiError,
) -> ApiResult<Vec<u8>> {
    let mut read = vec![];
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|_| code::MALFORMED_REQUEST)?;
        if read.len().saturating_add(chunk.len()) > limit {
            return Err(too_large());
        }
        read.extend_from_slice(&chunk);
    }
    Ok(read)
}

/// The last part of the name that the caller's machine gave, control characters left out.
fn file_name(part: &Field) -> String {
    let given = part.content_disposition().and_then(|it| it.get_filename());
    let last = given.unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(NAME).collect()
}
