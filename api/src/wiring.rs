//! Who is there, and who reacts to what: the one place that knows all areas.
use crate::adapters;
use actix_web::web::{self, Data};
use approvals::Approvals;
use clients::secrecy::{Bound, Gate};
use handbook::Handbook;
use handbook::obligations::{Obligations, Source};
use identity::{Authenticator, Inventory, Precondition};
use kernel::{
    access::{OnBehalf, PermissionInfo},
    app::App,
    code::Code,
    evidence::Exhibit,
    jobs,
    lang::Text,
    notify::NoticeKind,
};
use std::sync::Arc;
use utoipa::openapi::{Tag, tag::TagBuilder};
use utoipa_actix_web::service_config::ServiceConfig;

/// Every area's routes.
pub fn routes(config: &mut ServiceConfig) {
    identity::configure(config);
    handbook::configure(config);
    approvals::configure(config);
    clients::configure(config);
    records::configure(config);
    crate::system::configure(config);
}

/// Every area's codes.
pub fn codes() -> Vec<Code> {
    [
        kernel::code::CODES,
        kernel::code::field::CODES,
        identity::CODES,
        handbook::CODES,
        approvals::CODES,
        clients::CODES,
        records::CODES,
    ]
    .into_iter()
    .flatten()
    .copied()
    .collect()
}

/// Every area's permissions.
#[must_use]
pub fn permissions() -> Vec<PermissionInfo> {
    PERMISSIONS.into_iter().flatten().copied().collect()
}

const PERMISSIONS: [&[PermissionInfo]; 5] = [
    identity::PERMISSIONS,
    handbook::PERMISSIONS,
    approvals::PERMISSIONS,
    clients::PERMISSIONS,
    records::PERMISSIONS,
];

/// What a permission is called.
#[must_use]
pub fn permission_text(code: &str) -> Option<Text> {
    let mut all = PERMISSIONS.into_iter().flatten();
    all.find(|permission| permission.code == code).map(|permission| permission.text)
}

/// Everything that people are told of.
#[must_use]
pub fn notices() -> Vec<&'static NoticeKind> {
    use {
        approvals::notices as a, clients::notices as c, handbook::notices as h,
        identity::notices as i, records::notices as r,
    };
    [a::NOTICES, h::NOTICES, c::NOTICES, i::NOTICES, r::NOTICES]
        .into_iter()
        .flatten()
        .copied()
        .collect()
}

