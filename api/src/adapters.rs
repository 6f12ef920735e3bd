//! Where areas that know no record meet the others: what records are called, which of them exist for
//! somebody, and how they are found.
mod due;
mod search;

pub use due::Staff;
pub use search::Rules;

use approvals::Approvals;
use async_trait::async_trait;
use handbook::obligations::Obligations;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::visible::Visible;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// A kind of record by the function of its area that names those somebody may see; with what that
/// function needs, where it needs something.
macro_rules! visible {
    ($($(#[$doc:meta])* $name:ident $(($with:ty, $field:tt))? = $kind:expr, $labels:path;)+) => {$(
        $(#[$doc])*
        pub struct $name $((pub Arc<$with>))?;

        #[async_trait]
        impl Visible for $name {
            fn kind(&self) -> &'static str {
                $kind
            }

            async fn visible(
                &self,
                app: &App,
                actor: &Actor,
                ids: &[Uuid],
            ) -> ApiResult<HashMap<Uuid, String>> {
                $labels(app, $(&self.$field,)? actor, ids).await
            }
        }
    )+};
}

visible! {
    /// Client files.
    Clients = "client", clients::found::labels;
    /// People of the company.
    People = "person", identity::people::labels;
    /// What owners were told to do.
    Instructions = "client-instruction", clients::instructions::labels;
    /// What salespeople handed in.
    Submissions = clients::submissions::KIND, clients::submissions::labels;
    /// Requests for client archives.
    Loans = clients::loans::KIND, clients::loans::labels;
    /// Breach, loss and leak.
    Incidents = clients::incidents::KIND, clients::incidents::labels;
    /// Proposals to destroy client files, and certificates.
    Destructions = clients::destructions::KIND, clients::destructions::labels;
    /// What is, or was, provided to somebody outside the company.
    Disclosures = clients::disclosures::KIND, clients::disclosures::labels;
    /// What salespeople tell customer service of a month.
    InformationReports = clients::information_reports::KIND, clients::information_reports::labels;
    /// How customer service called back on them.
    CallBacks = clients::information_reports::CALL_BACK, clients::information_reports::call_labels;
    /// Approvals of every kind of record.
    Approved(Approvals, 0) = "approval", approvals::labels;
    /// What is due.
    Due(Obligations, 0) = handbook::obligations::KIND, handbook::obligations::labels;
    /// The exception register.
    Exceptions(Obligations, 0) = handbook::exceptions::KIND, handbook::exceptions::labels;
    /// Where what happens is sent.
    Webhooks = "webhook", records::webhooks::labels;
}
