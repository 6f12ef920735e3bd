//! Sign the undertaking (A-CLI-18). It can be signed again at any time, which renews it.
use super::current::{Current, current};
use super::dto::{AcknowledgeSecrecy, Acknowledgement};
use super::entity::Model;
use super::rules::{self, Refused};
use super::{show, store};
use crate::ReadSecrecy;
use crate::obligations::SECRECY_RENEWAL;
use handbook::Handbook;
use handbook::obligations::fulfil;
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::code::Coded;
use kernel::error::{ApiError, ApiResult};
use kernel::http::reply::Reply;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use kernel::work::Work;

pub async fn acknowledge(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: AcknowledgeSecrecy,
) -> ApiResult<Reply<Acknowledgement>> {
    let mut work = Work::begin(app, actor).await?;
    let current = current(handbook, work.db(), handbook.date(work.at())).await?;
    rules::sign(input.text_version, current.version, &input.confirmation, &actor.name)
        .map_err(pointed)?;
    let signer = Signer {
        id: actor.id,
        name: &actor.name,
        department_id: actor.department_id,
        site_id: actor.site_id,
    };
    let row = apply(&mut work, &current, signer, input.confirmation.trim()).await?;
    let answer = show::one(work.db(), row).await?;
    work.commit_created(answer).await
}

fn pointed(refused: Refused) -> ApiError {
    match refused {
        Refused::NameDiffers => ApiError::field("/confirmation", refused.code()),
        Refused::TextChanged => refused.into(),
    }
}

/// Whose name stands under it.
#[derive(Clone, Copy, Debug)]
pub struct Signer<'a> {
    pub id: PersonId,
    pub name: &'a str,
    pub department_id: Option<DepartmentId>,
    pub site_id: Option<SiteId>,
}

/// Keep a signature.
pub async fn apply(
    work: &mut Work<'_>,
    current: &Current,
    signer: Signer<'_>,
    confirmation: &str,
) -> ApiResult<Model> {
    let row = Model {
        id: work.fresh(),
        person_id: signer.id,
        text_version: current.version,
        text: current.text.clone(),
        confirmation: confirmation.to_owned(),
        acknowledged_at: work.at(),
        valid_until: rules::valid_until(current.today, current.months),
        department_id: signer.department_id,
        site_id: signer.site_id,
    };
    store::insert(work.db(), row.clone()).await?;
    let place = Place {
        owner_id: Some(signer.id),
        department_id: signer.department_id,
        site_id: signer.site_id,
        level: 0,
    };
    let resource = Resource::new("secrecy-acknowledgement", row.id.0, signer.name);
    let record = Record::new("secrecy.acknowledged", resource).at(place);
    work.record(
        record
            .tell(<ReadSecrecy as Permission>::NAME)
            .data("text_version", row.text_version)
            .data("valid_until", row.valid_until),
    );
    fulfil(work, &SECRECY_RENEWAL, signer.id.0, None).await?;
    Ok(row)
}
