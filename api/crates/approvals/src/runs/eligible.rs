//! Who may decide in the steps of an approval, and for the rest why not.
use super::candidates;
use super::dto::{EligibleApprover, EligibleApprovers};
use super::moving::Moving;
use super::{show, store};
use crate::ids::ApprovalId;
use crate::subject::Approvals;
use identity::names::Wanted;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use kernel::http::shown::reason;

pub async fn eligible(
    app: &App,
    approvals: &Approvals,
    actor: &Actor,
    id: ApprovalId,
) -> ApiResult<Reply<Items<EligibleApprovers>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let visible = store::visible_to(approvals, actor, at);
    let run = store::find(db, visible, id).await?.ok_or(code::NOT_FOUND)?;
    let moving = Moving::of(db, approvals, run).await?;
    let (mut judged, mut wanted) = (vec![], Wanted::default());
    for step in &moving.steps {
        let mut people = candidates::named(db, &moving, step, at).await?;
        let asked = moving.tasks.iter().filter(|task| task.counts && task.step == step.key);
        for task in asked {
            if !people.contains(&task.person_id) {
                people.push(task.person_id);
            }
        }
        let of_step = candidates::judged(db, &moving, step, &people, at).await?;
        let stand_in = if of_step.iter().any(candidates::Judged::may) {
            None
        } else {
            candidates::stand_in(db, &moving, step, (&people, &[]), at).await?
        };
        wanted.people.extend(people);
        wanted.person(stand_in);
        judged.push((step, of_step, stand_in));
    }
    let (names, lang) = (wanted.find(db).await?, actor.request.lang);
    let items = judged.into_iter().map(|(step, people, stand_in)| EligibleApprovers {
        step: step.key.clone(),
        step_name: step.name.clone(),
        standing: show::standing(step, &moving.tasks),
        people: people
            .into_iter()
            .map(|one| EligibleApprover {
                person: names.person(one.id),
                eligible: one.may(),
                reasons: one.unfit.iter().map(|unfit| reason(unfit, lang)).collect(),
            })
            .collect(),
        stand_in: stand_in.map(|id| names.person(id)),
    });
    Ok(Reply::ok(Items { items: items.collect() }))
}
