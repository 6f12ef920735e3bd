//! Use case: choose how to be told. One's own business, and recorded: whoever says that nobody told them
//! is answered by what they had chosen.
use super::choice;
use super::dto::{ChosenChannel, NotificationSettings, NotificationSettingsInput};
use super::get::{UNCHANGED, clock, shown};
use super::rules::Hours;
use super::{setting, store};
use crate::{NOTICE_ALWAYS_MAILED, Wiring};
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code::{Code, field};
use kernel::error::{ApiError, ApiResult};
use kernel::http::conditional::{IfMatch, stale};
use kernel::http::patch::Patch;
use kernel::http::reply::Reply;
use kernel::work::Work;
use std::collections::BTreeSet;

/// Minutes; half a day.
const LONGEST_QUIET: i16 = 12 * 60;
const DAY: i16 = 24 * 60;

pub async fn update(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    seen: IfMatch,
    patch: &Patch<NotificationSettingsInput>,
) -> ApiResult<Reply<NotificationSettings>> {
    let mut work = Work::begin(app, actor).await?;
    let row = store::setting(work.db(), actor.id).await?;
    let version = row.as_ref().map_or(UNCHANGED, |row| row.version);
    seen.check(version)?;
    let hours = row.as_ref().map(store::hours).unwrap_or_default();
    let before = as_input(hours, store::channels(work.db(), actor.id).await?);
    let input = patch.onto(&before)?;
    let hours = read(&input)?;
    check_kinds(wiring, &input.kinds)?;
    let after = setting::Model {
        person_id: actor.id,
        digest_minute: hours.digest,
        quiet_from_minute: hours.quiet.map(|quiet| quiet.0),
        quiet_to_minute: hours.quiet.map(|quiet| quiet.1),
        updated_at: work.at(),
        version: version.saturating_add(1),
    };
    if !store::save(work.db(), after).await? {
        return Err(stale(version.saturating_add(1)));
    }
    let rows = input.kinds.iter().map(|chosen| choice::Model {
        person_id: actor.id,
        kind: chosen.kind.clone(),
        mail: chosen.mail,
        webhook: chosen.webhook,
    });
    store::choose(work.db(), actor.id, rows.collect()).await?;
    let resource = Resource::new("person", actor.id.0, &actor.name);
    let record = Record::new("notification-settings.updated", resource).at(actor.place());
    work.record(record.changes(Changes::between(&before, &input)));
    let answer = shown(app, work.db(), wiring, actor).await?;
    work.commit(answer).await
}

fn as_input(hours: Hours, rows: Vec<choice::Model>) -> NotificationSettingsInput {
    let chosen =
        |row: choice::Model| ChosenChannel { kind: row.kind, mail: row.mail, webhook: row.webhook };
    let mut kinds: Vec<_> = rows.into_iter().map(chosen).collect();
    kinds.sort_by(|one, other| one.kind.cmp(&other.kind));
    NotificationSettingsInput {
        digest_at: clock(hours.digest),
        quiet_from: hours.quiet.map(|(from, _)| clock(from)),
        quiet_to: hours.quiet.map(|(_, to)| clock(to)),
        kinds,
    }
}

/// Both ends of the quiet hours or none, and no longer than half a day.
fn read(input: &NotificationSettingsInput) -> ApiResult<Hours> {
    let digest = minute(&input.digest_at, "/digest_at")?;
    let quiet = match (&input.quiet_from, &input.quiet_to) {
        (None, None) => return Ok(Hours { digest, quiet: None }),
        (Some(_), None) => return Err(ApiError::field("/quiet_to", field::REQUIRED)),
        (None, Some(_)) => return Err(ApiError::field("/quiet_from", field::REQUIRED)),
        (Some(from), Some(to)) => (minute(from, "/quiet_from")?, minute(to, "/quiet_to")?),
    };
    let length = (quiet.1 - quiet.0).rem_euclid(DAY);
    if length == 0 || length > LONGEST_QUIET {
        return Err(ApiError::field("/quiet_to", crate::QUIET_TOO_LONG));
    }
    Ok(Hours { digest, quiet: Some(quiet) })
}

/// `08:30` as minutes after midnight.
fn minute(text: &str, pointer: &str) -> ApiResult<i16> {
    let wrong = || ApiError::field(pointer, field::FORMAT);
    let digits = text.len() == 5 && text.bytes().filter(u8::is_ascii_digit).count() == 4;
    let (hours, minutes) = text.split_once(':').filter(|_| digits).ok_or_else(wrong)?;
    let read = |part: &str, below: i16| part.parse().ok().filter(|it| (0..below).contains(it));
    let (hours, minutes) = read(hours, 24).zip(read(minutes, 60)).ok_or_else(wrong)?;
    Ok(hours * 60 + minutes)
}

/// Kinds that exist, each once; what is always mailed at once is not chosen otherwise.
fn check_kinds(wiring: &Wiring, kinds: &[ChosenChannel]) -> ApiResult<()> {
    let mut seen = BTreeSet::new();
    for (place, chosen) in kinds.iter().enumerate() {
        let wrong =
            |name: &str, code: Code| ApiError::field(&format!("/kinds/{place}/{name}"), code);
        let known = wiring.notices.iter().find(|kind| kind.code == chosen.kind);
        let known = known.ok_or_else(|| wrong("kind", field::UNKNOWN_REFERENCE))?;
        if !seen.insert(&chosen.kind) {
            return Err(wrong("kind", field::DUPLICATE));
        }
        if chosen.mail != store::in_force(known, Some(chosen.mail)) {
            return Err(wrong("mail", NOTICE_ALWAYS_MAILED));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiet(from: Option<&str>, to: Option<&str>) -> ApiResult<Hours> {
        read(&NotificationSettingsInput {
            digest_at: "08:30".to_owned(),
            quiet_from: from.map(str::to_owned),
            quiet_to: to.map(str::to_owned),
            kinds: vec![],
        })
    }

    #[test]
    fn quiet_hours_have_two_ends_and_are_no_longer_than_half_a_day() {
        assert_eq!(quiet(None, None).unwrap().quiet, None);
        assert_eq!(quiet(Some("22:00"), Some("07:00")).unwrap().quiet, Some((1320, 420)));
        assert_eq!(quiet(Some("20:00"), Some("08:00")).unwrap().quiet, Some((1200, 480)));
        for (from, to) in [(Some("20:00"), Some("08:01")), (Some("08:00"), Some("08:00"))] {
            assert!(quiet(from, to).is_err(), "{from:?}");
        }
        assert!(quiet(Some("22:00"), None).is_err() && quiet(None, Some("07:00")).is_err());
    }

    #[test]
    fn a_time_has_four_digits() {
        assert_eq!(minute("00:00", "").unwrap(), 0);
        assert_eq!(minute("23:59", "").unwrap(), 1439);
        for wrong in
            ["24:00", "8:30", "08:60", "+8:30", "08-30", "0830", "08:3", "08:30:00", "：：：："]
        {
            assert!(minute(wrong, "").is_err(), "{wrong}");
        }
    }
}
