//! Add somebody to a file (A-CLI-06, B-CRM-10).
use super::dto::{Contact, ContactInput};
use super::entity::Model;
use super::{act, show, store};
use crate::ClientId;
use crate::archive::entity::Model as File;
use crate::archive::hanging::recount;
use crate::hanging::{held, keep};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code::field;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::text;
use kernel::work::Work;

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    client: ClientId,
    input: ContactInput,
) -> ApiResult<Reply<Contact>> {
    let mut work = Work::begin(app, actor).await?;
    let file = held(&work, client).await?;
    keep(actor, &file)?;
    let (file, row) = add(&mut work, handbook, &file, &input).await?;
    let answer = show::one(work.db(), actor, &file, row).await?;
    work.commit_created(answer).await
}

/// Within a work that holds the file; what accepting a submission shares with adding.
pub async fn add(
    work: &mut Work<'_>,
    handbook: &Handbook,
    file: &File,
    input: &ContactInput,
) -> ApiResult<(File, Model)> {
    let row = fresh(work, file.id, input.tidied(handbook.date(work.at()))?);
    distinct(work, &row).await?;
    store::insert(work.db(), &row).await?;
    let file = recount(work, file).await?;
    work.record(act::act("client.contact-added", &file, None, Some(&row)));
    Ok((file, row))
}

/// The same name with the same mobile number would be the same person twice.
pub async fn distinct(work: &Work<'_>, row: &Model) -> ApiResult<()> {
    if store::same(work.db(), row).await? {
        return Err(ApiError::field("/name", field::DUPLICATE));
    }
    Ok(())
}

fn fresh(work: &Work<'_>, client: ClientId, input: ContactInput) -> Model {
    let blank = Model {
        id: work.fresh(),
        client_id: client,
        name: String::new(),
        sort_key: String::new(),
        position: None,
        department: None,
        mobile: None,
        mobile_normalised: None,
        telephone: None,
        email: None,
        wechat: None,
        is_key_person: false,
        influence: None,
        influence_note: None,
        birthday: None,
        native_place: None,
        education: None,
        hobbies: None,
        family_note: None,
        preferences: None,
        created_at: work.at(),
        created_by: work.actor().id,
        updated_at: work.at(),
        removed_at: None,
        removed_by: None,
        remove_reason: None,
        version: 1,
    };
    written(blank, input)
}

/// A row with these contents, and what follows from them.
#[must_use]
pub fn written(row: Model, input: ContactInput) -> Model {
    Model {
        sort_key: text::sort_key(&input.name),
        mobile_normalised: input.mobile.as_deref().and_then(text::phone::normalise),
        name: input.name,
        position: input.position,
        department: input.department,
        mobile: input.mobile,
        telephone: input.telephone,
        email: input.email,
        wechat: input.wechat,
        is_key_person: input.is_key_person,
        influence: input.influence,
        influence_note: input.influence_note,
        birthday: input.birthday,
        native_place: input.native_place,
        education: input.education,
        hobbies: input.hobbies,
        family_note: input.family_note,
        preferences: input.preferences,
        ..row
    }
}
