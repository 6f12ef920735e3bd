//! Provide what was approved (B-SEC-07): everything is looked at once more, the files held, and what was
//! actually handed over is recorded.
use super::dto::{Disclosure, Provide};
use super::entity::Model;
use super::kinds::{DisclosureSection, DisclosureState};
use super::refusal::Refusal;
use super::store::Seen;
use super::{KIND, named, rules, show, standing, store, tell};
use crate::archive::entity::Model as File;
use crate::{ReadClients, RequestDisclosures, notices, parameters};
use chrono::NaiveDate;
use handbook::Handbook;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::audit::Changes;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;
use std::collections::BTreeSet;

pub async fn provide(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Seen,
    input: Provide,
) -> ApiResult<Reply<Disclosure>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::seen(&work, on).await?;
    rules::provide(actor, &row)?;
    rules::by_several(approvals::approvers(work.db(), KIND, row.id.0).await?.len())?;
    let today = handbook.date(work.at());
    in_time(&work, handbook, &row, (&input, today)).await?;
    let named = named::of(work.db(), row.id).await?;
    let files = standing::reviewed(&work, &row, &named, today).await?;
    let sections: Vec<DisclosureSection> = serde_json::from_str(&row.sections)?;
    rules::personal(actor, &sections, &files)?;
    requester(&work, &row, &files).await?;
    standing::says_nothing("/handed_over", &input.handed_over, &files)?;
    let after = Model {
        state: DisclosureState::Provided,
        provided_by: Some(actor.id),
        provided_at: Some(work.at()),
        provided_on: Some(input.provided_on),
        means: Some(input.means),
        received_by: Some(input.received_by.trim().to_owned()),
        handed_over: Some(input.handed_over.trim().to_owned()),
        version: row.version + 1,
        ..row.clone()
    };
    store::save(work.db(), &after).await?;
    // Who received it stands in the record alone: at a client that is destroyed it has to go (A-BOR-06).
    let said = |row: &Model| {
        serde_json::json!({
            "provided_on": row.provided_on, "means": row.means, "handed_over": row.handed_over,
        })
    };
    let record = tell::record("client-disclosure.provided", &after);
    work.record(record.changes(Changes::between(&said(&row), &said(&after))));
    tell::concerned(&work, &after, notices::CLIENT_DISCLOSURE_PROVIDED).await?;
    let answer = show::whole(work.db(), handbook, actor, after, work.at()).await?;
    work.commit(answer).await
}

/// An approval is for its days, and nothing was handed over before it.
async fn in_time(
    work: &Work<'_>,
    handbook: &Handbook,
    row: &Model,
    (input, today): (&Provide, NaiveDate),
) -> ApiResult<()> {
    let approved_on = handbook.date(row.approved_at.ok_or(code::INTERNAL)?);
    let days = handbook.value_at(work.db(), &parameters::DISCLOSURE_VALID, today).await?.value;
    rules::still_valid(rules::valid_until(approved_on, days), today)?;
    rules::day(input.provided_on, approved_on, today)
}

/// Whoever asked still may: nobody who has left, or reads such files no more, has them handed out.
async fn requester(work: &Work<'_>, row: &Model, files: &[File]) -> ApiResult<()> {
    let level = files.iter().map(|file| file.level.rank()).max().unwrap_or(row.level);
    let (asked, needed) =
        (BTreeSet::from([row.requested_by]), [RequestDisclosures::NAME, ReadClients::NAME]);
    let may = identity::people::who_hold(work.db(), &asked, &needed, level, work.at()).await?;
    if may.is_empty() { Err(Refusal::RequesterNotCleared.into()) } else { Ok(()) }
}
