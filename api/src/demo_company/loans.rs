//! Requests for archives of the demonstration: asked, signed and handed out by the use cases.
use super::desks::Desks;
use crate::demo::{Come, DemoLoan, LOANS};
use anyhow::Result;
use chrono::Duration;
use clients::loans::{HandOut, KIND, LoanId, LoanInput, hand_out, request};
use kernel::http::conditional::IfMatch;
use serde_json::json;

/// Acts from here on are about requests.
const FIRST_LOAN: u64 = 2_000;
/// Of one request.
const ACTS: u64 = 4;
/// 客户信息主管 approves for customer service, the information administrator hands out.
const APPROVER: &str = "shenhuimin";
const KEEPER: &str = "duxinyi";

/// File those that are not there yet.
pub async fn fill(desks: &Desks<'_>, done: u64) -> Result<()> {
    for (one, nth) in LOANS.iter().zip(0_u64..) {
        if nth >= done {
            ask(desks, one, FIRST_LOAN + nth * ACTS).await?;
        }
    }
    Ok(())
}

async fn ask(desks: &Desks<'_>, one: &DemoLoan, act: u64) -> Result<()> {
    let areas = &desks.service.areas;
    let app = desks.on(one.days_ago, act);
    let asks = desks.person(&app, one.by).await?;
    let due_on = one.days.map(|days| desks.marker.today + Duration::days(days - one.days_ago));
    let input: LoanInput = serde_json::from_value(json!({
        "kind": one.kind, "wanted": one.wanted, "purpose": one.purpose, "due_on": due_on,
        "undertaking": true,
    }))?;
    let made = request(&app, &areas.approvals, &asks, input).await?.body;
    if one.come == Come::Asked {
        return Ok(());
    }
    sign(desks, one.signs, one.days_ago, act + 1).await?;
    if one.come == Come::Signed {
        return Ok(());
    }
    sign(desks, APPROVER, one.days_ago - 1, act + 2).await?;
    if one.come == Come::HandedOut {
        give(desks, one, made.row.id, act + 3).await?;
    }
    Ok(())
}

/// Everything that waits for somebody then.
async fn sign(desks: &Desks<'_>, who: &str, days_ago: i64, act: u64) -> Result<()> {
    let app = desks.on(days_ago, act);
    let approver = desks.person(&app, who).await?;
    let approvals = &desks.service.areas.approvals;
    approvals::seed::approve_all(&app, approvals, &approver, (KIND, "同意")).await?;
    Ok(())
}

async fn give(desks: &Desks<'_>, one: &DemoLoan, id: LoanId, act: u64) -> Result<()> {
    let app = desks.on(one.days_ago - 1, act);
    let keeper = desks.person(&app, KEEPER).await?;
    let mut files = vec![];
    if one.kind != "STATISTICS" {
        let asks = desks.person(&app, one.by).await?;
        for at in 0..2 {
            files.extend(desks.client(&app, &asks, at).await?.map(|file| file.id));
        }
        files.dedup();
    }
    // In a small company not everybody looks after somebody.
    if files.is_empty() && one.kind != "STATISTICS" {
        return Ok(());
    }
    let note = Some(if files.is_empty() { "统计表一份" } else { "纸质档案两册" }.to_owned());
    let input = HandOut { files, note };
    // Asked, approved: the second version.
    hand_out(&app, &desks.service.areas.handbook, &keeper, (id, IfMatch(2)), input).await?;
    Ok(())
}
