//! Note that files are read, before they are shown.
use crate::archive::act::KIND;
use crate::archive::entity::Model as File;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::readings::{Reading, ReadingWay};

pub async fn one(app: &App, actor: &Actor, file: &File, way: ReadingWay) -> ApiResult<()> {
    app.readings.note(app, actor, &[reading(file, way)]).await
}

pub async fn all(app: &App, actor: &Actor, files: &[File], way: ReadingWay) -> ApiResult<()> {
    let all: Vec<_> = files.iter().map(|file| reading(file, way)).collect();
    app.readings.note(app, actor, &all).await
}

/// At a level above the file's: that of an item which is shown.
pub async fn at_level(
    app: &App,
    actor: &Actor,
    (file, level): (&File, i16),
    way: ReadingWay,
) -> ApiResult<()> {
    app.readings.note(app, actor, &[Reading { level, ..reading(file, way) }]).await
}

fn reading(file: &File, way: ReadingWay) -> Reading<'static> {
    Reading { resource_type: KIND, id: file.id.0, level: file.level.rank(), way }
}
