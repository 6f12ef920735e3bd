//! One generated client with its dates and people, as the archive is seeded with it.
use super::contents;
use super::staff::Staff;
use crate::demo::{DemoClient, DemoContact, Inferior, Tier};
use anyhow::Result;
use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use clients::archive::kinds::Level;
use clients::seed::{
    Author, SeedClient, SeedComment, SeedContact, SeedInferior, SeedInteraction, SeedPurchase,
    SeedQualification, TierBasis,
};
use kernel::ids::PersonId;

/// Who builds files: of group-buy clients the specialists (B-CRM-01), of the others the
/// information administrators (A-CLI-16).
const GROUP_BUY_FILERS: [&str; 2] = ["zengmeiling", "kongzeyu"];
const FILERS: [&str; 2] = ["duxinyi", "jiangsihan"];
/// B-CRM-12: met at reception, confirmed by the manager.
const RECEPTION: [&str; 2] = ["lvwenjing", "xiemengqi"];
const CONFIRMER: &str = "zhoumin";

/// What turns generated clients into seeded ones.
pub struct Past<'a> {
    pub staff: &'a Staff,
    pub zone: Tz,
    pub today: NaiveDate,
    /// Nothing but contacts hangs on the files.
    pub lean: bool,
}

impl Past<'_> {
    pub fn client(&self, from: &DemoClient) -> Result<SeedClient> {
        let owner = self.staff.owner(from)?;
        let created_at = self.at(from.created_on, morning(from.created_on));
        let verified_on = from.last_verified_on.filter(|day| *day >= from.created_on);
        let full = !self.lean;
        Ok(SeedClient {
            number: from.number.clone(),
            contents: contents::contents(from),
            state: contents::state(from.state),
            tier: contents::tier(from.tier),
            tier_basis: self.tier_basis(from, created_at),
            level: self.level(from),
            level_until: from.level_until,
            owner_id: owner.id,
            department_id: owner.department_id,
            site_id: owner.site_id,
            inferior: self.inferior(from)?,
            created_at,
            created_by: self.filer(from)?,
            last_verified_at: verified_on.map(|day| self.at(day, afternoon())),
            counts_from: verified_on.unwrap_or(from.created_on),
            contacts: from.contacts.iter().map(contact).collect(),
            qualifications: if full { qualifications(from) } else { vec![] },
            interactions: if full { self.interactions(from)? } else { vec![] },
            purchases: if full { self.purchases(from, owner.id) } else { vec![] },
            comments: if full { self.comments(from)? } else { vec![] },
        })
    }

    /// A-SEC-08: none, where its term has ended since.
    fn level(&self, from: &DemoClient) -> Level {
        let over = from.level_until < self.today;
        if over { Level::Declassified } else { contents::level(from.level) }
    }

    /// A wall-clock time of the company; one that a change of clocks skipped comes an hour later.
    fn moment(&self, wall: NaiveDateTime) -> DateTime<Utc> {
        let local = |wall: NaiveDateTime| self.zone.from_local_datetime(&wall).earliest();
        let found = local(wall).or_else(|| local(wall + Duration::hours(1)));
        found.map_or_else(|| wall.and_utc(), |at| at.to_utc())
    }

    fn at(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        self.moment(day.and_time(time))
    }

    fn filer(&self, from: &DemoClient) -> Result<Author> {
        let filers = if from.group_buy { GROUP_BUY_FILERS } else { FILERS };
        // By the day and not by the client: what one person filed in a day stands together.
        let odd = from.created_on.num_days_from_ce() % 2 == 1;
        let login = if odd { filers[1] } else { filers[0] };
        let person = self.staff.get(login)?;
        Ok(Author { id: person.id, name: person.name.clone() })
    }

    /// B-CRM-04.
    fn tier_basis(&self, from: &DemoClient, created_at: DateTime<Utc>) -> Option<TierBasis> {
        let spread = |low: u64, high: u64| low + from.index % (high - low);
        let (purchases, frequency) = match from.tier {
            Tier::Key => (spread(90, 320), "每月 3 至 5 单"),
            Tier::Core => (spread(30, 120), "每月 1 至 2 单"),
            Tier::General => (spread(3, 36), "每季度 1 至 2 单"),
            Tier::Potential => return None,
        };
        let outlook = from.sections.demand.plan_medium.as_deref().unwrap_or("经营平稳，需求稳定");
        let outlook: String = outlook.chars().take(200).collect();
        Some(TierBasis {
            purchase_scale: format!("年采购约 {purchases} 万元"),
            cooperation_frequency: frequency.to_owned(),
            potential_value: outlook,
            reason: "年度分级评审".to_owned(),
            decided_at: created_at,
        })
    }

    fn inferior(&self, from: &DemoClient) -> Result<Option<SeedInferior>> {
        let Some(reason) = from.inferior_reason else { return Ok(None) };
        let days = i64::try_from(3 + from.index % 120)?;
        let day = (self.today - Duration::days(days)).max(from.created_on);
        let reporter = if from.index.is_multiple_of(2) { RECEPTION[0] } else { RECEPTION[1] };
        let reported_at = self.at(day, afternoon());
        let confirmer = self.staff.get(CONFIRMER)?.id;
        let confirmed = from.inferior == Inferior::Confirmed;
        Ok(Some(SeedInferior {
            reason: reason.to_owned(),
            reported_by: self.staff.get(reporter)?.id,
            reported_at,
            confirmed: confirmed.then(|| (confirmer, reported_at + Duration::hours(1))),
        }))
    }

    fn interactions(&self, from: &DemoClient) -> Result<Vec<SeedInteraction>> {
        let talks = from.interactions.iter();
        talks
            .map(|talk| {
                Ok(SeedInteraction {
                    occurred_at: self.moment(talk.occurred_at),
                    by: self.staff.get(talk.by)?.id,
                    channel: talk.channel.to_owned(),
                    with_contact: talk.with_contact,
                    summary: talk.summary.clone(),
                    needs: talk.needs.clone(),
                    preferences: talk.preferences.map(str::to_owned),
                    next_step: talk.next_step.clone(),
                    next_on: talk.next_on,
                })
            })
            .collect()
    }

    fn purchases(&self, from: &DemoClient, by: PersonId) -> Vec<SeedPurchase> {
        let bought = from.purchases.iter();
        bought
            .map(|purchase| SeedPurchase {
                product: purchase.product.to_owned(),
                occurred_on: purchase.occurred_on,
                amount: contents::amount(purchase.amount),
                order_number: Some(purchase.order_number.clone()),
                entered_at: self.at(purchase.occurred_on, afternoon()),
                by,
            })
            .collect()
    }

    fn comments(&self, from: &DemoClient) -> Result<Vec<SeedComment>> {
        let said = from.comments.iter();
        said.map(|comment| {
            Ok(SeedComment {
                body: comment.body.clone(),
                written_at: self.moment(comment.written_at),
                by: self.staff.get(comment.by)?.id,
            })
        })
        .collect()
    }
}

