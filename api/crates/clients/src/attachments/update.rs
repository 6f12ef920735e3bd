//! Say something else of a paper. Its bytes are what they were when it was filed.
use super::dto::{Attachment, AttachmentInput};
use super::entity::Model;
use super::{rules, show, store};
use crate::hanging::{changes, filed, held};
use crate::secret_items::act_on_item;
use crate::{AttachmentId, ClientId};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn update(
    app: &App,
    actor: &Actor,
    (client, id): (ClientId, AttachmentId),
    seen: IfMatch,
    patch: Patch<AttachmentInput>,
) -> ApiResult<Reply<Attachment>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    let seeing = (actor, work.at());
    let before = store::find(work.db(), seeing, client, id).await?.ok_or(code::NOT_FOUND)?;
    rules::change(actor, &file, &before)?;
    seen.check(before.version)?;
    let was = AttachmentInput::from(&before);
    let is = patch.onto(&was)?.tidied()?;
    let mut after = before;
    if is != was {
        after = Model {
            kind: is.kind,
            note: is.note.clone(),
            updated_at: work.at(),
            version: after.version + 1,
            ..after
        };
        store::save(work.db(), &after).await?;
        filed(&mut work, &file).await?;
        let changes = changes("attachment", id.0, Some(&was), Some(&is));
        let record = act_on_item(&work, "client.attachment-updated", (&file, &after), changes);
        work.record(record);
    }
    let answer = show::one(work.db(), seeing, &file, after).await?;
    work.commit(answer).await
}
