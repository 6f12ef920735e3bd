//! Where everybody stands with the undertaking (B-SEC-05), and whose rights rest without it: those who hold one
//! over client information by a grant of their own.
use super::current::current;
use super::dto::{PersonStanding, StandingFilter};
use super::gate::Bound;
use super::{rules, store};
use crate::ReadSecrecy;
use crate::names::{Ref, Wanted};
use handbook::Handbook;
use identity::people::Known;
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};

pub async fn standings(
    app: &App,
    handbook: &Handbook,
    bound: &Bound,
    actor: &Actor,
    filter: &StandingFilter,
) -> ApiResult<Reply<Items<PersonStanding>>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let current = current(handbook, db, handbook.date(now)).await?;
    let holders = identity::holders_of(db, bound.rights(), now).await?;
    let mut people = identity::people::active(db).await?;
    people.retain(|person| within_reach(actor, person));
    let ids: Vec<_> = people.iter().map(|person| person.id).collect();
    let signed = store::signed_by(db, &ids, &current.text).await?;
    let mut wanted = Wanted::default();
    people.iter().for_each(|person| wanted.department(person.department_id));
    let names = wanted.find(db).await?;
    let shown = people.into_iter().map(|person| {
        let signed = signed.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        let signed = rules::counting(signed);
        PersonStanding {
            bound: holders.contains(&person.id),
            department: person.department_id.map(|id| names.department(id)),
            person: Ref::new(person.id.0, person.name),
            standing: rules::standing(signed, current.today),
            acknowledged_at: signed.map(|signed| signed.at),
            valid_until: signed.map(|signed| signed.valid_until),
        }
    });
    let wanted = |one: &PersonStanding| {
        let standing = filter.standing.is_empty() || filter.standing.contains(&one.standing);
        standing && filter.bound.is_none_or(|bound| one.bound == bound)
    };
    Ok(Reply::ok(Items { items: shown.filter(wanted).collect() }))
}

fn within_reach(actor: &Actor, person: &Known) -> bool {
    let place = Place {
        owner_id: Some(person.id),
        department_id: person.department_id,
        site_id: person.site_id,
        level: 0,
    };
    actor.may(ReadSecrecy::NAME, &place)
}
