//! Traces by OTLP over HTTP, where `metrics.otlp_endpoint` names a collector: one span per request,
//! with the route template and the request id of log, answer and audit trail. No address, no query
//! and no name ever goes into a span. Where nothing is named, nothing is started.
use actix_web::http::header::HeaderMap;
use anyhow::{Context as _, Result, ensure};
use opentelemetry::{
    KeyValue,
    propagation::{Extractor, TextMapPropagator},
    trace::{Span, SpanKind, Status, Tracer, TracerProvider},
};
use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig};
use opentelemetry_sdk::{
    Resource,
    propagation::TraceContextPropagator,
    trace::{SdkTracer, SdkTracerProvider},
};
use std::time::Duration;

/// How long a collector may take, and how long a stop waits for it.
const PATIENCE: Duration = Duration::from_secs(3);

/// Where spans go. Spans are gathered and sent by a thread of their own: a collector that is slow or
/// away costs no request anything; what does not fit the queue is dropped.
#[derive(Clone, Debug, Default)]
pub struct Traces(Option<On>);

#[derive(Clone, Debug)]
struct On {
    provider: SdkTracerProvider,
    tracer: SdkTracer,
}

impl Traces {
    pub fn start(endpoint: &str) -> Result<Self> {
        if endpoint.is_empty() {
            return Ok(Self::default());
        }
        let known = endpoint.starts_with("http://") || endpoint.starts_with("https://");
        ensure!(known, "metrics.otlp_endpoint: an address with http:// or https:// is needed");
        let exporter = SpanExporter::builder()
            .with_http()
            .with_protocol(Protocol::HttpBinary)
            .with_endpoint(format!("{}/v1/traces", endpoint.trim_end_matches('/')))
            .with_timeout(PATIENCE)
            .build()
            .context("metrics.otlp_endpoint")?;
        let resource = Resource::builder()
            .with_service_name("zhidu")
            .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
            .build();
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_resource(resource)
            .build();
        let tracer = provider.tracer("zhidu");
        Ok(Self(Some(On { provider, tracer })))
    }

    #[must_use]
    pub const fn are_sent(&self) -> bool {
        self.0.is_some()
    }

    /// A request begins, as a part of what the caller says it belongs to (`traceparent`).
    #[must_use]
    pub fn begin(&self, headers: &HeaderMap, method: &str, route: &str) -> Option<RequestSpan> {
        let on = self.0.as_ref()?;
        let parent = TraceContextPropagator::new().extract(&Headers(headers));
        let span = on
            .tracer
            .span_builder(format!("{method} {route}"))
            .with_kind(SpanKind::Server)
            .with_attributes([
                KeyValue::new("http.request.method", method.to_owned()),
                KeyValue::new("http.route", route.to_owned()),
            ])
            .start_with_context(&on.tracer, &parent);
        Some(RequestSpan(span))
    }

    /// Send what has been gathered; blocks, and says whether the collector took it.
    #[must_use]
    pub fn flush(&self) -> bool {
        self.0.as_ref().is_none_or(|on| on.provider.force_flush().is_ok())
    }

    /// Send what is left and end; blocks, for some seconds at the most.
    pub fn stop(&self) {
        if let Some(on) = &self.0
            && let Err(error) = on.provider.shutdown_with_timeout(PATIENCE)
        {
            tracing::warn!(%error, "the last traces were not taken");
        }
    }
}

/// A request that is being answered.
pub struct RequestSpan(opentelemetry_sdk::trace::Span);

impl RequestSpan {
    pub fn end(mut self, status: u16, request_id: &str) {
        self.0.set_attribute(KeyValue::new("http.response.status_code", i64::from(status)));
        self.0.set_attribute(KeyValue::new("zhidu.request_id", request_id.to_owned()));
        if status >= 500 {
            self.0.set_status(Status::error(""));
        }
        self.0.end();
    }
}

struct Headers<'a>(&'a HeaderMap);

impl Extractor for Headers<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.to_str().ok()
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(actix_web::http::header::HeaderName::as_str).collect()
    }
}
