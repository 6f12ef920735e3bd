//! Use case: put a pack together. That it leaves the house stands in the trail before its first byte does.
use super::dto::EvidenceQuery;
use super::manifest::Manifest;
use super::sealed::{File, sealed};
use crate::audit::store as trail;
use crate::{EVIDENCE_TOO_LARGE, Wiring};
use actix_web::{HttpRequest, HttpResponse, Responder, body::BoxBody, http::header};
use chrono::SecondsFormat;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code;
use kernel::error::{ApiResult, Fault};
use kernel::evidence::{Asked, Exhibit};
use kernel::lang::Lang;
use kernel::sheet::{ExportColumn, Format, write};
use kernel::wall::Days;
use kernel::work;
use serde_json::json;

/// Lines read at a time.
const PAGE: u64 = 1000;
/// Of all tables together: what is put together in memory stays small.
const MOST_LINES: u64 = 300_000;

/// An archive as it is answered.
pub struct Pack {
    name: String,
    bytes: Vec<u8>,
}

pub async fn pack(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    query: &EvidenceQuery,
) -> ApiResult<Pack> {
    let days = Days::of(query.from, query.to, app.config.company.zone()?)?;
    let asked = Asked { days, department_id: query.department_id };
    work::note(app, actor, record(query)).await?;
    let head = trail::head(app.db.reader()).await?.ok_or(code::INTERNAL)?;
    let (mut files, mut left_out, mut lines) = (vec![readme()], vec![], 0);
    for exhibit in &wiring.exhibits {
        let about = exhibit.about();
        if !actor.holds(about.needs) {
            left_out.push(about.name.to_owned());
            continue;
        }
        let file = table(app, actor, &**exhibit, &asked, MOST_LINES - lines).await?;
        lines += file.lines;
        files.push(file);
    }
    let manifest = Manifest {
        company: app.config.company.name.clone(),
        from: query.from.to_string(),
        to: query.to.to_string(),
        department_id: query.department_id.map(|id| id.to_string()),
        made_at: app.clock.now().to_rfc3339_opts(SecondsFormat::Secs, true),
        made_by: actor.name.clone(),
        audit_sequence: head.audit_sequence,
        audit_hash: head.audit_hash,
        left_out,
        parts: vec![],
    };
    let keys = app.keys.clone();
    let sealing = tokio::task::spawn_blocking(move || sealed(&keys, manifest, &files));
    let bytes = sealing.await.map_err(|e| Fault(format!("packing evidence: {e}")))??;
    Ok(Pack { name: format!("evidence-{}-{}.zip", query.from, query.to), bytes })
}

async fn table(
    app: &App,
    actor: &Actor,
    exhibit: &dyn Exhibit,
    asked: &Asked,
    room: u64,
) -> ApiResult<File> {
    let (about, lang) = (exhibit.about(), actor.request.lang);
    let heading = |text: &kernel::lang::Text| ExportColumn {
        title: text.in_lang(lang).to_owned(),
        width: 20,
    };
    let headings: Vec<_> = about.columns.iter().map(heading).collect();
    let mut writer = write(Format::Csv, about.name, &headings).map_err(|e| fault(&e))?;
    let (mut after, mut lines, mut bytes) = (None, 0, vec![]);
    loop {
        let page = exhibit.lines(app, actor, asked, (after, PAGE)).await?;
        let found = u64::try_from(page.len()).unwrap_or(u64::MAX);
        lines += found;
        if lines > room {
            let limit = vec![("limit", MOST_LINES.to_string())];
            return Err(EVIDENCE_TOO_LARGE.with(limit).into());
        }
        for line in &page {
            writer.row(&line.cells).map_err(|e| fault(&e))?;
        }
        bytes.extend(writer.take());
        match page.last() {
            Some(last) if found >= PAGE => after = Some(last.place),
            _ => break,
        }
    }
    bytes.extend(writer.finish().map_err(|e| fault(&e))?);
    Ok(File { name: format!("{}.csv", about.name), lines, bytes })
}

fn record(query: &EvidenceQuery) -> Record {
    let resource =
        Resource {
            kind: "compliance", id: None, label: format!("{} – {}", query.from, query.to)
        };
    let what = json!({
        "from": query.from, "to": query.to, "department_id": query.department_id,
    });
    Record::new("compliance.evidence-exported", resource).changes(Changes::created(&what))
}

/// How to prove it, in every language.
fn readme() -> File {
    let text = [Lang::ZhCn, Lang::ZhTw, Lang::En].map(|lang| HOW.in_lang(lang)).join("\n");
    File { name: "README.txt".to_owned(), lines: 0, bytes: text.into_bytes() }
}

const HOW: kernel::lang::Text = kernel::lang::Text {
    zh: "本证据包由制度系统生成。manifest.json 列出每个文件的 SHA-256，manifest.sig 是对它的 Ed25519 签名。\n\
         验证：zhidu evidence verify <文件> --key <公钥>；公钥事先用 zhidu evidence key 取得，另行保管。\n\
         审计链：zhidu audit verify --anchor <audit_sequence>:<audit_hash>。时间均为 UTC。\n",
    tw: "本證據包由制度系統產生。manifest.json 列出每個檔案的 SHA-256，manifest.sig 是對它的 Ed25519 簽章。\n\
         驗證：zhidu evidence verify <檔案> --key <公鑰>；公鑰事先用 zhidu evidence key 取得，另行保管。\n\
         稽核鏈：zhidu audit verify --anchor <audit_sequence>:<audit_hash>。時間均為 UTC。\n",
    en: "This pack of evidence was made by Zhidu. manifest.json lists the SHA-256 of each file, manifest.sig is \
         its Ed25519 signature.\nProve it: zhidu evidence verify <file> --key <public key>; the key is taken \
         beforehand by zhidu evidence key and kept apart.\nThe audit trail: zhidu audit verify --anchor \
         <audit_sequence>:<audit_hash>. All times are UTC.\n",
};

fn fault(error: &kernel::sheet::WriteError) -> Fault {
    Fault(format!("writing evidence: {error}"))
}

impl Responder for Pack {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        let name = format!("attachment; filename=\"{}\"", self.name);
        HttpResponse::Ok()
            .content_type("application/zip")
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::CONTENT_DISPOSITION, name))
            .body(self.bytes)
    }
}
