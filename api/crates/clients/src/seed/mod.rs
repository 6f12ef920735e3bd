//! Many files at once, for demonstrations and benchmarks: the rows, the search index and the trail
//! that the use cases would have left behind, in few statements. What follows from a file's
//! contents is computed by the same functions. No events: nobody was listening when it happened.
mod file;
mod hanging;
mod insert;
mod model;

pub use crate::archive::dto::TierBasis;
pub use crate::archive::input::ClientInput;
pub use crate::archive::kinds::{ClientKind, ClientState, Inferior, Level, Tier};
pub use crate::archive::sections::{Basic, Business, Demand, Trading, Traits};
pub use insert::{Options, insert_many};
pub use model::{
    Author, SeedClient, SeedComment, SeedContact, SeedInferior, SeedInteraction, SeedPurchase,
    SeedQualification,
};