/// Within the working hours of the morning, another minute each day.
fn morning(day: NaiveDate) -> NaiveTime {
    let minute = day.num_days_from_ce().unsigned_abs() * 37 % 150;
    NaiveTime::from_num_seconds_from_midnight_opt((9 * 60 + minute) * 60, 0).unwrap_or_default()
}

fn afternoon() -> NaiveTime {
    NaiveTime::from_hms_opt(15, 30, 0).unwrap_or_default()
}

fn contact(from: &DemoContact) -> SeedContact {
    SeedContact {
        name: from.name.clone(),
        position: Some(from.position.to_owned()),
        department: from.department.map(str::to_owned),
        mobile: Some(from.mobile.clone()),
        telephone: from.telephone.clone(),
        email: from.email.clone(),
        wechat: from.wechat.clone(),
        is_key_person: from.is_key_person,
        influence: Some(from.influence.code().to_owned()),
        influence_note: from.influence_note.map(str::to_owned),
        birthday: from.birthday,
        native_place: from.native_place.clone(),
        education: from.education.map(str::to_owned),
        hobbies: from.hobbies.clone(),
        family_note: from.family_note.map(str::to_owned),
        preferences: from.preferences.clone(),
    }
}

fn qualifications(from: &DemoClient) -> Vec<SeedQualification> {
    let papers = from.qualifications.iter();
    papers
        .map(|paper| SeedQualification {
            kind: paper.kind.to_owned(),
            name: paper.name.to_owned(),
            number: Some(paper.number.clone()),
            issued_by: Some(paper.issued_by.clone()),
            valid_from: Some(paper.valid_from),
            valid_until: paper.valid_until,
        })
        .collect()
}
