//! Hand out the bytes of a paper: to be saved, never to be shown by the browser as a page of ours.
use super::rules;
use super::store;
use crate::archive::store as files;
use crate::secret_items::note_items_read;
use crate::{AttachmentId, ClientId, readings};
use actix_web::HttpResponse;
use actix_web::http::header::{
    self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue,
};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::readings::ReadingWay;

pub async fn content(
    app: &App,
    actor: &Actor,
    (client, id): (ClientId, AttachmentId),
) -> ApiResult<HttpResponse> {
    let db = app.db.reader();
    let file = files::find(db, actor, client).await?.ok_or(code::NOT_FOUND)?;
    let row = store::find(db, (actor, app.clock.now()), client, id).await?;
    let row = row.ok_or(code::NOT_FOUND)?;
    rules::hand_out(&row)?;
    readings::one(app, actor, &file, ReadingWay::Paper).await?;
    note_items_read(app, actor, (&file, ReadingWay::Paper), std::slice::from_ref(&row)).await?;
    let bytes = app.files.get(&row.sha256).await?;
    let text = row.media_type.starts_with("text/");
    let media = if text { format!("{}; charset=utf-8", row.media_type) } else { row.media_type };
    Ok(HttpResponse::Ok()
        .content_type(media)
        .insert_header(disposition(&row.file_name))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes))
}

/// The name twice: plain for old programs, and as it is.
fn disposition(name: &str) -> ContentDisposition {
    let extension = name.rsplit('.').next().unwrap_or_default();
    let plain = if name.is_ascii() { name.to_owned() } else { format!("attachment.{extension}") };
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![
            DispositionParam::Filename(plain),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: name.as_bytes().to_vec(),
            }),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_travels_in_both_spellings() {
        let said = disposition("报价单.pdf").to_string();
        assert!(said.starts_with("attachment; filename=\"attachment.pdf\""), "{said}");
        assert!(said.contains("filename*=UTF-8''%E6%8A%A5%E4%BB%B7%E5%8D%95.pdf"), "{said}");
    }
}
