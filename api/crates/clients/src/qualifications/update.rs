//! Change a qualification: renewed, or put right.
use super::create::distinct;
use super::dto::{Qualification, QualificationInput};
use super::entity::Model;
use super::show::{self, Judged};
use super::{act, store};
use crate::archive::entity::Model as File;
use crate::archive::hanging::recount;
use crate::hanging::{held, in_place, keep};
use crate::{ClientId, QualificationId};
use handbook::Handbook;
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
    handbook: &Handbook,
    actor: &Actor,
    (client, id): (ClientId, QualificationId),
    seen: IfMatch,
    patch: Patch<QualificationInput>,
) -> ApiResult<Reply<Qualification>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    let before = store::find(work.db(), client, id).await?.ok_or(code::NOT_FOUND)?;
    keep(actor, &file)?;
    in_place(before.removed_at)?;
    seen.check(before.version)?;
    let (file, after) = change(&mut work, file, &before, &patch).await?;
    let judged = Judged::at(work.db(), handbook, work.at()).await?;
    let answer = show::one(work.db(), actor, judged, &file, after).await?;
    work.commit(answer).await
}

/// Within a work that holds the file; what accepting a submission shares with changing. What is the
/// same already leaves no trace.
pub async fn change(
    work: &mut Work<'_>,
    file: File,
    before: &Model,
    patch: &Patch<QualificationInput>,
) -> ApiResult<(File, Model)> {
    let mut after = written(before, patch.onto(&QualificationInput::from(before))?.tidied()?);
    if after == *before {
        return Ok((file, after));
    }
    distinct(work, &after).await?;
    after.updated_at = work.at();
    after.version += 1;
    store::save(work.db(), &after).await?;
    let file = recount(work, &file).await?;
    work.record(act::act("client.qualification-updated", &file, Some(before), Some(&after)));
    Ok((file, after))
}

fn written(row: &Model, input: QualificationInput) -> Model {
    Model {
        kind: input.kind,
        name: input.name,
        number: input.number,
        issued_by: input.issued_by,
        valid_from: input.valid_from,
        valid_until: input.valid_until,
        ..row.clone()
    }
}
