//! Secrecy incidents of the demonstration: reported, heard and concluded by the use cases.
use super::desks::Desks;
use crate::demo::{DemoConclusion, DemoIncident, INCIDENTS};
use anyhow::Result;
use chrono::Duration;
use clients::incidents::{IncidentId, conclude, report, state};
use kernel::http::conditional::IfMatch;
use kernel::ids::PersonId;
use serde_json::json;

/// Acts from here on are about incidents.
const FIRST_INCIDENT: u64 = 5_000;
/// Of one incident.
const ACTS: u64 = 3;
/// 客户服务部经理 handles them.
const HANDLER: &str = "zhoumin";

/// Report those that are not there yet.
pub async fn fill(desks: &Desks<'_>, done: u64) -> Result<()> {
    for (one, nth) in INCIDENTS.iter().zip(0_u64..) {
        if nth >= done {
            happened(desks, one, FIRST_INCIDENT + nth * ACTS).await?;
        }
    }
    Ok(())
}

async fn happened(desks: &Desks<'_>, one: &DemoIncident, act: u64) -> Result<()> {
    let app = desks.on(one.days_ago, act);
    let finder = desks.person(&app, one.by).await?;
    let party = desks.person(&app, one.party).await?;
    // In a small company not everybody looks after somebody.
    let file = desks.client(&app, &party, 0).await?;
    let occurred_on = desks.marker.today - Duration::days(one.days_ago + 1);
    let input = serde_json::from_value(json!({
        "kind": one.kind, "occurred_on": occurred_on, "what_happened": one.happened,
        // Whoever reports it names only what they see.
        "files": file.filter(|file| file.level.rank() <= finder.clearance).map(|file| file.id).into_iter().collect::<Vec<_>>(),
        "parties": [{"person_id": party.id, "deed": one.deed}],
    }))?;
    let made = report(&app, &desks.service.areas.handbook, &finder, input).await?.body;
    let (id, mut version) = (made.row.id, 1);
    if let Some(statement) = one.statement {
        let app = desks.on(one.days_ago - 1, act + 1);
        let input = serde_json::from_value(json!({"statement": statement}))?;
        let _ = state(&app, &party, (id, IfMatch(version)), input).await?;
        version += 1;
    }
    if let Some(conclusion) = &one.conclusion {
        let seen = (id, IfMatch(version));
        settle(desks, (one.days_ago - 3, act + 2), seen, (party.id, conclusion)).await?;
    }
    Ok(())
}

async fn settle(
    desks: &Desks<'_>,
    (days_ago, act): (i64, u64),
    seen: (IncidentId, IfMatch),
    (party, one): (PersonId, &DemoConclusion),
) -> Result<()> {
    let app = desks.on(days_ago, act);
    let handler = desks.person(&app, HANDLER).await?;
    let fine = one.fine.map(|amount| json!({"amount": amount, "currency": "CNY"}));
    let input = serde_json::from_value(json!({
        "parties": [{
            "person_id": party, "measure": one.measure, "fine": fine, "measure_note": one.note,
            "leadership": one.leadership, "leadership_note": one.leadership_note,
        }],
        "remedy": one.remedy,
    }))?;
    let _ = conclude(&app, &handler, seen, input).await?;
    Ok(())
}
