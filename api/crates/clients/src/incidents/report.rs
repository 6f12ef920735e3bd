//! Report a breach, a loss or a leak (A-BOR-05).
use super::about::{self, Files};
use super::dto::{Incident, IncidentInput};
use super::open::{Opening, open};
use super::{rules, show};
use crate::notices;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use std::collections::BTreeSet;

pub async fn report(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: IncidentInput,
) -> ApiResult<Reply<Incident>> {
    let mut work = Work::begin(app, actor).await?;
    rules::occurred(input.occurred_on, handbook.date(work.at()))?;
    let lent = about::named_loan(&work, input.loan_id).await?;
    let files = about::named_files(&work, &input.files, &BTreeSet::new()).await?;
    let involved = about::involved(&work, &input.parties, &[]).await?;
    let opening = Opening {
        kind: input.kind,
        occurred_on: input.occurred_on,
        what_happened: input.what_happened.trim().to_owned(),
        loan_id: input.loan_id,
        files: Files { level: files.level.max(lent), ..files },
        involved,
        below: notices::CLIENT_INCIDENT_BELOW,
    };
    let row = open(&mut work, handbook, opening).await?;
    let answer = show::whole(work.db(), actor, row, work.at()).await?;
    work.commit_created(answer).await
}
