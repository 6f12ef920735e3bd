//! Use case: on which ways the caller is told.
use super::dto::{MailFailure, NotificationChannel, NotificationSettings};
use super::rules::Hours;
use super::{setting, store};
use crate::{Wiring, mail};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::notify::NoticeKind;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// What nobody has changed.
pub const UNCHANGED: i64 = 1;

pub async fn get(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
) -> ApiResult<Reply<NotificationSettings>> {
    Ok(Reply::ok(shown(app, app.db.reader(), wiring, actor).await?))
}

pub async fn shown(
    app: &App,
    db: &impl ConnectionTrait,
    wiring: &Wiring,
    actor: &Actor,
) -> ApiResult<NotificationSettings> {
    let row = store::setting(db, actor.id).await?;
    let chosen = store::channels(db, actor.id).await?;
    let chosen: HashMap<_, _> = chosen.into_iter().map(|row| (row.kind.clone(), row)).collect();
    let contact = identity::people::contacts(db, [actor.id]).await?.remove(&actor.id);
    let failed = mail::store::last_failure(db, actor.id).await?;
    let Hours { digest, quiet } = row.as_ref().map(store::hours).unwrap_or_default();
    let lang = actor.request.lang;
    let channel = |kind: &&'static NoticeKind| NotificationChannel {
        kind: kind.code.to_owned(),
        name: kind.text.in_lang(lang).to_owned(),
        always: kind.always,
        mail: store::in_force(kind, chosen.get(kind.code).map(|row| row.mail)),
        webhook: chosen.get(kind.code).is_some_and(|row| row.webhook),
    };
    Ok(NotificationSettings {
        mail_address: contact.map(|contact| contact.email),
        mail_works: !app.config.mail.host.is_empty(),
        mail_failure: failed.map(|(failed_at, error)| MailFailure { failed_at, error }),
        digest_at: clock(digest),
        quiet_from: quiet.map(|(from, _)| clock(from)),
        quiet_to: quiet.map(|(_, to)| clock(to)),
        kinds: wiring.notices.iter().map(channel).collect(),
        version: row.map_or(UNCHANGED, |row: setting::Model| row.version),
    })
}

/// `08:30`.
pub fn clock(minute: i16) -> String {
    format!("{:02}:{:02}", minute.div_euclid(60), minute.rem_euclid(60))
}
