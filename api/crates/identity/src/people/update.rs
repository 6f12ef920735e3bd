//! Use case: change a person's file.
use super::create::taken;
use super::dto::{Person, PersonInput};
use super::filter::search_text;
use super::{entity, references, rules, show, store, take_over};
use crate::rights::guard;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::text::{phone, sort_key};
use kernel::work::Work;
use std::collections::BTreeSet;

pub async fn update(
    app: &App,
    actor: &Actor,
    id: PersonId,
    seen: IfMatch,
    patch: &Patch<PersonInput>,
) -> ApiResult<Reply<Person>> {
    let mut work = Work::begin(app, actor).await?;
    let (after, held) = apply(&mut work, id, seen, patch).await?;
    let at = work.at();
    let answer = show::one(work.db(), after, actor, &held, at).await?;
    work.commit(answer).await
}

/// Within a work that may do more.
pub async fn apply(
    work: &mut Work<'_>,
    id: PersonId,
    seen: IfMatch,
    patch: &Patch<PersonInput>,
) -> ApiResult<(entity::Model, BTreeSet<String>)> {
    guard::lock(work.db()).await?;
    let (actor, at) = (work.actor(), work.at());
    let row = store::lock_visible(work.db(), actor, id).await?.ok_or(code::NOT_FOUND)?;
    rules::manage(actor, &row, "person.manage")?;
    seen.check(row.version)?;
    let held = take_over::check(work.db(), actor, &row, at).await?;
    let before = PersonInput::from(&row);
    let input = patch.onto(&before)?;
    references::check_unique(work.db(), id, &input).await?;
    references::check(work.db(), work.actor(), id, Some(&before), &input).await?;
    let after = changed(&row, input, work);
    rules::move_self(actor, &row, &after)?;
    if after.superior_id != row.superior_id {
        let mut superiors = store::superiors(work.db()).await?;
        let led = rules::leads(&superiors, actor.id, id);
        match after.superior_id {
            Some(superior) => superiors.insert(id, superior),
            None => superiors.remove(&id),
        };
        rules::own_line(led, rules::leads(&superiors, actor.id, id))?;
    }
    // Nobody puts a person where their own right does not reach.
    rules::manage(actor, &after, "person.manage")?;
    store::save(work.db(), &after).await.map_err(taken)?;
    let changes = Changes::between(&before, &PersonInput::from(&after));
    let resource = Resource::new("person", id.0, &after.name);
    let record = Record::new("person.updated", resource).at(store::place(&after));
    work.record(record.changes(changes).tell("person.read"));
    Ok((after, held))
}

fn changed(row: &entity::Model, input: PersonInput, work: &Work<'_>) -> entity::Model {
    let login = store::fold_login(&input.login);
    entity::Model {
        sort_key: sort_key(&input.name),
        search_text: search_text(&input.name, &login, input.employee_number.as_deref()),
        login,
        name: input.name,
        employee_number: input.employee_number,
        email: input.email,
        phone: input.phone.as_deref().and_then(phone::normalise),
        department_id: input.department_id,
        site_id: input.site_id,
        superior_id: input.superior_id,
        locale: input.locale,
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row.clone()
    }
}
