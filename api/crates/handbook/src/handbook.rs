use crate::calendar::company::CompanyCalendar;
use crate::parameters::{Catalogue, CatalogueError, Figure, Parameter, Read, Values};
use crate::snapshot::Snapshot;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use kernel::config::Config;
use kernel::error::ApiResult;
use sea_orm::ConnectionTrait;
use std::sync::Arc;

/// What the handbook gives to every area, for one installation: parameters and working time.
/// Part of the application data; use cases take it beside [`kernel::app::App`].
#[derive(Debug)]
pub struct Handbook {
    catalogue: Catalogue,
    zone: Tz,
    values: Snapshot<Values>,
    calendar: Snapshot<CompanyCalendar>,
}

#[derive(Debug, thiserror::Error)]
pub enum HandbookError {
    #[error("company.time_zone is no IANA time zone: {0}")]
    TimeZone(String),
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
}

impl Handbook {
    /// `parameters`: the list of every area.
    pub fn new(
        config: &Config,
        parameters: impl IntoIterator<Item = &'static [crate::parameters::ParameterSpec]>,
    ) -> Result<Self, HandbookError> {
        let name = &config.company.time_zone;
        let zone = name.parse().map_err(|_| HandbookError::TimeZone(name.clone()))?;
        let catalogue = Catalogue::new(parameters)?;
        Ok(Self { catalogue, zone, values: Snapshot::default(), calendar: Snapshot::default() })
    }

    #[must_use]
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The company's time zone.
    #[must_use]
    pub const fn zone(&self) -> Tz {
        self.zone
    }

    /// The date on the company's wall.
    #[must_use]
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// When a day of the company begins; none at the end of the representable dates.
    #[must_use]
    pub fn midnight(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        kernel::wall::day_begin(day, self.zone)
    }

    /// One figure as of a date. Store its `version` with the decision that used it.
    pub async fn value_at<T: Read>(
        &self,
        db: &impl ConnectionTrait,
        parameter: &Parameter<T>,
        date: NaiveDate,
    ) -> ApiResult<Figure<T>> {
        self.values(db).await?.at(parameter, date)
    }

    /// All figures ever set; take it once where several are needed.
    pub async fn values(&self, db: &impl ConnectionTrait) -> ApiResult<Arc<Values>> {
        match self.values.look() {
            Ok(held) => Ok(held),
            Err(began) => Ok(self.values.keep(began, Values::load(db).await?)),
        }
    }

    /// The company's working calendar.
    pub async fn calendar(&self, db: &impl ConnectionTrait) -> ApiResult<Arc<CompanyCalendar>> {
        match self.calendar.look() {
            Ok(held) => Ok(held),
            Err(began) => {
                Ok(self.calendar.keep(began, CompanyCalendar::load(db, self.zone).await?))
            }
        }
    }

    pub(crate) fn values_changed(&self) {
        self.values.forget();
    }

    pub(crate) fn calendar_changed(&self) {
        self.calendar.forget();
    }
}
