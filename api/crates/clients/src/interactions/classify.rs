//! Make what was said more secret than its file, or as secret as that again (A-SEC-06, A-SEC-07).
use super::dto::Interaction;
use super::entity::Model;
use super::{chain, show, store};
use crate::hanging::{held, touch};
use crate::secret_items::{ClassifyItem, Marked, raise, settle};
use crate::{ClientId, InteractionId};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn classify(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    ((client, id), seen): ((ClientId, InteractionId), IfMatch),
    input: ClassifyItem,
) -> ApiResult<Reply<Interaction>> {
    let mut work = Work::begin(app, actor).await?;
    let seeing = (actor, work.at());
    let file = held(&work, client).await?;
    let before = store::find(work.db(), seeing, client, id).await?.ok_or(code::NOT_FOUND)?;
    seen.check(before.version)?;
    let (stood, mark) =
        (before.mark(), settle(&work, handbook, (&file, before.mark()), &input).await?);
    let after = Model { updated_at: work.at(), version: before.version + 1, ..before };
    let after = after.marked(mark);
    store::save(work.db(), &after).await?;
    chain::mark_others(&work, &file, &after).await?;
    raise(&mut work, "client.interaction-classified", &file, (stood, &after), input.reason).await?;
    touch(&mut work, &file).await?;
    let answer = show::one(work.db(), seeing, &file, after).await?;
    work.commit(answer).await
}
