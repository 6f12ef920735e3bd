//! Use cases: read and change one's own profile; see one's own rights.
use super::dto::{Me, MeInput, MyPermission, MyPermissions};
use crate::people::{entity as person, show::Around, store as people};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::conditional::IfMatch;
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::text::phone;
use kernel::work::Work;

pub async fn get(app: &App, actor: &Actor) -> ApiResult<Reply<Me>> {
    let (db, now) = (app.db.reader(), app.clock.now());
    let row = people::find(db, actor.id).await?.ok_or(code::NOT_AUTHENTICATED)?;
    let around = Around::of(db, std::slice::from_ref(&row), now).await?;
    Ok(Reply::ok(shown(row, actor, &around)))
}

fn shown(row: person::Model, actor: &Actor, around: &Around) -> Me {
    Me {
        department: around.department(&row),
        site: around.site(&row),
        superior: around.superior(&row),
        roles: around.roles(&row),
        clearance: actor.clearance,
        password_change_required: row.must_change_password,
        via: actor.via,
        id: row.id,
        login: row.login,
        name: row.name,
        employee_number: row.employee_number,
        email: row.email,
        phone: row.phone,
        locale: row.locale,
        theme: row.theme,
        version: row.version,
    }
}

pub async fn update(
    app: &App,
    actor: &Actor,
    seen: IfMatch,
    patch: &Patch<MeInput>,
) -> ApiResult<Reply<Me>> {
    let mut work = Work::begin(app, actor).await?;
    let row = people::lock(work.db(), actor.id).await?.ok_or(code::NOT_AUTHENTICATED)?;
    seen.check(row.version)?;
    let before = MeInput::from(&row);
    let input = patch.onto(&before)?;
    let after = person::Model {
        email: input.email,
        phone: input.phone.as_deref().and_then(phone::normalise),
        locale: input.locale,
        theme: input.theme,
        updated_at: work.at(),
        version: row.version.saturating_add(1),
        ..row
    };
    people::save(work.db(), &after).await?;
    let changes = Changes::between(&before, &MeInput::from(&after));
    let resource = Resource::new("person", after.id.0, &after.name);
    let record = Record::new("person.updated", resource).at(people::place(&after));
    work.record(record.changes(changes).tell("person.read"));
    let around = Around::of(work.db(), std::slice::from_ref(&after), work.at()).await?;
    work.commit(shown(after, actor, &around)).await
}

#[must_use]
pub fn permissions(actor: &Actor) -> Reply<MyPermissions> {
    let one = |(permission, scope): (&String, &kernel::access::Reach)| MyPermission {
        permission: permission.clone(),
        scope: scope.clone(),
    };
    let permissions = actor.permissions.iter().map(one).collect();
    Reply::ok(MyPermissions { permissions, clearance: actor.clearance })
}
