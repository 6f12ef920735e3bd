//! From where obligations come. This area knows no record: an area that has rules of kind *remind* is a
//! [`Source`], and `api` names all of them in one place.
use super::kinds::SourceKind;
use crate::Handbook;
use crate::calendar::{Occasion, Recurrence};
pub use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::access::{Actor, Place};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::lang::Text;
use kernel::visible::Visible;
use sea_orm::{
    ColumnTrait, Condition, DatabaseTransaction,
    sea_query::{Expr, ExprTrait},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use uuid::Uuid;

/// One kind of obligation.
#[derive(Clone, Copy, Debug)]
pub struct KindSpec {
    /// `client.verification`.
    pub code: &'static str,
    pub text: Text,
    /// The rules that it comes from, the first above all.
    pub clauses: &'static [&'static str],
    /// Kind of the record that it is about, as in notifications and audit entries.
    pub subject: &'static str,
    pub source: SourceKind,
    /// How often it is due anew; none: the same need stands until its act, looked for every day.
    pub recurrence: Option<Recurrence>,
    /// Operations that fulfil it.
    pub closed_by: &'static [&'static str],
    /// The permission of whoever may do it, where it is nobody's in particular.
    pub pool: Option<&'static str>,
    /// What a superior has to hold for the record to be told of it; none where it is about a person.
    pub needs: Option<&'static str>,
}

impl KindSpec {
    /// One need until its act, however often it was put off: true of a record's date, not of a period
    /// that comes again.
    #[must_use]
    pub const fn standing(&self) -> bool {
        self.recurrence.is_none()
    }
}

/// What has to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub subject_id: Uuid,
    /// Which period of the calendar; none for what stands until its act.
    pub occasion: Option<String>,
    /// In time until the close of this day, or of the next that is worked.
    pub due_on: NaiveDate,
    /// Where the record stands; `owner_id` is who has to do it.
    pub place: Place,
}

/// One look for new obligations, within its transaction.
pub struct Tick<'a> {
    pub tx: &'a DatabaseTransaction,
    pub handbook: &'a Handbook,
    pub at: DateTime<Utc>,
    pub today: NaiveDate,
    /// The time of the calendar that has come.
    pub occasion: &'a Occasion,
    /// No more than so many; it is looked again.
    pub most: u64,
}

/// An area that has obligations.
#[async_trait]
pub trait Source: Send + Sync {
    fn kinds(&self) -> &'static [KindSpec];
    /// What has to be there and is not yet, whatever became of it; records are held until the commit, so
    /// that none of them is fulfilled meanwhile.
    async fn wanted(&self, tick: &Tick<'_>, kind: &KindSpec) -> ApiResult<Vec<Wanted>>;
}

/// A kind of record that obligations and exceptions are about.
pub trait Shown: Visible {
    /// Whether the record of an id exists for somebody, as a condition; obligations about others do not
    /// exist for them either.
    fn exists(&self, actor: &Actor, at: DateTime<Utc>, id: Expr) -> Expr;
}

/// What the area asks of the others; one per process, in the application data.
#[derive(Clone)]
pub struct Obligations {
    pub handbook: Arc<Handbook>,
    pub sources: Vec<Arc<dyn Source>>,
    pub records: Vec<Arc<dyn Shown>>,
}

impl Obligations {
    /// Every kind with where it comes from.
    pub fn kinds(&self) -> impl Iterator<Item = (&'static KindSpec, &dyn Source)> {
        self.sources
            .iter()
            .flat_map(|source| source.kinds().iter().map(move |kind| (kind, &**source)))
    }

    #[must_use]
    pub fn kind(&self, code: &str) -> Option<(&'static KindSpec, &dyn Source)> {
        self.kinds().find(|(kind, _)| kind.code == code)
    }

    /// Whether a record of any kind exists for somebody, by two columns that name it.
    pub fn visible(
        &self,
        actor: &Actor,
        at: DateTime<Utc>,
        (kind, id): (impl ColumnTrait, impl Fn() -> Expr),
    ) -> Condition {
        // No kind: a condition that no row meets.
        let mut any = Condition::any().add(ExprTrait::eq(Expr::val(1), 0));
        for record in &self.records {
            let of_kind =
                Condition::all().add(kind.eq(record.kind())).add(record.exists(actor, at, id()));
            any = any.add(of_kind);
        }
        any
    }

    /// What the records of a page are called: one look-up for each kind that there is.
    pub async fn labels(
        &self,
        app: &App,
        actor: &Actor,
        records: impl IntoIterator<Item = (&str, Uuid)>,
    ) -> ApiResult<HashMap<Uuid, String>> {
        let mut of_kind: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
        for (kind, id) in records {
            of_kind.entry(kind).or_default().insert(id);
        }
        let mut labels = HashMap::new();
        for record in &self.records {
            if let Some(ids) = of_kind.remove(record.kind()) {
                let ids: Vec<_> = ids.into_iter().collect();
                labels.extend(record.visible(app, actor, &ids).await?);
            }
        }
        Ok(labels)
    }
}
