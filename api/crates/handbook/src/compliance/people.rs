//! How each person kept one rule (A-CIR-03: missing and late reports are the evidence).
use super::dto::{ComplianceFigure, ComplianceList, PersonCompliance, RulePeopleQuery};
use super::figures::{self, Fates};
use super::period;
use crate::obligations::Obligations;
use identity::names::Wanted;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use kernel::ids::PersonId;

/// Whoever missed most first.
pub async fn people(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    query: &RulePeopleQuery,
) -> ApiResult<Reply<Items<PersonCompliance>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let days = period::days(&obligations.handbook, (query.from, query.to), at)?;
    let kinds = obligations.kinds().map(|(kind, _)| kind);
    let of_rule = kinds.filter(|kind| kind.clauses.contains(&query.clause.as_str()));
    let kinds: Vec<_> = of_rule.map(|kind| kind.code).collect();
    let reader = (obligations, actor, at);
    let found = figures::of_each(db, reader, &days, (&kinds, query.department_id)).await?;
    let mut found: Vec<(Option<PersonId>, Fates)> = found.into_iter().collect();
    let worst = |fates: &Fates| std::cmp::Reverse((fates.missed, fates.late));
    found.sort_by_key(|(person, fates)| (worst(fates), *person));
    let mut wanted = Wanted::default();
    found.iter().for_each(|(person, _)| wanted.person(*person));
    let names = wanted.find(db).await?;
    let shown = |(person, fates): (Option<PersonId>, Fates)| {
        let mut behind =
            format!("clause={}&due_from={}&due_to={}", query.clause, days.from, days.to);
        match person {
            Some(id) => behind.push_str(&format!("&person_id={id}")),
            None => behind.push_str("&common=true"),
        }
        if let Some(id) = query.department_id {
            behind.push_str(&format!("&department_id={id}"));
        }
        let figure = |count, state: &str| ComplianceFigure {
            count,
            list: ComplianceList::Obligations,
            filter: format!("{behind}{state}"),
        };
        PersonCompliance {
            person: person.map(|id| names.person(id)),
            due: figure(fates.due(), "&state=OPEN&state=FULFILLED&state=EXCUSED"),
            in_time: figure(fates.in_time, "&state=FULFILLED&late=false"),
            late: figure(fates.late, "&state=FULFILLED&late=true"),
            missed: figure(fates.missed, "&state=OPEN&overdue=true"),
            excused: figure(fates.excused, "&state=EXCUSED"),
            rate: fates.rate(),
        }
    };
    Ok(Reply::ok(Items { items: found.into_iter().map(shown).collect() }))
}
