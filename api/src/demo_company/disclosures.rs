//! Disclosures of the demonstration: asked, reviewed, provided and revoked by the use cases.
use super::desks::Desks;
use crate::demo::{DISCLOSURES, DemoDisclosure, Gone};
use anyhow::Result;
use chrono::Duration;
use clients::archive::entity::Model as File;
use clients::attachments::{Upload, file};
use clients::disclosures::{
    DisclosureId, DisclosureInput, KIND, Provide, RevokeConsent, provide, request, revoke,
};
use kernel::http::conditional::IfMatch;
use serde_json::{Value, json};

/// Acts from here on are about disclosures.
const FIRST_DISCLOSURE: u64 = 5_000;
/// Of one of them: filed, asked, reviewed three times, provided, revoked.
const ACTS: u64 = 7;
/// 客户信息主管 reviews for customer service, the general manager for the company (B-SEC-07).
const REVIEW: [&str; 2] = ["shenhuimin", "hejianguo"];
/// The information administrator provides.
const PROVIDER: &str = "duxinyi";
/// Who consented at the clients, one after the other.
const GIVEN_BY: [&str; 3] = ["陈立新，副总经理", "赵文涛，设备部经理", "孙佩兰，法定代表人"];
/// One page that says that there is a consent.
const PAPER: &str = "%PDF-1.4\n\
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R\
    /Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n\
    4 0 obj<</Length 58>>stream\nBT /F1 16 Tf 60 500 Td (Consent - signed and sealed) Tj ET\nendstream endobj\n\
    trailer<</Root 1 0 R>>\n%%EOF\n";

/// Ask for those that are not there yet.
pub async fn fill(desks: &Desks<'_>, done: u64) -> Result<()> {
    for (one, nth) in DISCLOSURES.iter().zip(0_u64..) {
        if nth >= done {
            put(desks, one, nth).await?;
        }
    }
    Ok(())
}

async fn put(desks: &Desks<'_>, one: &DemoDisclosure, nth: u64) -> Result<()> {
    let act = FIRST_DISCLOSURE + nth * ACTS;
    let app = desks.on(one.days_ago, act);
    let asks = desks.person(&app, one.by).await?;
    // In a small company not everybody looks after somebody.
    let client = usize::try_from(one.client).unwrap_or_default();
    let Some(of) = desks.client(&app, &asks, client).await? else { return Ok(()) };
    let named = named(desks, one, &of, act).await?;
    let app = desks.on(one.days_ago, act + 1);
    let input: DisclosureInput = serde_json::from_value(json!({
        "recipient_kind": one.recipient_kind, "recipient": one.recipient, "purpose": one.purpose,
        "ground": if one.legal_basis.is_some() { "LAW" } else { "CONSENT" },
        "legal_basis": one.legal_basis, "sections": one.sections, "form": one.form, "files": [named],
    }))?;
    let approvals = &desks.service.areas.approvals;
    let made = request(&app, approvals, &asks, input).await?.body;
    let reviewers: &[&str] = match one.gone {
        Gone::Asked => &[],
        Gone::AtTheTop => &[one.signs, REVIEW[0]],
        Gone::Approved | Gone::Provided | Gone::Revoked => &[one.signs, REVIEW[0], REVIEW[1]],
    };
    for (who, nth) in reviewers.iter().zip(2_u64..) {
        let app = desks.on(one.days_ago - 1, act + nth);
        let reviewer = desks.person(&app, who).await?;
        approvals::seed::approve_all(&app, approvals, &reviewer, (KIND, "同意提供")).await?;
    }
    if matches!(one.gone, Gone::Provided | Gone::Revoked) {
        give(desks, one, made.row.id, act + 5).await?;
    }
    if one.gone == Gone::Revoked {
        take_back(desks, one, (made.row.id, &of), act + 6).await?;
    }
    Ok(())
}

/// The file, with the client's consent filed in it where it takes one.
async fn named(desks: &Desks<'_>, one: &DemoDisclosure, of: &File, act: u64) -> Result<Value> {
    if one.legal_basis.is_some() {
        return Ok(json!({"client_id": of.id}));
    }
    let app = desks.on(one.days_ago, act);
    let files = desks.person(&app, one.by).await?;
    let upload = Upload {
        secrecy: None,
        kind: clients::attachments::kinds::AttachmentKind::Agreement,
        note: Some("客户盖章的信息提供同意书".to_owned()),
        name: "客户信息提供同意书.pdf".to_owned(),
        bytes: PAPER.into(),
    };
    let paper = file(&app, &desks.service.areas.handbook, &files, of.id, upload).await?.body;
    let nth = usize::try_from(one.client).unwrap_or_default();
    let given_by = GIVEN_BY.iter().cycle().nth(nth);
    let given_on = desks.marker.today - Duration::days(one.days_ago + 2);
    let consent = json!({"given_by": given_by, "given_on": given_on, "attachment_id": paper.id});
    Ok(json!({"client_id": of.id, "consent": consent}))
}

async fn give(desks: &Desks<'_>, one: &DemoDisclosure, id: DisclosureId, act: u64) -> Result<()> {
    let app = desks.on(one.days_ago - 2, act);
    let provider = desks.person(&app, PROVIDER).await?;
    let (handed_over, received_by, means) = one.handed_over;
    let input: Provide = serde_json::from_value(json!({
        "handed_over": handed_over, "received_by": received_by, "means": means,
        "provided_on": desks.marker.today - Duration::days(one.days_ago - 2),
    }))?;
    // Asked, approved: the second version.
    provide(&app, &desks.service.areas.handbook, &provider, (id, IfMatch(2)), input).await?;
    Ok(())
}

async fn take_back(
    desks: &Desks<'_>,
    one: &DemoDisclosure,
    (id, of): (DisclosureId, &File),
    act: u64,
) -> Result<()> {
    let app = desks.on(one.days_ago - 9, act);
    let keeper = desks.person(&app, PROVIDER).await?;
    let input: RevokeConsent = serde_json::from_value(json!({
        "client_id": of.id, "revoked_on": desks.marker.today - Duration::days(one.days_ago - 9),
        "note": "客户来函：项目已验收，不再同意继续提供",
    }))?;
    let approvals = &desks.service.areas.approvals;
    revoke(&app, approvals, &keeper, (id, IfMatch(3)), input).await?;
    Ok(())
}
