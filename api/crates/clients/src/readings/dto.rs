//! Questions and answers about readings.
use crate::ClientId;
use crate::archive::kinds::Level;
use crate::names::Ref;
use chrono::{DateTime, Utc};
use kernel::access::Via;
use kernel::ids::PersonId;
use kernel::readings::ReadingWay;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use validator::Validate;

/// Which readings.
#[derive(Clone, Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReadingFilter {
    /// Of this file.
    pub client_id: Option<ClientId>,
    /// By this person.
    pub person_id: Option<PersonId>,
    /// Repeat for several.
    #[serde(default)]
    pub way: Vec<ReadingWay>,
    /// Read at this level; repeat for several.
    #[serde(default)]
    pub level: Vec<Level>,
    /// At this moment or later.
    pub read_after: Option<DateTime<Utc>>,
    /// Before this moment.
    pub read_before: Option<DateTime<Utc>>,
}

/// A file as it was read: once in half an hour by a person in one way.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ClientReading)]
pub struct ClientReading {
    pub id: Uuid,
    /// The file.
    pub client: ReadFile,
    pub person: Ref,
    #[schema(value_type = Via)]
    pub via: String,
    pub way: ReadingWay,
    /// The file's, as it was read.
    pub level: Level,
    /// The first time within the half hour.
    pub read_at: DateTime<Utc>,
}

/// A file in the log of its readings.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ReadClient)]
pub struct ReadFile {
    pub id: Uuid,
    #[schema(example = "KH-2026-000018")]
    pub number: String,
    /// None once it was destroyed (A-BOR-06).
    #[schema(example = "成都蓉欣机电设备有限公司")]
    pub name: Option<String>,
}
