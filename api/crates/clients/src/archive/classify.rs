//! Set the confidentiality level of a file and its term (A-SEC-02, A-SEC-07).
use super::actions::ClassifyClient;
use super::entity::Model;
use super::input::tidied;
use super::kinds::Level;
use super::step::{self, Target};
use super::{act, dto::Client, level_rules, owner, rules, term};
use handbook::Handbook;
use handbook::exceptions::{self, Departure, ExceptionKind};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::work::Work;

pub async fn classify(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    on: Target,
    input: ClassifyClient,
) -> ApiResult<Reply<Client>> {
    let apply =
        async |work: &mut Work<'_>, before: &Model| apply(work, handbook, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

/// Recorded at the higher of the two levels: that a file was top secret is itself not for those who
/// may read it now.
pub async fn apply(
    work: &mut Work<'_>,
    handbook: &Handbook,
    before: &Model,
    input: ClassifyClient,
) -> ApiResult<Model> {
    rules::classify(work.actor(), before)?;
    let input = tidied(&input)?;
    let reason = input.reason.clone();
    let today = handbook.date(work.at());
    let until = match input.level_until {
        Some(until) => until,
        None if input.level == before.level => before.level_until,
        None => term::from(work.db(), handbook, input.level, today).await?,
    };
    level_rules::level(work.actor(), before, input.level, until)?;
    level_rules::term(until, today)?;
    let mut after = step::next(work, before);
    (after.level, after.level_until) = (input.level, until);
    if after.level > before.level {
        let place = rules::place(&after);
        let fitness = owner::fitness(work.db(), after.owner_id, &place, work.at()).await?;
        rules::keeps_sight(fitness)?;
    }
    let mut place = rules::place(&after);
    place.level = place.level.max(before.level.rank());
    let record = act::act("client.classified", &after)
        .at(place)
        .changes(term::changes(before, &after))
        .reason(reason.clone());
    let proposed = level_rules::proposed_level(after.tier, after.state);
    if after.level < proposed && after.level != before.level {
        lower(work, &after, proposed, &reason).await?;
    }
    step::keep(work, before, after, record).await
}

/// 机密 is for important dealings, 绝密 for what touches the company's own interests (A-SEC-04, A-SEC-05):
/// less than that is a departure, and stands in the register with its reason.
async fn lower(work: &mut Work<'_>, file: &Model, proposed: Level, reason: &str) -> ApiResult<()> {
    let clauses: &[&str] = if proposed == Level::TopSecret { &["A-SEC-05"] } else { &["A-SEC-04"] };
    let departure = Departure {
        kind: ExceptionKind::LevelBelowDealings,
        clauses,
        subject: (act::KIND, file.id.0),
        place: rules::place(file),
        reason: reason.to_owned(),
        approved_by: work.actor().id,
    };
    exceptions::note(work, departure).await
}
