//! One round of gathering: of each notice that is looked at, whether it is mailed now, later or never; what
//! goes to one person now is one mail.
use super::entity::{MailState, Model};
use super::store;
use crate::Wiring;
use crate::channels::rules;
use crate::channels::store::Chosen;
use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::ids::PersonId;
use kernel::lease::{self, Turn};
use kernel::notify::entity::Model as Notice;
use kernel::work::Work;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Notices of one transaction.
const BATCH: u64 = 500;
/// Longer than a batch takes; prolonged by each.
const TERM: Duration = Duration::minutes(2);

/// Put what is due into mails; the number of mails. `holder`: [`lease::fresh_holder`].
pub async fn gather(app: &App, wiring: &Wiring, holder: &str) -> ApiResult<u64> {
    let Some(lease) = lease::take(app, "mail", holder, TERM).await? else { return Ok(0) };
    let turn = Turn::of(app, lease);
    turn.ended(all(app, wiring, &turn).await)
}

async fn all(app: &App, wiring: &Wiring, turn: &Turn<'_>) -> ApiResult<u64> {
    let mut mails = 0;
    loop {
        let (looked_at, made) = batch(app, wiring, turn).await?;
        mails += made;
        if looked_at < BATCH {
            return Ok(mails);
        }
    }
}

/// Notices looked at and mails made.
async fn batch(app: &App, wiring: &Wiring, turn: &Turn<'_>) -> ApiResult<(u64, u64)> {
    let work = turn.begin().await?;
    let now = work.at();
    let rows = store::waiting(work.db(), now, BATCH).await?;
    let people: BTreeSet<_> = rows.iter().map(|row| PersonId(row.person_id)).collect();
    let chosen = Chosen::of(work.db(), people.iter().copied()).await?;
    let addresses = identity::people::contacts(work.db(), people).await?;
    let zone = app.config.company.zone()?;
    let mut sorted = Sorted::default();
    for row in &rows {
        let person = PersonId(row.person_id);
        let wanted = addresses.contains_key(&person) && row.read_at.is_none();
        let moment = if wanted { moment(wiring, &chosen, row, zone) } else { None };
        sorted.put(row, moment, now);
    }
    let made = sorted.keep(&work).await?;
    work.commit_nothing().await?;
    Ok((u64::try_from(rows.len()).unwrap_or_default(), made))
}

/// None also of a kind that no area sends any more.
fn moment(wiring: &Wiring, chosen: &Chosen, row: &Notice, zone: Tz) -> Option<DateTime<Utc>> {
    let person = PersonId(row.person_id);
    let kind = wiring.notices.iter().find(|kind| kind.code == row.kind)?;
    let choice = (kind.always, chosen.mail(person, kind));
    rules::moment(row.created_at, choice, chosen.hours(person), zone)
}

/// What becomes of the notices of a batch.
#[derive(Default)]
struct Sorted {
    now: BTreeMap<Uuid, Vec<Uuid>>,
    later: BTreeMap<DateTime<Utc>, Vec<Uuid>>,
    never: Vec<Uuid>,
}

impl Sorted {
    fn put(&mut self, row: &Notice, moment: Option<DateTime<Utc>>, now: DateTime<Utc>) {
        match moment {
            None => self.never.push(row.id),
            Some(moment) if moment > now => self.later.entry(moment).or_default().push(row.id),
            Some(_) => self.now.entry(row.person_id).or_default().push(row.id),
        }
    }

    async fn keep(self, work: &Work<'_>) -> ApiResult<u64> {
        let (tx, now) = (work.db(), work.at());
        if !self.never.is_empty() {
            store::put_off(tx, &self.never, None, None).await?;
        }
        for (moment, ids) in &self.later {
            store::put_off(tx, ids, Some(*moment), None).await?;
        }
        let mut mails = vec![];
        for (person, ids) in &self.now {
            let mail = Model {
                id: work.fresh(),
                person_id: PersonId(*person),
                state: MailState::Pending,
                attempts: 0,
                next_attempt_at: Some(now),
                last_error: None,
                created_at: now,
                settled_at: None,
            };
            store::put_off(tx, ids, None, Some(mail.id)).await?;
            mails.push(mail);
        }
        let made = u64::try_from(mails.len()).unwrap_or_default();
        store::insert(tx, mails).await?;
        Ok(made)
    }
}
