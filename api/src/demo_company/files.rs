//! The clients of the demonstration, in batches that are each there whole or not at all.
use super::clock::PastClock;
use super::marker::Marker;
use super::past::Past;
use super::staff::Staff;
use super::{at, company, count, opening};
use crate::application::Service;
use crate::demo::DemoClients;
use crate::founding;
use anyhow::Result;
use chrono::{DateTime, Utc};
use clients::parameters::VERIFICATION_MONTHS;
use clients::seed::{Options, SeedClient, insert_many};
use kernel::work::Work;
use std::sync::Arc;

/// Clients in a transaction.
const BATCH: u64 = 1_000;
/// From where each client's ids are drawn, so that going on after an interruption draws the same.
const IDS_OF_COMPANY: u64 = 1_000_000;
const IDS_PER_CLIENT: u64 = 1_000;
/// Above so many it takes long enough to say how far it is.
const WORTH_TELLING: u64 = 20_000;

/// File all clients that are not there yet.
pub async fn file(service: &Service, marker: &Marker) -> Result<()> {
    let app = &service.app;
    let clients = DemoClients::new(marker.seed, marker.today, marker.clients);
    let staff = Staff::load(app.db.reader()).await?;
    let handbook = &service.areas.handbook;
    let past =
        Past { staff: &staff, zone: handbook.zone(), today: marker.today, lean: marker.lean };
    let months = handbook.value_at(app.db.reader(), &VERIFICATION_MONTHS, marker.today).await?;
    let months = u32::try_from(months.value)?;
    let mut next = count(app, "client").await?;
    while next < marker.clients {
        let end = (next + BATCH).min(marker.clients);
        let batch = (next..end).map(|index| past.client(&clients.client(index)));
        let batch: Vec<SeedClient> = batch.collect::<Result<_>>()?;
        insert(service, marker, &batch, next, months).await?;
        next = end;
        if marker.clients > WORTH_TELLING && next % WORTH_TELLING == 0 {
            eprintln!("{next} of {} clients", marker.clients);
        }
    }
    Ok(())
}

async fn insert(
    service: &Service,
    marker: &Marker,
    batch: &[SeedClient],
    first: u64,
    verification_months: u32,
) -> Result<()> {
    let drawn = IDS_OF_COMPANY + first * IDS_PER_CLIENT;
    let clock = Arc::new(PastClock::at(opening(service, marker.today), marker.seed, drawn));
    let ids = |time: DateTime<Utc>| clock.id_at(time);
    let app = at(&service.app, clock.clone());
    let system = founding::actor(company::AS);
    let mut work = Work::begin(&app, &system).await?;
    let trail_of_contents = !marker.lean;
    let options = Options { ids: &ids, verification_months, trail_of_contents };
    insert_many(&mut work, batch, options).await?;
    work.commit_nothing().await?;
    Ok(())
}
