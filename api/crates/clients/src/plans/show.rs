//! Plans as their readers may see them.
use super::dto::{Plan, PlanLine, PlanRow, Target};
use super::entity::Model;
use super::running::Running;
use super::{rules, store};
use crate::ManageOversight;
use crate::names::{Names, Wanted};
use crate::reports::Period;
use handbook::Handbook;
use kernel::access::{Actor, Permission};
use kernel::app::App;
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

pub async fn names(db: &impl ConnectionTrait, rows: &[Model]) -> ApiResult<Names> {
    let mut wanted = Wanted::default();
    for row in rows {
        wanted.person(row.made_by);
        wanted.person(row.confirmed_by);
        for target in targets(row)? {
            wanted.person(target.owner_id);
            wanted.department(target.department_id);
        }
    }
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
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    model: Model,
) -> ApiResult<Plan> {
    let names = names(db, std::slice::from_ref(&model)).await?;
    let running = Running::of(db, handbook, actor, &period(&model)?).await?;
    let allowed_actions = actions(db, actor, &model).await?;
    let line = |target: Target| PlanLine {
        department: target.department_id.map(|id| names.department(id)),
        owner: target.owner_id.map(|id| names.person(id)),
        actual: rules::sees_whole(actor, &target).then(|| running.actual(&target)),
        target,
    };
    let lines = targets(&model)?.into_iter().map(line).collect();
    let row = row(model, &names)?;
    Ok(Plan { row, as_of: app.clock.now(), lines, allowed_actions })
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
