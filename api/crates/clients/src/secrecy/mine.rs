//! What the caller is to sign, and what they have signed.
use super::current::current;
use super::dto::{Acknowledgement, Undertaking};
use super::gate::Bound;
use super::{rules, show, store};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};

pub async fn undertaking(
    app: &App,
    handbook: &Handbook,
    bound: &Bound,
    actor: &Actor,
) -> ApiResult<Reply<Undertaking>> {
    let db = app.db.reader();
    let current = current(handbook, db, handbook.date(app.clock.now())).await?;
    let signed = rules::counting(&store::signed(db, actor.id, &current.text).await?);
    Ok(Reply::ok(Undertaking {
        standing: rules::standing(signed, current.today),
        text: current.text,
        text_version: current.version,
        valid_months: current.months,
        required: actor.withheld.is_some() || bound.rights().any(|right| actor.holds(right)),
        name: actor.name.clone(),
        acknowledged_at: signed.map(|signed| signed.at),
        valid_until: signed.map(|signed| signed.valid_until),
    }))
}

pub async fn list(app: &App, actor: &Actor) -> ApiResult<Reply<Items<Acknowledgement>>> {
    let db = app.db.reader();
    let rows = store::of_person(db, actor.id).await?;
    let names = show::names(db, &rows).await?;
    Ok(Reply::ok(Items { items: rows.into_iter().map(|row| show::row(row, &names)).collect() }))
}
