//! File a paper (A-CLI-25).
//!
//! The bytes are kept before the transaction begins: it must not be held open over a slow disk. Kept
//! by their hash, they cost nothing when they come a second time, and bytes that no record names
//! (the transaction failed) are served to nobody. When the store is full nothing is recorded.
use super::dto::{Attachment, AttachmentInput};
use super::entity::Model;
use super::naming::{Accepted, accept};
use super::upload::{Form, Upload};
use super::{rules, show, store};
use crate::archive::store as files;
use crate::hanging::{changes, filed, held};
use crate::secret_items::{Marked, act_on_item, given};
use crate::{ClientId, FILE_REFUSED};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn attach(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    client: ClientId,
    form: Form,
) -> ApiResult<Reply<Attachment>> {
    if let Err(refused) = may(app, actor, client).await {
        form.discard(app.files.limit).await;
        return Err(refused);
    }
    let upload = form.read(app.files.limit).await?;
    file(app, handbook, actor, client, upload).await
}

/// What was read of a form.
pub async fn file(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    client: ClientId,
    upload: Upload,
) -> ApiResult<Reply<Attachment>> {
    let input = AttachmentInput { kind: upload.kind, note: upload.note.clone() }.tidied()?;
    let accepted = accept(&upload.name, &upload.bytes).ok_or(FILE_REFUSED)?;
    let size = i64::try_from(upload.bytes.len()).unwrap_or(i64::MAX);
    let bytes = upload.bytes.clone();
    let sha256 = app.files.put(bytes.clone()).await?;
    actor.request.fingerprint_body(fingerprint(&upload, &sha256).as_bytes());
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    rules::attach(actor, &file)?;
    let mark = given(&work, handbook, &file, upload.secrecy.as_ref()).await?;
    let row = fresh(&work, client, &input, accepted, (size, sha256)).marked(mark);
    store::insert(work.db(), &row).await?;
    filed(&mut work, &file).await?;
    let changes = changes("attachment", row.id.0, None, Some(&Filed::of(&row)));
    let record = act_on_item(&work, "client.attachment-added", (&file, &row), changes);
    work.record(record);
    let answer = show::one(work.db(), (actor, work.at()), &file, row).await?;
    let reply = work.commit_created(answer).await?;
    // Named from now on: were they the same as those of a destroyed file, they may be gone meanwhile.
    app.files.put(bytes).await?;
    Ok(reply)
}

/// Asked before a byte of the form is read, and again under the file's lock.
async fn may(app: &App, actor: &Actor, client: ClientId) -> ApiResult<()> {
    let file = files::find(app.db.reader(), actor, client).await?.ok_or(code::NOT_FOUND)?;
    Ok(rules::attach(actor, &file)?)
}

/// What makes two requests the same: another try puts another boundary around the same parts.
fn fingerprint(upload: &Upload, sha256: &str) -> String {
    let Upload { kind, note, name, secrecy, .. } = upload;
    format!("{kind:?} {note:?} {name:?} {secrecy:?} {sha256}")
}

/// What the trail keeps of a paper.
#[derive(serde::Serialize)]
struct Filed<'a> {
    kind: super::kinds::AttachmentKind,
    file_name: &'a str,
    sha256: &'a str,
}

impl<'a> Filed<'a> {
    fn of(row: &'a Model) -> Self {
        Self { kind: row.kind, file_name: &row.file_name, sha256: &row.sha256 }
    }
}

fn fresh(
    work: &Work<'_>,
    client: ClientId,
    input: &AttachmentInput,
    accepted: Accepted,
    (size, sha256): (i64, String),
) -> Model {
    Model {
        id: work.fresh(),
        client_id: client,
        kind: input.kind,
        file_name: accepted.file_name,
        media_type: accepted.media_type.to_owned(),
        size,
        sha256,
        note: input.note.clone(),
        created_at: work.at(),
        created_by: work.actor().id,
        updated_at: work.at(),
        removed_at: None,
        removed_by: None,
        remove_reason: None,
        level: 0,
        level_until: None,
        level_ends_at: None,
        secret_content: None,
        version: 1,
    }
}
