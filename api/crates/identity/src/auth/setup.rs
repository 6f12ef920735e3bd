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
use crate::grants::{self, RoleGrantInput};
use crate::people::{self, Locale, PersonInput, entity as person};
use crate::permissions::PERMISSIONS;
use crate::rights::guard;
use crate::roles::{built_in, store as roles};
use crate::secrets;
use crate::sessions::start;
use chrono::{DateTime, Duration, Utc};
use kernel::access::{Actor, RequestInfo};
use kernel::app::App;
use kernel::error::{ApiResult, Fault};
use kernel::work::Work;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::Expr,
};

const VALID_FOR: Duration = Duration::hours(24);

/// Whether nobody works here yet.
pub async fn required(app: &App) -> ApiResult<bool> {
    Ok(people::store::is_empty(app.db.reader()).await?)
}

/// A fresh token for the link of an empty installation; earlier ones are void. None when there is
/// somebody already.
pub async fn issue(app: &App) -> ApiResult<Option<String>> {
    let system = Actor::system([], "setup");
    let work = Work::begin(app, &system).await?;
    if !people::store::is_empty(work.db()).await? {
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
    let system = Actor::system(PERMISSIONS.iter().map(|info| info.code), &request.id);
    let system = Actor { request: door::actor(request, None).request, ..system };
    let mut work = Work::begin(app, &system).await?;
    guard::lock(work.db()).await?;
    find(work.db(), &hash, work.at()).await?;
    spend(work.db(), &hash, work.at()).await?;
    let person = make_administrator(&mut work, input, password).await?;
    let started = start::start(&mut work, person.id, &person.name).await?;
    let access = access_token(app, authenticator, &person, started.session)?;
    let reply = work.commit(access).await?;
    Ok(keeping(app, reply, started.refresh_token))
}

async fn find(db: &impl ConnectionTrait, hash: &str, now: DateTime<Utc>) -> ApiResult<()> {
    if !people::store::is_empty(db).await? {
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

async fn make_administrator(
    work: &mut Work<'_>,
    input: Setup,
    password: String,
) -> ApiResult<person::Model> {
    let role = roles::by_code(work.db(), built_in::ADMINISTRATOR).await?;
    let role = role.ok_or_else(|| Fault("the administrator's role is missing".to_owned()))?;
    let file = PersonInput {
        login: input.login,
        name: input.name,
        employee_number: None,
        email: None,
        phone: None,
        department_id: None,
        site_id: None,
        superior_id: None,
        locale: Locale::default(),
    };
    let person = people::create::apply(work, file, Some(password)).await?;
    let grant = RoleGrantInput {
        person_id: person.id,
        role_id: role.id,
        valid_from: None,
        valid_until: None,
        reason: "系统初始化".to_owned(),
    };
    grants::create::apply(work, grant).await?;
    Ok(person)
}

/// Take away links that are used or over.
pub(crate) async fn forget(db: &impl ConnectionTrait, now: DateTime<Utc>) -> ApiResult<u64> {
    let over = Condition::any()
        .add(entity::Column::ExpiresAt.lt(now))
        .add(entity::Column::UsedAt.is_not_null());
    Ok(entity::Entity::delete_many().filter(over).exec(db).await?.rows_affected)
}
