//! Which bytes of the file store the area's records name.
use crate::attachments::entity as attachment;
use crate::importing::{KIND, dto::ImportTask};
use crate::market::entity as extract;
use kernel::jobs::entity as job;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};
use std::collections::HashSet;

/// Papers, withdrawn ones too (their history stays provable), extracts for market analysis, and what
/// imports work from.
pub async fn files_named(db: &impl ConnectionTrait) -> Result<HashSet<String>, DbErr> {
    let papers = attachment::Entity::find().select_only().column(attachment::Column::Sha256);
    let mut named: HashSet<String> =
        papers.distinct().into_tuple().all(db).await?.into_iter().collect();
    let extracts = extract::Entity::find().select_only().column(extract::Column::Sha256);
    let extracts = extracts.filter(extract::Column::DestroyedBy.is_null());
    named.extend(extracts.into_tuple::<String>().all(db).await?);
    let imports = job::Entity::find().select_only().column(job::Column::Input);
    let inputs: Vec<String> =
        imports.filter(job::Column::Kind.eq(KIND)).into_tuple().all(db).await?;
    for input in inputs {
        // Nothing is removed on a guess at what an input might name.
        let task: ImportTask =
            serde_json::from_str(&input).map_err(|error| DbErr::Json(error.to_string()))?;
        if task.destroyed_by.is_none() {
            named.insert(task.sha256);
        }
    }
    Ok(named)
}
