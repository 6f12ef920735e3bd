//! The archive, owner by owner and rule by rule, as the reader may see it: each figure is counted
//! over the files that the list shows with the figure's own filter.
use super::custody::{Row, of_each};
use super::dto::{Counted, Oversight, OwnerCustody, RuleWatch};
use super::figures::{Watched, of_files, of_owners, of_tier as watched_of_tier};
use crate::ReadClients;
use crate::archive::filter::ClientFilter;
use crate::archive::kinds::Tier;
use crate::archive::list::chosen;
use crate::bulk::filter;
use crate::instructions::store::{Tasks, open_of_each as tasks_of_each};
use crate::names::Wanted;
use crate::parameters::{VERIFICATION_MONTHS, of_tier};
use crate::submissions::waiting::{self, Waiting};
use chrono::{Duration, Months};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use sea_orm::PaginatorTrait;
use std::collections::BTreeSet;

pub async fn overview(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
) -> ApiResult<Reply<Oversight>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let today = handbook.date(now);
    let files = chosen::<ReadClients>(db, actor, &ClientFilter::default()).await?;
    let mut rows = of_each(db, files, today).await?;
    let mut waiting = waiting::of_each(db, actor).await?;
    let mut tasks = tasks_of_each(db, actor, today).await?;
    // Also who has something to see to and owns no file.
    let owners: BTreeSet<_> = rows.iter().filter_map(|row| row.owner_id).collect();
    let others: BTreeSet<_> = waiting.keys().chain(tasks.keys()).copied().collect();
    let without = |owner: &PersonId| Row { owner_id: Some(*owner), ..Row::default() };
    rows.extend(others.difference(&owners).map(without));
    let mut wanted = Wanted::default();
    for row in &rows {
        wanted.person(row.owner_id);
        wanted.department(row.department_id);
    }
    let names = wanted.find(db).await?;
    let all_waiting = waiting.values().copied().fold(Waiting::default(), Waiting::and);
    let all_tasks = tasks.values().copied().fold(Tasks::default(), Tasks::and);
    let total = Row::total(&rows).custody(today, all_waiting, all_tasks);
    let mut owners: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let owner = row.owner_id?;
            // Somebody with files in two departments has what waits only once.
            let waiting = waiting.remove(&owner).unwrap_or_default();
            let tasks = tasks.remove(&owner).unwrap_or_default();
            Some(OwnerCustody {
                owner: names.person(owner),
                department: row.department_id.map(|id| names.department(id)),
                custody: row.custody(today, waiting, tasks),
            })
        })
        .collect();
    owners.sort_by(|a, b| {
        let percent = |one: &OwnerCustody| one.custody.average_completeness;
        percent(a).cmp(&percent(b)).then_with(|| a.owner.name.cmp(&b.owner.name))
    });
    let rules = rules(app, handbook, actor).await?;
    Ok(Reply::ok(Oversight { as_of: now, total, owners, rules }))
}

/// B-CRM-13: which of the rules that govern the archive are not met, and by which files.
async fn rules(app: &App, handbook: &Handbook, actor: &Actor) -> ApiResult<Vec<RuleWatch>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let today = handbook.date(now);
    let values = handbook.values(db).await?;
    let months = u32::try_from(values.at(&VERIFICATION_MONTHS, today)?.value).unwrap_or(u32::MAX);
    let not_since = now.checked_sub_months(Months::new(months)).unwrap_or(now);
    let mut watched = of_files(today, not_since);
    watched.extend(of_owners());
    for tier in [Tier::Key, Tier::Core, Tier::General, Tier::Potential] {
        let days = values.at(&of_tier(tier).interval, today)?.value;
        watched.push(watched_of_tier(tier, now - Duration::days(days)));
    }
    let lang = actor.request.lang;
    let mut shown = Vec::with_capacity(watched.len());
    for Watched { clause, label, filter: query } in watched {
        let found = chosen::<ReadClients>(db, actor, &filter(&query)?).await?;
        let count = found.count(db).await?;
        for clause in kernel::clauses::named(&[clause], lang) {
            let files = Counted { count, filter: query.clone() };
            shown.push(RuleWatch { clause, label: label.in_lang(lang).to_owned(), files });
        }
    }
    Ok(shown)
}