/// Every table there is, as its entity sees it.
#[must_use]
pub fn tables() -> Vec<kernel::schema::Table> {
    [
        kernel::schema::tables(),
        identity::tables(),
        handbook::tables(),
        approvals::tables(),
        clients::tables(),
        records::tables(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Groups of operations, as the areas describe them.
#[must_use]
pub fn tags() -> Vec<Tag> {
    let system = [("system", "The installation itself")];
    [identity::TAGS, handbook::TAGS, approvals::TAGS, clients::TAGS, records::TAGS, &system]
        .into_iter()
        .flatten()
        .map(|(name, description)| {
            TagBuilder::new().name(*name).description(Some(*description)).build()
        })
        .collect()
}

/// Rights of other areas that show client information: the trail of a file tells what is in it.
pub const SHOWS_CLIENTS: &[&str] = &["audit.read"];

/// What the areas keep in a process beside the database.
#[derive(Clone)]
pub struct Areas {
    pub authenticator: Data<Authenticator>,
    pub inventory: Data<Inventory>,
    pub handbook: Data<Handbook>,
    pub approvals: Data<Approvals>,
    pub obligations: Data<Obligations>,
    pub records: Data<records::Wiring>,
    bound: Data<Bound>,
}

impl Areas {
    /// Fails when the settings name no time zone, or two areas the same parameter.
    pub fn new(app: &App) -> anyhow::Result<Self> {
        let parameters = [handbook::PARAMETERS, clients::PARAMETERS];
        let handbook = Arc::new(Handbook::new(&app.config, parameters)?);
        let approvals = Arc::new(approved(&handbook));
        let obligations = Arc::new(due(&handbook, &approvals));
        let bound = Bound::with(SHOWS_CLIENTS);
        let precondition: Arc<dyn Precondition> =
            Arc::new(Gate::new(handbook.clone(), bound.clone()));
        Ok(Self {
            authenticator: Data::new(Authenticator::new(app, precondition)),
            inventory: Data::new(Inventory(permissions())),
            handbook: Data::from(handbook),
            bound: Data::new(bound),
            records: Data::new(meetings(&approvals, &obligations)),
            obligations: Data::from(obligations),
            approvals: Data::from(approvals),
        })
    }

    /// Put it into a worker's application data.
    pub fn provide(&self, config: &mut web::ServiceConfig) {
        config
            .app_data(self.authenticator.clone())
            .app_data(self.inventory.clone())
            .app_data(self.handbook.clone())
            .app_data(self.approvals.clone())
            .app_data(self.obligations.clone())
            .app_data(self.bound.clone())
            .app_data(self.records.clone());
    }

    /// Whose rights what happens outside of requests has.
    #[must_use]
    pub fn on_behalf(&self) -> Arc<dyn OnBehalf> {
        self.authenticator.clone().into_inner()
    }

    /// Who carries out which jobs.
    #[must_use]
    pub fn handlers(&self) -> Vec<Arc<dyn jobs::Handler>> {
        let mut handlers = clients::handlers(&self.handbook.clone().into_inner());
        handlers.push(Arc::new(records::jobs::Undoing::new(handlers.clone())));
        handlers
    }
}

/// What goes through approvals, and by which flows of the handbook.
fn approved(handbook: &Arc<Handbook>) -> Approvals {
    Approvals {
        handbook: handbook.clone(),
        subjects: vec![
            Arc::new(clients::loans::Loans),
            Arc::new(clients::destructions::Destructions),
            Arc::new(clients::disclosures::Disclosures),
        ],
        flows: vec![clients::loans::FLOW, clients::destructions::FLOW, clients::disclosures::FLOW],
    }
}

/// Who has obligations.
#[must_use]
pub fn sources() -> Vec<Arc<dyn Source>> {
    vec![Arc::new(clients::obligations::Archive)]
}

/// What is due, and about which records.
fn due(handbook: &Arc<Handbook>, approvals: &Arc<Approvals>) -> Obligations {
    Obligations {
        handbook: handbook.clone(),
        sources: sources(),
        records: vec![
            Arc::new(adapters::Clients),
            Arc::new(adapters::Submissions),
            Arc::new(adapters::Loans),
            Arc::new(adapters::Staff),
            Arc::new(adapters::Approved(approvals.clone())),
        ],
    }
}

/// What an auditor takes away.
fn exhibits(approvals: &Arc<Approvals>, obligations: &Arc<Obligations>) -> Vec<Arc<dyn Exhibit>> {
    use handbook::evidence::{Due, Escalations, Exceptions, Figures, Hours, Kept};
    vec![
        Arc::new(Kept(obligations.clone())),
        Arc::new(Due(obligations.clone())),
        Arc::new(Escalations(obligations.clone())),
        Arc::new(Exceptions(obligations.clone())),
        Arc::new(approvals::Decisions(approvals.clone())),
        Arc::new(clients::incidents::Incidents),
        Arc::new(clients::disclosures::Provided),
        Arc::new(records::evidence::Refusals),
        Arc::new(Hours(obligations.handbook.clone())),
        Arc::new(Figures),
    ]
}

/// What `records` asks of the areas.
fn meetings(approvals: &Arc<Approvals>, obligations: &Arc<Obligations>) -> records::Wiring {
    records::Wiring {
        visible: vec![
            Arc::new(adapters::Clients),
            Arc::new(adapters::Submissions),
            Arc::new(adapters::Instructions),
            Arc::new(adapters::Loans),
            Arc::new(adapters::Destructions),
            Arc::new(adapters::Incidents),
            Arc::new(adapters::Disclosures),
            Arc::new(adapters::InformationReports),
            Arc::new(adapters::CallBacks),
            Arc::new(adapters::Approved(approvals.clone())),
            Arc::new(adapters::Due(obligations.clone())),
            Arc::new(adapters::Exceptions(obligations.clone())),
            Arc::new(adapters::People),
            Arc::new(adapters::Webhooks),
        ],
        search: vec![
            Arc::new(adapters::Clients),
            Arc::new(adapters::People),
            Arc::new(adapters::Rules),
        ],
        exhibits: exhibits(approvals, obligations),
        notices: notices(),
        undoable: vec![clients::importing::KIND],
        ..records::Wiring::default()
    }
}
