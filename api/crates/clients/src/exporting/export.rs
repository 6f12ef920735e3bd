//! Take files out as a spreadsheet: the same files as the list with the same filters, masked in the
//! same way, read 500 at a time without a transaction, in the order of their numbers (which no
//! change made meanwhile can move). What leaves is recorded before the first byte does.
use super::dto::ExportParams;
use super::fields::Field;
use super::row::{Line, Reader};
use crate::archive::act::KIND;
use crate::archive::entity::{Column, Entity, Model};
use crate::archive::filter::ClientFilter;
use crate::archive::kinds::Level;
use crate::archive::list::chosen;
use crate::archive::store::visible_to;
use crate::contacts::entity as contact;
use crate::names::Wanted;
use crate::{ClientId, EXPORT_TOO_MANY_ROWS, ExportClients, ReadClients, readings};
use bytes::Bytes;
use chrono_tz::Tz;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::audit::{Changes, Record, Resource};
use kernel::code::Code;
use kernel::error::{ApiError, ApiResult, Fault};
use kernel::lang::Text;
use kernel::readings::ReadingWay;
use kernel::sheet::{FileFormat, SheetWriter, write};
use kernel::work;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use serde_json::json;
use std::collections::HashMap;

/// Files read at a time.
const BATCH: u64 = 500;
/// Rows of an XLSX sheet, the headings left out.
const XLSX_ROWS: u64 = 1_048_575;

/// An export that has begun.
pub struct Export {
    app: App,
    actor: Actor,
    zone: Tz,
    select: Select<Entity>,
    fields: Vec<Field>,
    pub file_name: String,
    /// None: everything was given.
    writer: Option<Box<dyn SheetWriter>>,
    /// Number of the last file written.
    after: Option<String>,
}

pub async fn begin(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    filter: &ClientFilter,
    params: &ExportParams,
) -> ApiResult<Export> {
    let format = params.format.unwrap_or_default();
    let unknown = || ApiError::parameter("columns");
    let fields = Field::chosen(&params.columns).ok_or_else(unknown)?;
    let select = chosen::<ReadClients>(app.db.reader(), actor, filter).await?;
    let select = select.filter(visible_to::<ExportClients>(actor));
    let (count, level) = extent(app, &select).await?;
    if format == FileFormat::Xlsx {
        fits(XLSX_ROWS, count, EXPORT_TOO_MANY_ROWS)?;
    }
    work::note(app, actor, record(filter, &fields_named(params), count)).await?;
    let lang = actor.request.lang;
    let headings: Vec<_> = fields.iter().map(|field| field.heading(lang)).collect();
    let name = Text { zh: "客户档案", tw: "客戶檔案", en: "Clients" }.in_lang(lang);
    let mut writer = write(format.sheet(), name, &headings).map_err(|error| fault(&error))?;
    if let Some(level) = level {
        let since = app.clock.now().with_timezone(&handbook.zone()).format("%Y-%m-%d %H:%M");
        let mark = format!("{} · {} · {since}", level.text().in_lang(lang), actor.name);
        writer.mark(&mark).map_err(|error| fault(&error))?;
    }
    let day = handbook.date(app.clock.now()).format("%Y%m%d");
    let file_name = format!("clients-{}{day}.{}", prefix(level), format.extension());
    let (app, actor, zone) = (app.clone(), actor.clone(), handbook.zone());
    Ok(Export { app, actor, zone, select, fields, file_name, writer: Some(writer), after: None })
}

/// The level in the name of a table: a CSV has no other place for it (A-SEC-07).
const fn prefix(level: Option<Level>) -> &'static str {
    match level {
        Some(Level::TopSecret) => "top-secret-",
        Some(Level::Confidential) => "confidential-",
        Some(Level::Secret | Level::Declassified) | None => "",
    }
}

/// How many files, and the highest level among them where it is one that is marked.
async fn extent(app: &App, select: &Select<Entity>) -> ApiResult<(u64, Option<Level>)> {
    let figures = select
        .clone()
        .select_only()
        .column_as(Column::Id.count(), "files")
        .column_as(Column::Level.max(), "highest");
    let found = figures.into_tuple::<(i64, Option<Level>)>().one(app.db.reader()).await?;
    let (files, highest) = found.unwrap_or_default();
    let marked = highest.filter(|level| *level >= Level::Confidential);
    Ok((u64::try_from(files).unwrap_or_default(), marked))
}

