//! Leaving out what the reader may no longer see: not shown, not counted, not hinted at.
use super::store;
use crate::Wiring;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::paging::COUNT_CAP;
use kernel::notify::entity::{Entity, Model};
use sea_orm::Select;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Rows of one look when counting.
const STRIDE: u64 = 500;

/// A notification whose record the reader may see, with the record's name.
pub struct Sifted {
    pub row: Model,
    pub label: String,
}

/// Up to `wanted` visible ones. Reads on where some were hidden, so that a page is full although
/// there were others in between.
pub async fn visible(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    matching: &Select<Entity>,
    page: (Option<Uuid>, u64),
) -> ApiResult<Vec<Sifted>> {
    let (mut after, wanted) = page;
    let mut found = vec![];
    loop {
        let rows = store::some(app.db.reader(), matching.clone(), after, wanted).await?;
        let exhausted = is_less(rows.len(), wanted);
        after = rows.last().map(|row| row.id);
        found.extend(sift(app, wiring, actor, rows).await?);
        if exhausted || !is_less(found.len(), wanted) {
            found.truncate(usize::try_from(wanted).unwrap_or(usize::MAX));
            return Ok(found);
        }
    }
}

/// How many are visible, as far as lists count.
pub async fn count(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    matching: &Select<Entity>,
) -> ApiResult<u64> {
    let mut after = None;
    let mut total = 0;
    loop {
        let rows = store::some(app.db.reader(), matching.clone(), after, STRIDE).await?;
        let exhausted = is_less(rows.len(), STRIDE);
        after = rows.last().map(|row| row.id);
        let visible = sift(app, wiring, actor, rows).await?.len();
        total += u64::try_from(visible).unwrap_or_default();
        if exhausted || total >= COUNT_CAP {
            return Ok(total.min(COUNT_CAP));
        }
    }
}

/// One question to each area that is concerned. A kind that no area answers for is not shown.
pub async fn sift(
    app: &App,
    wiring: &Wiring,
    actor: &Actor,
    rows: Vec<Model>,
) -> ApiResult<Vec<Sifted>> {
    let mut labels: HashMap<(&str, Uuid), String> = HashMap::new();
    for (kind, ids) in by_kind(&rows) {
        let Some(area) = wiring.visible.iter().find(|area| area.kind() == kind) else { continue };
        let seen = area.visible(app, actor, &ids).await?;
        labels.extend(seen.into_iter().map(|(id, label)| ((area.kind(), id), label)));
    }
    let named = |row: Model| {
        let label = labels.get(&(row.resource_type.as_str(), row.resource_id))?.clone();
        Some(Sifted { row, label })
    };
    Ok(rows.into_iter().filter_map(named).collect())
}

fn by_kind(rows: &[Model]) -> BTreeMap<&str, Vec<Uuid>> {
    let mut kinds: BTreeMap<&str, Vec<Uuid>> = BTreeMap::new();
    for row in rows {
        let ids = kinds.entry(&row.resource_type).or_default();
        if !ids.contains(&row.resource_id) {
            ids.push(row.resource_id);
        }
    }
    kinds
}

fn is_less(len: usize, than: u64) -> bool {
    u64::try_from(len).is_ok_and(|len| len < than)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn about(kind: &str, id: u128) -> Model {
        Model {
            id: Uuid::nil(),
            person_id: Uuid::nil(),
            kind: format!("{kind}.mentioned"),
            mail_after: None,
            mail_id: None,
            resource_type: kind.to_owned(),
            resource_id: Uuid::from_u128(id),
            params: "{}".to_owned(),
            created_at: DateTime::from_timestamp(0, 0).unwrap(),
            read_at: None,
        }
    }

    #[test]
    fn each_area_is_asked_once_about_each_record() {
        let rows = [about("client", 1), about("job", 2), about("client", 1), about("client", 3)];
        let asked = by_kind(&rows);
        assert_eq!(asked["client"], vec![Uuid::from_u128(1), Uuid::from_u128(3)]);
        assert_eq!(asked["job"], vec![Uuid::from_u128(2)]);
    }
}
