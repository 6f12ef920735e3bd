//! Mentioning somebody: only who sees the client, and in the transaction of the comment.
use super::entity::Model;
use super::rules;
use crate::ReadClients;
use crate::archive::{act::resource, entity::Model as File};
use crate::notices;
use crate::secret_items::Marked;
use crate::secret_items::rules::place;
use kernel::access::Permission;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice};
use kernel::work::Work;

/// Refuse mentions of those who do not see the client, and tell the new ones. Whom the caller may not
/// read is like nobody; who was mentioned before may stay.
pub async fn tell(
    work: &Work<'_>,
    file: &File,
    row: &Model,
    (before, after): (&[PersonId], &[PersonId]),
) -> ApiResult<()> {
    let place = place(file, &row.mark(), work.at());
    let mut seeing =
        identity::people::who_may(work.db(), after, ReadClients::NAME, &place, work.at()).await?;
    let named = after.iter().copied().collect();
    let known = identity::people::nameable_among(work.db(), work.actor(), named).await?;
    seeing.retain(|id| known.contains(id) || before.contains(id));
    rules::mentions(after, &seeing)?;
    let told = rules::to_be_told(before, after, work.actor().id);
    if told.is_empty() {
        return Ok(());
    }
    let notice = Notice::new(notices::CLIENT_MENTIONED, resource(file))
        .param("comment_id", row.id.to_string())
        .param("by", work.actor().id.to_string());
    notify::send(work, &told, &notice).await
}
