//! Use case: open a person's file. They cannot sign in until a password is made for them.
use super::dto::{Person, PersonInput};
use super::filter::search_text;
use super::kinds::{PersonStatus, Theme};
use super::{entity, references, rules, show, store};
use crate::rights::guard;
use crate::unique;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::ids::PersonId;
use kernel::text::{phone, sort_key};
use kernel::work::Work;
use sea_orm::DbErr;
use std::collections::BTreeSet;

pub async fn create(app: &App, actor: &Actor, input: PersonInput) -> ApiResult<Reply<Person>> {
    let mut work = Work::begin(app, actor).await?;
    let row = apply(&mut work, input, None).await?;
    let at = work.at();
    let answer = show::one(work.db(), row, actor, &BTreeSet::new(), at).await?;
    work.commit_created(answer).await
}

/// Within a work that may do more. `password`: a hash, for people who come with one.
pub async fn apply(
    work: &mut Work<'_>,
    input: PersonInput,
    password: Option<String>,
) -> ApiResult<entity::Model> {
    guard::lock(work.db()).await?;
    let id = work.fresh::<PersonId>();
    references::check_unique(work.db(), id, &input).await?;
    references::check(work.db(), work.actor(), id, None, &input).await?;
    let row = row(work, id, input, password);
    rules::manage(work.actor(), &row, "person.manage")?;
    store::insert(work.db(), row.clone()).await.map_err(taken)?;
    let changes = Changes::created(&PersonInput::from(&row));
    let resource = Resource::new("person", id.0, &row.name);
    let record = Record::new("person.created", resource).at(store::place(&row));
    work.record(record.changes(changes).tell("person.read"));
    Ok(row)
}

fn row(
    work: &Work<'_>,
    id: PersonId,
    input: PersonInput,
    password: Option<String>,
) -> entity::Model {
    let at = work.at();
    let login = store::fold_login(&input.login);
    entity::Model {
        id,
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
        status: PersonStatus::Active,
        locale: input.locale,
        theme: Theme::default(),
        must_change_password: false,
        password_changed_at: password.is_some().then_some(at),
        password_hash: password,
        created_at: at,
        updated_at: at,
        version: 1,
    }
}

/// Whose login or number it is already.
pub fn taken(error: DbErr) -> ApiError {
    unique::at(error, &[("login", "/login"), ("employee_number", "/employee_number")])
}
