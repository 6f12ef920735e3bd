//! Middleware: requests per minute for each principal (the signed-in person or key, otherwise the
//! address), with the standard headers. Counted in this process: the bound is against a runaway
//! client, not an exact quota.
use actix_web::{
    Error, HttpMessage,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};
use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::StateInformationMiddleware,
    state::keyed::DashMapStateStore,
};
use kernel::{
    access::{Actor, RequestInfo},
    code,
    error::ApiError,
};
use std::num::NonZeroU32;

type Limiter =
    RateLimiter<String, DashMapStateStore<String>, DefaultClock, StateInformationMiddleware>;

/// The counters of this process.
pub struct Limits {
    limiter: Limiter,
    per_minute: u32,
}

impl std::fmt::Debug for Limits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Limits({} a minute)", self.per_minute)
    }
}

impl Limits {
    /// 0 means the smallest limit there is, one a minute.
    #[must_use]
    pub fn new(per_minute: u32) -> Self {
        let quota = Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN));
        let limiter = RateLimiter::dashmap(quota).with_middleware();
        Self { limiter, per_minute }
    }

    /// Forget principals that have not called for long.
    pub fn tidy(&self) {
        self.limiter.retain_recent();
    }
}

pub async fn limits(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let limits = request.app_data::<Data<Limits>>().filter(|_| is_limited(request.path())).cloned();
    let Some(limits) = limits else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    match limits.limiter.check_key(&principal(&request)) {
        Ok(state) => {
            let mut response = next.call(request).await?.map_into_boxed_body();
            tell(&mut response, state.remaining_burst_capacity(), limits.per_minute);
            Ok(response)
        }
        Err(wait) => {
            let wait = wait.wait_time_from(DefaultClock::default().now());
            let seconds = wait.as_secs().saturating_add(1).to_string();
            let error: ApiError = code::RATE_LIMITED.with(vec![("seconds", seconds)]).into();
            let mut response = ServiceResponse::from_err(error, request.into_parts().0);
            tell(&mut response, 0, limits.per_minute);
            Ok(response)
        }
    }
}

/// The application's own files are not counted: one page is dozens of them, asked for before anybody
/// has signed in, and a whole office shares one address.
fn is_limited(path: &str) -> bool {
    path.starts_with("/api/v1/")
}

fn principal(request: &ServiceRequest) -> String {
    let extensions = request.extensions();
    if let Some(actor) = extensions.get::<Actor>() {
        return actor.credential.unwrap_or(actor.id.0).to_string();
    }
    extensions.get::<RequestInfo>().map(|info| info.address.clone()).unwrap_or_default()
}

fn tell(response: &mut ServiceResponse<BoxBody>, left: u32, per_minute: u32) {
    set(response, "ratelimit", &format!("\"default\";r={left}"));
    set(response, "ratelimit-policy", &format!("\"default\";q={per_minute};w=60"));
}

fn set(response: &mut ServiceResponse<BoxBody>, name: &'static str, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(HeaderName::from_static(name), value);
    }
}
