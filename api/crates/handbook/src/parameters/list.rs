use super::ParameterSpec;
use super::dto::{ParameterFilter, ParameterRow};
use crate::Handbook;
use crate::haystack::{Haystack, Needle};
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::{Page, Paging};
use kernel::http::reply::Reply;

/// In order of the key, which is also the place to continue from.
pub async fn list(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    filter: &ParameterFilter,
    paging: &Paging,
) -> ApiResult<Reply<Page<ParameterRow>>> {
    let (values, after) = (handbook.values(app.db.reader()).await?, paging.after::<String>()?);
    let today = handbook.date(app.clock.now());
    let needle = Needle::of(filter.q.as_deref());
    let matching: Vec<_> =
        handbook.catalogue().all().filter(|spec| fits(spec, filter, needle.as_ref())).collect();
    let total = paging.wants_total().then(|| u64::try_from(matching.len()).unwrap_or(u64::MAX));
    let rest = matching.into_iter().filter(|spec| after.as_deref().is_none_or(|a| spec.key > a));
    let rows = rest.take(usize::try_from(paging.rows()).unwrap_or(usize::MAX)).collect();
    let show = |spec: &ParameterSpec| ParameterRow::of(spec, &values, today, actor.request.lang);
    paging.page(rows, total, |spec| spec.key, show).map(Reply::ok)
}

fn fits(spec: &ParameterSpec, filter: &ParameterFilter, needle: Option<&Needle>) -> bool {
    let words = || {
        let mut names = vec![spec.name.zh, spec.key];
        names.extend(spec.clauses);
        Haystack::new(&names, &[spec.name.en])
    };
    filter.module.as_deref().is_none_or(|module| spec.module() == module)
        && needle.is_none_or(|needle| words().holds(needle))
}
