//! The service as actix sees it: used by `serve`, by the tests and (without state) by the document.
use crate::{
    deadline, headers, health, limits, limits::Limits, metrics, openapi, policy, policy::Policy,
    reference, reference::Contract, refusals, spa, traces::Traces, wiring,
};
use actix_web::{
    App as Actix, Error,
    body::MessageBody,
    dev::{ServiceFactory, ServiceRequest, ServiceResponse},
    middleware::{Compress, from_fn},
    web::{self, Data},
};
use kernel::{app::App, http::problems::problems, keys::Keys};
use records::mail::{Post, Smtp};
use std::sync::{Arc, LazyLock};
use utoipa::openapi::OpenApi;
use utoipa_actix_web::{AppExt, scope};

/// Largest request body that any extractor may gather, in bytes; JSON has its own, smaller limit.
const PAYLOAD_LIMIT: usize = 24 * 1024 * 1024;

/// The contract of this build, for those who ask for it more than once. A running service does not:
/// as a tree it takes a fifth of what an idle process needs.
pub static DOCUMENT: LazyLock<OpenApi> = LazyLock::new(document);

fn document() -> OpenApi {
    let (_, document) = Actix::new()
        .into_utoipa_app()
        .openapi(openapi::base())
        .service(scope::scope("/api/v1").configure(wiring::routes))
        .split_for_parts();
    openapi::complete(document)
}

/// State shared by all workers of a process.
#[derive(Clone)]
pub struct Service {
    pub app: App,
    pub areas: wiring::Areas,
    policy: Data<Policy>,
    contract: Data<Contract>,
    limits: Data<Limits>,
    pub traces: Traces,
    /// The mail server, where the settings name one.
    pub post: Option<Arc<dyn Post>>,
}

impl Service {
    pub fn new(app: App) -> anyhow::Result<Self> {
        kernel::clauses::register(handbook::clause_title);
        kernel::access::inventory::register(wiring::permission_text);
        let document = document();
        Ok(Self {
            limits: Data::new(Limits::new(app.config.server.rate_limit_per_minute)),
            policy: Data::new(Policy::of(&document)?),
            contract: Data::new(Contract::of(&document)?),
            areas: wiring::Areas::new(&app)?,
            post: Smtp::of(&app.config.mail)?.map(|smtp| -> Arc<dyn Post> { Arc::new(smtp) }),
            traces: Traces::start(&app.config.metrics.otlp_endpoint)?,
            app,
        })
    }

    /// Forget what no longer matters; called now and then.
    pub fn tidy(&self) {
        self.limits.tidy();
    }
}

/// The whole service: middleware, every area's routes, the reference page and the application.
pub fn application(
    service: Service,
) -> Actix<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = Error,
        InitError = (),
    >,
> {
    let Service { app, areas, policy, contract, limits, traces, post: _ } = service;
    let keys: Keys = app.keys.clone();
    let (actix, _) = Actix::new()
        .into_utoipa_app()
        .service(scope::scope("/api/v1").configure(wiring::routes))
        .split_for_parts();
    actix
        .app_data(Data::new(app))
        .app_data(Data::new(keys))
        .app_data(policy)
        .app_data(contract)
        .app_data(limits)
        .app_data(Data::new(traces))
        .app_data(web::PayloadConfig::new(PAYLOAD_LIMIT))
        .configure(|config| areas.provide(config))
        .route("/livez", web::get().to(health::livez))
        .route("/readyz", web::get().to(health::readyz))
        .route(reference::CONTRACT, web::get().to(reference::contract))
        .route("/api/docs", web::get().to(reference::to_page))
        .route("/api/docs/{part:.*}", web::get().to(reference::page))
        .default_service(web::to(spa::page))
        .wrap(from_fn(policy::known_operations))
        .wrap(from_fn(refusals::refusals))
        .wrap(from_fn(limits::limits))
        .wrap(from_fn(identity::middleware::authenticate))
        .wrap(from_fn(deadline::deadline))
        .wrap(from_fn(problems))
        .wrap(from_fn(identity::middleware::request_info))
        .wrap(Compress::default())
        .wrap(from_fn(headers::headers))
        .wrap(from_fn(metrics::observe))
}
