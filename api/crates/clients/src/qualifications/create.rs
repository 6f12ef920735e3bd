//! Add a licence or certificate to a file.
use super::dto::{Qualification, QualificationInput};
use super::entity::Model;
use super::show::{self, Judged};
use super::{act, store};
use crate::ClientId;
use crate::archive::entity::Model as File;
use crate::archive::hanging::recount;
use crate::hanging::{held, keep};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    client: ClientId,
    input: QualificationInput,
) -> ApiResult<Reply<Qualification>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    keep(actor, &file)?;
    let (file, row) = add(&mut work, &file, &input).await?;
    let judged = Judged::at(work.db(), handbook, work.at()).await?;
    let answer = show::one(work.db(), actor, judged, &file, row).await?;
    work.commit_created(answer).await
}

/// Within a work that holds the file; what accepting a submission shares with adding.
pub async fn add(
    work: &mut Work<'_>,
    file: &File,
    input: &QualificationInput,
) -> ApiResult<(File, Model)> {
    let row = fresh(work, file.id, input.tidied()?);
    distinct(work, &row).await?;
    store::insert(work.db(), &row).await?;
    let file = recount(work, file).await?;
    work.record(act::act("client.qualification-added", &file, None, Some(&row)));
    Ok((file, row))
}

/// One number of a kind stands once in a file.
pub async fn distinct(work: &Work<'_>, row: &Model) -> ApiResult<()> {
    if store::same(work.db(), row).await? {
        return Err(ApiError::field("/number", field::DUPLICATE));
    }
    Ok(())
}

fn fresh(work: &Work<'_>, client: ClientId, input: QualificationInput) -> Model {
    Model {
        id: work.fresh(),
        client_id: client,
        kind: input.kind,
        name: input.name,
        number: input.number,
        issued_by: input.issued_by,
        valid_from: input.valid_from,
        valid_until: input.valid_until,
        created_at: work.at(),
        created_by: work.actor().id,
        updated_at: work.at(),
        removed_at: None,
        removed_by: None,
        remove_reason: None,
        version: 1,
    }
}
