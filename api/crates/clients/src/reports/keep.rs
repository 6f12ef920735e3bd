//! Keep a report: the figures of this moment, never overwritten (A-CLI-12, A-CLI-13). The same
//! period can be kept again; each stands for itself.
use super::dto::{KeepReport, Report};
use super::entity::Model;
use super::figures::{Classification, Dimension};
use super::{count, show, store};
use crate::ReadClients;
use crate::archive::kinds::Level;
use handbook::Handbook;
use kernel::access::{Actor, Permission, Place};
use kernel::app::App;
use kernel::audit::{Record, Resource};
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn keep(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: KeepReport,
) -> ApiResult<Reply<Report>> {
    let period = input.read(handbook.date(app.clock.now()))?;
    // Counted before the transaction: it may take a while, and holds nobody up.
    let figures = count::classification(app, handbook, actor, &period).await?;
    let snapshot = serde_json::to_string(&figures)?;
    let mut work = Work::begin(app, actor).await?;
    let report = Model {
        id: work.fresh(),
        period: period.name(),
        period_kind: period.kind.as_str().to_owned(),
        period_from: period.from,
        period_to: period.to,
        scope: serde_json::to_string(&actor.reach(ReadClients::NAME))?,
        clearance: level(&figures),
        sha256: show::digest(&snapshot),
        snapshot,
        note: input.note.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()),
        made_at: figures.as_of,
        made_by: actor.id,
        department_id: actor.department_id,
        site_id: actor.site_id,
    };
    store::insert(work.db(), report.clone()).await?;
    work.record(record(&report));
    let answer = show::whole(work.db(), report).await?;
    work.commit_created(answer).await
}

/// As secret as the most secret file that it counts: whoever is cleared for those may read it.
fn level(figures: &Classification) -> i16 {
    let levels = figures.groups.iter().filter(|group| group.dimension == Dimension::Level);
    let counted = levels.flat_map(|group| &group.figures).filter(|figure| figure.count > 0);
    let read = |key: &str| serde_json::from_value::<Level>(key.into()).ok();
    counted.filter_map(|figure| read(&figure.key)).max().unwrap_or(Level::Secret).rank()
}

fn record(report: &Model) -> Record {
    let place = Place {
        owner_id: Some(report.made_by),
        department_id: report.department_id,
        site_id: report.site_id,
        level: report.clearance,
    };
    Record::new("client-report.kept", Resource::new("client-report", report.id.0, &report.period))
        .at(place)
        .tell(<crate::ReadClientReports as Permission>::NAME)
        .data("sha256", &report.sha256)
}
