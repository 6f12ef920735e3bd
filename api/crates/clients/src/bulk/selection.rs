//! Which files are meant.
use super::dto::BulkRequest;
use crate::archive::entity::Column;
use crate::archive::filter::ClientFilter;
use crate::archive::list::chosen;
use crate::archive::store::visible_to;
use crate::{BULK_NOTHING_SELECTED, BULK_TOO_MANY, BulkClients, ClientId, ReadClients};
use kernel::access::Actor;
use kernel::app::App;
use kernel::code::{self, field};
use kernel::error::{ApiError, ApiResult};
use kernel::http::input::parse_query;
use sea_orm::{QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeSet;
use utoipa::IntoParams;

/// Files of one bulk action.
pub const MOST: u64 = 5_000;

/// The files in the order of their ids, in which they are held, so that two bulk actions never wait
/// for each other.
pub async fn files(app: &App, actor: &Actor, request: &BulkRequest) -> ApiResult<Vec<ClientId>> {
    let found = match (&request.ids, &request.filter) {
        (Some(ids), None) => {
            let distinct: BTreeSet<_> = ids.iter().copied().collect();
            distinct.into_iter().collect()
        }
        (None, Some(query)) => filtered(app, actor, &filter(query)?).await?,
        _ => return Err(ApiError::field("/ids", field::REQUIRED)),
    };
    if found.is_empty() {
        return Err(BULK_NOTHING_SELECTED.into());
    }
    if u64::try_from(found.len()).unwrap_or(u64::MAX) > MOST {
        return Err(BULK_TOO_MANY.with(vec![("limit", MOST.to_string())]).into());
    }
    Ok(found)
}

async fn filtered(app: &App, actor: &Actor, filter: &ClientFilter) -> ApiResult<Vec<ClientId>> {
    let db = app.db.reader();
    let ids = chosen::<ReadClients>(db, actor, filter)
        .await?
        .filter(visible_to::<BulkClients>(actor))
        .select_only()
        .column(Column::Id)
        .order_by_asc(Column::Id)
        .limit(MOST.saturating_add(1))
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids)
}

/// A list's query. A parameter that the list does not know would select everything: it is refused.
/// How the list was ordered makes no difference.
pub fn filter(query: &str) -> ApiResult<ClientFilter> {
    let params = ClientFilter::into_params(|| None);
    let known = |name: &str| name == "sort" || params.iter().any(|param| param.name == name);
    let mut names = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name.into_owned());
    if let Some(name) = names.find(|name| !known(name)) {
        return Err(code::UNKNOWN_PARAMETER.with(vec![("name", name)]).into());
    }
    parse_query(query)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::kinds::Tier;

    #[test]
    fn a_lists_query_is_its_filter() {
        let read = filter("tier=KEY&tier=CORE&sort=-updated_at").unwrap();
        assert_eq!(read.tier, [Tier::Key, Tier::Core]);
    }

    #[test]
    fn a_misspelt_filter_does_not_mean_every_file() {
        assert_eq!(filter("teir=KEY").unwrap_err().code().name, "UNKNOWN_PARAMETER");
        assert_eq!(filter("tier=GOLD").unwrap_err().code().name, "INVALID_PARAMETER");
    }
}