/// Not more rows than there is room for.
pub fn fits(limit: u64, rows: u64, refusal: Code) -> ApiResult<()> {
    if rows > limit {
        let params = vec![("limit", limit.to_string()), ("rows", rows.to_string())];
        return Err(refusal.with(params).into());
    }
    Ok(())
}

fn fields_named(params: &ExportParams) -> serde_json::Value {
    json!({"format": params.format.unwrap_or_default(), "columns": params.columns})
}

/// What the trail says of an export: its filters, its form and how many files.
fn record(filter: &ClientFilter, form: &serde_json::Value, count: u64) -> Record {
    let resource = Resource { kind: KIND, id: None, label: format!("{count}") };
    let mut filters = json!(filter);
    if let Some(members) = filters.as_object_mut() {
        members.retain(|_, value| !value.is_null() && value != &json!([]));
    }
    let what = json!({"count": count, "filters": filters.to_string(), "form": form.to_string()});
    Record::new("client.exported", resource).changes(Changes::created(&what))
}

fn fault(error: &kernel::sheet::WriteError) -> Fault {
    Fault(format!("writing an export: {error}"))
}

impl Export {
    /// The next bytes; none when all were given.
    pub async fn next(&mut self) -> ApiResult<Option<Bytes>> {
        while self.writer.is_some() {
            let files = self.batch().await?;
            let ready = match files.last() {
                Some(last) => {
                    self.after = Some(last.number.clone());
                    readings::all(&self.app, &self.actor, &files, ReadingWay::Exported).await?;
                    self.lines(&files).await?
                }
                None => self.finish().await?,
            };
            if !ready.is_empty() {
                return Ok(Some(ready.into()));
            }
        }
        Ok(None)
    }

    async fn batch(&self) -> ApiResult<Vec<Model>> {
        let mut select = self.select.clone();
        if let Some(number) = &self.after {
            select = select.filter(Column::Number.gt(number.as_str()));
        }
        Ok(select.order_by_asc(Column::Number).limit(BATCH).all(self.app.db.reader()).await?)
    }

    async fn lines(&mut self, files: &[Model]) -> ApiResult<Vec<u8>> {
        let db = self.app.db.reader();
        let mut wanted = Wanted::default();
        for file in files {
            wanted.person(file.owner_id);
            wanted.department(file.department_id);
            wanted.site(file.site_id);
        }
        let names = wanted.find(db).await?;
        let people = self.key_persons(files).await?;
        let Some(writer) = &mut self.writer else { return Ok(vec![]) };
        let reader = Reader { actor: &self.actor, zone: self.zone };
        for file in files {
            let people = people.get(&file.id).map(Vec::as_slice).unwrap_or_default();
            let line = Line::of(reader, file, &names, people)?;
            let values: Vec<_> = self.fields.iter().map(|field| line.value(field)).collect();
            writer.row(&values).map_err(|error| fault(&error))?;
        }
        Ok(writer.take())
    }

    async fn key_persons(
        &self,
        files: &[Model],
    ) -> ApiResult<HashMap<ClientId, Vec<contact::Model>>> {
        let mut found: HashMap<_, Vec<_>> = HashMap::new();
        let wanted = |field: &Field| matches!(field, Field::Known(it) if it.name == "key_persons");
        if !self.fields.iter().any(wanted) {
            return Ok(found);
        }
        let rows = contact::Entity::find()
            .filter(contact::Column::ClientId.is_in(files.iter().map(|file| file.id)))
            .filter(contact::Column::IsKeyPerson.eq(true))
            .filter(contact::Column::RemovedAt.is_null())
            .order_by_asc(contact::Column::Id)
            .all(self.app.db.reader())
            .await?;
        for row in rows {
            found.entry(row.client_id).or_default().push(row);
        }
        Ok(found)
    }

    /// A workbook is packed only now, which takes its time.
    async fn finish(&mut self) -> ApiResult<Vec<u8>> {
        let Some(writer) = self.writer.take() else { return Ok(vec![]) };
        let finished = tokio::task::spawn_blocking(move || writer.finish()).await;
        let bytes = finished.map_err(|error| Fault(format!("writing an export: {error}")))?;
        Ok(bytes.map_err(|error| fault(&error))?)
    }
}
