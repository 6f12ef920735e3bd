//! Set the confidentiality level of a file (A-SEC-02).
use super::actions::ClassifyClient;
use super::entity::Model;
use super::input::tidied;
use super::step::{self, Target};
use super::{act, dto::Client, owner, rules};
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::Changes;
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
    let apply = async |work: &mut Work<'_>, before: &Model| apply(work, before, input).await;
    step::serve(app, handbook, actor, on, apply).await
}

/// Recorded at the higher of the two levels: that a file was top secret is itself not for those who
/// may read it now.
pub async fn apply(work: &mut Work<'_>, before: &Model, input: ClassifyClient) -> ApiResult<Model> {
    rules::classify(work.actor(), before)?;
    rules::level(work.actor(), before, input.level)?;
    let input = tidied(&input)?;
    let mut after = step::next(work, before);
    after.level = input.level;
    if after.level > before.level {
        let place = rules::place(&after);
        let fitness = owner::fitness(work.db(), after.owner_id, &place, work.at()).await?;
        rules::keeps_sight(fitness)?;
    }
    let mut place = rules::place(&after);
    place.level = place.level.max(before.level.rank());
    let record = act::act("client.classified", &after)
        .at(place)
        .changes(Changes::one("level", before.level, after.level))
        .reason(input.reason);
    step::keep(work, before, after, record).await
}
