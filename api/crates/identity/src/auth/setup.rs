//! Use case: the first administrator. An empty installation has no password anywhere; its first
//! start prints a link that makes one, once, within a day.
use super::cookie::Keeping;
use super::door;
use super::dto::{AccessToken, Setup};
use super::password_rules;
use super::setup_entity as entity;
use super::sign_in::{access_token, keeping};
use crate::authenticator::Authenticator;
use crate::codes;
use crate::grants::{entity as grant, store as grants};
use crate::ids::RoleGrantId;
use crate::people::{entity as person, kinds, store as people};
use crate::permissions::Inventory;
use crate::rights::guard;
use crate::roles::{built_in, store as roles};
use crate::secrets;
use crate::sessions::start;
use chrono::{DateTime, Duration, Utc};
use kernel::access::{Actor, RequestInfo};
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::error::{ApiResult, Fault};
use kernel::ids::PersonId;
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr,
};

const VALID_FOR: Duration = Duration::hours(24);

/// Whether nobody works here yet.
pub async fn required(app: &App) -> ApiResult<bool> {
    Ok(people::is_empty(app.db.reader()).await?)
}

/// A fresh token for the link of an empty installation; earlier ones are void. None when there is
/// somebody already.
pub async fn issue(app: &App) -> ApiResult<Option<String>> {
    let system = Actor::system([], "setup");
    let work = Work::begin(app, &system).await?;
    if !people::is_empty(work.db()).await? {
        return Ok(None);
    }
    let token = secrets::fresh();
    let row = entity::Model {
        hash: secrets::hash(&token),
        created_at: work.at(),
        expires_at: work.at() + VALID_FOR,
        used_at: None,
    };
    entity::Entity::delete_many().exec(work.db()).await?;
    entity::Entity::insert(row.into_active_model()).exec_without_returning(work.db()).await?;
    work.commit_nothing().await?;
    Ok(Some(token))
}

pub(super) async fn set_up(
    app: &App,
    authenticator: &Authenticator,
    inventory: &Inventory,
    request: &RequestInfo,
    input: Setup,
) -> ApiResult<Keeping<AccessToken>> {
    let hash = secrets::hash(&input.token);
    // Before the costly hashing; checked again under the lock.
    find(app.db.reader(), &hash, app.clock.now()).await?;
    let names = [input.login.as_str(), input.name.as_str()];
    password_rules::check(&input.password, &names, app.config.security.password_min_length)
        .map_err(|weakness| weakness.at("/password"))?;
    let password = authenticator.passwords.hash(&input.password).await?;
    let system = Actor::system([], &request.id);
    let system = Actor { request: door::actor(request, None).request, ..system };
    let mut work = Work::begin(app, &system).await?;
    guard::lock(work.db()).await?;
    find(work.db(), &hash, work.at()).await?;
    spend(work.db(), &hash, work.at()).await?;
    let person = first_person(&mut work, input, password).await?;
    make_administrator(&mut work, inventory, &person).await?;
    let started = start::start(&mut work, person.id, &person.name).await?;
    let access = access_token(app, authenticator, &person, started.session)?;
    let reply = work.commit(access).await?;
    Ok(keeping(app, reply, started.refresh_token))
}

async fn find(db: &impl ConnectionTrait, hash: &str, now: DateTime<Utc>) -> ApiResult<()> {
    if !people::is_empty(db).await? {
        return Err(codes::SETUP_DONE.into());
    }
    let found = entity::Entity::find_by_id(hash.to_owned()).one(db).await?;
    let valid = found.is_some_and(|token| token.used_at.is_none() && token.expires_at > now);
    if valid { Ok(()) } else { Err(codes::SETUP_TOKEN_INVALID.into()) }
}

async fn spend(db: &impl ConnectionTrait, hash: &str, now: DateTime<Utc>) -> ApiResult<()> {
    entity::Entity::update_many()
        .col_expr(entity::Column::UsedAt, Expr::value(now))
        .filter(entity::Column::Hash.eq(hash))
        .exec(db)
        .await?;
    Ok(())
}

async fn first_person(
    work: &mut Work<'_>,
    input: Setup,
    password: String,
) -> ApiResult<person::Model> {
    let (at, id) = (work.at(), work.fresh::<PersonId>());
    let row = person::Model {
        id,
        login: people::fold_login(&input.login),
        sort_key: kernel::text::sort_key(&input.name),
        name: input.name,
        employee_number: None,
        email: None,
        phone: None,
        department_id: None,
        site_id: None,
        superior_id: None,
        status: kinds::PersonStatus::Active,
        locale: kinds::Locale::default(),
        theme: kinds::Theme::default(),
        password_hash: Some(password),
        must_change_password: false,
        password_changed_at: Some(at),
        created_at: at,
        updated_at: at,
        version: 1,
    };
    people::insert(work.db(), row.clone()).await?;
    let resource = Resource::new("person", id.0, &row.name);
    work.record(Record::new("person.created", resource).at(people::place(&row)));
    Ok(row)
}

async fn make_administrator(
    work: &mut Work<'_>,
    inventory: &Inventory,
    person: &person::Model,
) -> ApiResult<()> {
    built_in::ensure_one(work, &built_in::administrator(inventory)).await?;
    let role = roles::by_code(work.db(), built_in::ADMINISTRATOR).await?;
    let role = role.ok_or_else(|| Fault("the administrator's role is missing".to_owned()))?;
    let id: RoleGrantId = work.fresh();
    let row = grant::Model {
        id,
        person_id: person.id,
        role_id: role.id,
        valid_from: work.at(),
        valid_until: None,
        reason: "初始化".to_owned(),
        granted_by: work.actor().id,
        granted_at: work.at(),
        revoked_at: None,
        revoked_by: None,
        revoke_reason: None,
        version: 1,
    };
    grants::insert(work.db(), row).await?;
    let label = format!("{} · {}", person.name, role.name);
    work.record(Record::new("role.granted", Resource::new("role-grant", id.0, label)));
    Ok(())
}
