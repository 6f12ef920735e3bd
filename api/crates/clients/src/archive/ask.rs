//! Who may do what the caller may not, and one request to ask them: every refusal leads to somebody.
use super::actions::{AskForAction, Asked};
use super::refusal::Refusal;
use super::step::{self, Target};
use super::{act, rules};
use crate::notices;
use crate::{ASK_NOBODY, ASK_ONESELF};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::code::{Code, Coded};
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::http::shown::Ref;
use kernel::ids::PersonId;
use kernel::notify::{self, Notice};
use kernel::work::Work;
use std::collections::BTreeSet;

pub async fn ask(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: AskForAction,
) -> ApiResult<Reply<Asked>> {
    let mut work = Work::begin(app, actor).await?;
    let file = step::hold(&work, on).await?;
    let action = input.action.name();
    let today = handbook.date(work.at());
    let permission = lacking(&rules::of_action(input.action, actor, today, &file))?;
    let holders = identity::people::holders_of(work.db(), [permission], work.at()).await?;
    let place = rules::place(&file);
    let mut may =
        identity::people::who_may(work.db(), &holders, permission, &place, work.at()).await?;
    may.remove(&actor.id);
    if may.is_empty() {
        return Err(ASK_NOBODY.into());
    }
    let notice = Notice::new(notices::CLIENT_ASKED, act::resource(&file))
        .param("action", action)
        .param("by", actor.id.to_string());
    let waiting = notify::unread(work.db(), &may, &notice).await?;
    let told: Vec<_> = may.difference(&waiting).copied().collect();
    notify::send(&work, &told, &notice).await?;
    if !told.is_empty() {
        let record = act::act("client.asked", &file).data("action", action);
        work.record(record.data("permission", permission));
    }
    let people = named(&work, may).await?;
    let told = u32::try_from(told.len()).unwrap_or(u32::MAX);
    work.commit(Asked { action: input.action, permission, people, told }).await
}

/// The permission whose holders may, as the action's own refusal names it.
fn lacking(verdict: &Result<(), Refusal>) -> Result<&'static str, Code> {
    match verdict {
        Ok(()) => Err(ASK_ONESELF),
        Err(refusal) => refusal.escalation().ok_or(ASK_NOBODY),
    }
}

/// Those whom the caller may name; the others are told all the same.
async fn named(work: &Work<'_>, people: BTreeSet<PersonId>) -> ApiResult<Vec<Ref>> {
    let known = identity::people::nameable_among(work.db(), work.actor(), people).await?;
    let rows = identity::people::some(work.db(), known).await?;
    Ok(rows.into_iter().map(|row| Ref::new(row.id.0, row.name)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_may_do_or_nobody_may_is_not_asked_for() {
        let held = Refusal::NotPermitted { permission: "client.verify", clauses: &[] };
        assert_eq!(lacking(&Err(held)), Ok("client.verify"));
        assert_eq!(lacking(&Ok(())), Err(ASK_ONESELF));
        assert_eq!(lacking(&Err(Refusal::Merged)), Err(ASK_NOBODY));
    }
}
