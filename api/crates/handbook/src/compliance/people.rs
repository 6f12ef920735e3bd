//! How each person kept one rule (A-CIR-03: missing and late reports are the evidence).
use super::dto::{PersonCompliance, RulePeopleQuery};
use super::figures::{self, Fates};
use super::period;
use crate::obligations::Obligations;
use crate::obligations::entity::Column;
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
    let of = (&days, query.department_id);
    let found = figures::fates(db, reader, of, Column::PersonId, Some(&kinds)).await?;
    let mut found: Vec<(Option<PersonId>, Fates)> = found.into_iter().collect();
    let worst = |fates: &Fates| std::cmp::Reverse((fates.missed, fates.late));
    found.sort_by_key(|(person, fates)| (worst(fates), *person));
    let mut wanted = Wanted::default();
    found.iter().for_each(|(person, _)| wanted.person(*person));
    let names = wanted.find(db).await?;
    let behind = period::query(&days, &query.clause, query.department_id);
    let shown = |(person, fates): (Option<PersonId>, Fates)| {
        let whose =
            person.map_or_else(|| "&common=true".to_owned(), |id| format!("&person_id={id}"));
        PersonCompliance {
            person: person.map(|id| names.person(id)),
            fell_due: fates.shown(&format!("{behind}{whose}")),
        }
    };
    Ok(Reply::ok(Items { items: found.into_iter().map(shown).collect() }))
}
