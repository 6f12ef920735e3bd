//! The mark that becomes of a request.
use super::dto::{ClassifyItem, ItemSecrecy};
use super::mark::Mark;
use super::rules;
use crate::archive::entity::Model as File;
use crate::archive::refusal::Refusal;
use crate::archive::{level_rules, rules as files, term};
use handbook::Handbook;
use kernel::error::ApiResult;
use kernel::work::Work;

/// That of an item which is written down, by whoever may write it.
pub async fn given(
    work: &Work<'_>,
    handbook: &Handbook,
    file: &File,
    secrecy: Option<&ItemSecrecy>,
) -> ApiResult<Mark> {
    let Some(secrecy) = secrecy else { return Ok(Mark::default()) };
    rules::above(work.actor(), file, secrecy.level)?;
    let today = handbook.date(work.at());
    let until = match secrecy.level_until {
        Some(until) => until,
        None => term::from(work.db(), handbook, secrecy.level, today).await?,
    };
    level_rules::term(until, today)?;
    Ok(Mark {
        level: secrecy.level.rank(),
        until: Some(until),
        ends_at: until.succ_opt().and_then(|day| handbook.midnight(day)),
        content: Some(secrecy.content),
    })
}

/// That of an item which is classified: customer service sets levels (A-CLI-01, A-SEC-09).
pub async fn settle(
    work: &Work<'_>,
    handbook: &Handbook,
    (file, before): (&File, Mark),
    input: &ClassifyItem,
) -> ApiResult<Mark> {
    files::classify(work.actor(), file)?;
    let after = given(work, handbook, file, input.secrecy.as_ref()).await?;
    if (after.level, after.until, after.content) == (before.level, before.until, before.content) {
        return Err(Refusal::Unchanged { clauses: &["A-SEC-07"] }.into());
    }
    Ok(after)
}
