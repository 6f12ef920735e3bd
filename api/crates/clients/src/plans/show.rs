//! Plans as their readers may see them.
use super::dto::{Plan, PlanLine, PlanRow, Target};
use super::entity::Model;
use super::running::Running;
use super::{rules, store};
use crate::names::{Names, Wanted};
use crate::reports::Period;
use crate::{ManageOversight, PlanId};
use handbook::Handbook;
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::code;
use kernel::error::{ApiResult, Fault};
use kernel::http::shown::{AllowedAction, allowed};
use sea_orm::ConnectionTrait;

pub fn targets(row: &Model) -> ApiResult<Vec<Target>> {
    Ok(serde_json::from_str(&row.targets)?)
}

pub fn period(row: &Model) -> ApiResult<Period> {
    let period = Period::parse(&row.period);
    period.ok_or_else(|| Fault(format!("the period of plan {} is no period", row.id)).into())
}

/// How far a plan is, read before the work on it begins. Nothing that can be done to a plan changes
/// its period or the files, so it is as true in the answer.
pub async fn running(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    id: PlanId,
) -> ApiResult<Running> {
    let row = store::find(app.db.reader(), id).await?.ok_or(code::NOT_FOUND)?;
    Running::of(app, handbook, actor, &period(&row)?).await
}

fn people(wanted: &mut Wanted, row: &Model) {
    wanted.person(row.made_by);
    wanted.person(row.confirmed_by);
}

/// Those that lines of the list show; it does not name the targets.
pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let mut wanted = Wanted::default();
    rows.iter().for_each(|row| people(&mut wanted, row));
    wanted.find(db).await
}

pub fn row(row: Model, names: &Names) -> ApiResult<PlanRow> {
    let period = period(&row)?;
    Ok(PlanRow {
        period_kind: period.kind,
        from: period.from,
        to: period.to,
        target_count: targets(&row)?.len(),
        id: row.id,
        period: row.period,
        note: row.note,
        state: row.state,
        made_by: names.person(row.made_by),
        made_at: row.made_at,
        confirmed_by: row.confirmed_by.map(|id| names.person(id)),
        confirmed_at: row.confirmed_at,
        withdrawn_reason: row.withdrawn_reason,
        version: row.version,
    })
}

/// With how far it is.
pub async fn whole(
    db: &impl ConnectionTrait,
    actor: &Actor,
    model: Model,
    running: &Running,
) -> ApiResult<Plan> {
    let targets = targets(&model)?;
    let mut wanted = Wanted::default();
    people(&mut wanted, &model);
    for target in &targets {
        wanted.person(target.owner_id);
        wanted.department(target.department_id);
    }
    let names = wanted.find(db).await?;
    let allowed_actions = actions(db, actor, &model).await?;
    let line = |target: Target| PlanLine {
        department: target.department_id.map(|id| names.department(id)),
        owner: target.owner_id.map(|id| names.person(id)),
        actual: rules::sees_whole(actor, &target).then(|| running.actual(&target)),
        target,
    };
    let lines = targets.into_iter().map(line).collect();
    let row = row(model, &names)?;
    Ok(Plan { row, as_of: running.as_of, lines, allowed_actions })
}

async fn actions(
    db: &impl ConnectionTrait,
    actor: &Actor,
    row: &Model,
) -> ApiResult<Vec<AllowedAction>> {
    if !actor.holds(ManageOversight::NAME) {
        return Ok(vec![]);
    }
    let (lang, targets) = (actor.request.lang, targets(row)?);
    let exists = store::in_force(db, &row.period).await?;
    Ok(vec![
        allowed("update", rules::change(row.state), lang),
        allowed("confirm", rules::confirm(row.state, &targets, &row.period, exists), lang),
        allowed("withdraw", rules::withdraw(row.state), lang),
    ])
}
