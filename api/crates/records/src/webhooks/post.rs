//! One attempt over HTTP. Nothing is believed of the other side: it is asked at a public address alone,
//! of which the name was looked up here; it leads nowhere else; its words are not read.
use super::address;
use super::kinds::DeliveryError;
use chrono::{DateTime, Duration, Utc};
use kernel::config::Webhooks;
use kernel::error::Fault;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::{Client, StatusCode, Url, header, redirect};
use std::error::Error;
use std::net::SocketAddr;

/// The way out of the process.
pub struct Post {
    client: Client,
    private: bool,
    timeout: std::time::Duration,
}

/// What is sent.
pub struct Letter {
    pub url: String,
    pub id: String,
    pub timestamp: i64,
    pub signatures: String,
    pub body: Vec<u8>,
}

/// What came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Status {
        status: u16,
        /// How long the receiver wants to be left alone.
        retry_after: Option<Duration>,
    },
    Nothing(DeliveryError),
}

impl Post {
    /// Fails where the machine has no certificates to trust.
    pub fn new(settings: &Webhooks) -> Result<Self, Fault> {
        let timeout = std::time::Duration::from_secs(settings.timeout_seconds.clamp(1, 60));
        let private = settings.allow_private_addresses;
        let client = Client::builder()
            .user_agent("zhidu-webhooks")
            .timeout(timeout)
            .https_only(!private)
            // A redirection would lead past what was checked; a proxy would look names up itself.
            .redirect(redirect::Policy::none())
            .no_proxy()
            .referer(false)
            .dns_resolver(Lookup { private })
            .build()
            .map_err(|error| Fault(format!("webhooks cannot be sent: {error}")))?;
        Ok(Self { client, private, timeout })
    }

    /// How long one attempt takes at the most.
    #[must_use]
    pub fn longest(&self) -> Duration {
        Duration::from_std(self.timeout).unwrap_or(Duration::seconds(60))
    }

    /// Send it, and look at nothing but the status. What follows is dropped with the connection.
    pub(super) async fn send(&self, letter: Letter, now: DateTime<Utc>) -> Answered {
        let url = match Url::parse(&letter.url) {
            // Of a host that is an address nobody is asked for the name.
            Ok(url) if address::is_allowed(&url, self.private) => url,
            _ => return Answered::Nothing(DeliveryError::RefusedAddress),
        };
        let request = self
            .client
            .post(url)
            .header(header::CONTENT_TYPE, "application/json")
            .header("webhook-id", letter.id)
            .header("webhook-timestamp", letter.timestamp)
            .header("webhook-signature", letter.signatures)
            .body(letter.body);
        match request.send().await {
            Ok(response) => Answered::Status {
                status: response.status().as_u16(),
                retry_after: retry_after(response.headers(), now),
            },
            Err(error) => Answered::Nothing(cause(&error)),
        }
    }
}

impl Answered {
    #[must_use]
    pub fn is_taken(self) -> bool {
        matches!(self, Self::Status { status: 200..=299, .. })
    }

    #[must_use]
    pub fn is_gone(self) -> bool {
        matches!(self, Self::Status { status, .. } if status == StatusCode::GONE.as_u16())
    }
}

/// In seconds, or a moment.
fn retry_after(headers: &header::HeaderMap, now: DateTime<Utc>) -> Option<Duration> {
    let text = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    match text.parse::<i64>() {
        Ok(seconds) => Duration::try_seconds(seconds),
        Err(_) => Some(DateTime::parse_from_rfc2822(text).ok()?.to_utc() - now),
    }
}

/// Looks names up, and leaves out what they lead to in networks that are not public.
struct Lookup {
    private: bool,
}

#[derive(Debug, thiserror::Error)]
#[error("no public address")]
struct Inward;

#[derive(Debug, thiserror::Error)]
#[error("no such name")]
struct Unknown;

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        let private = self.private;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await.map_err(|_| Unknown)?;
            let open = |it: &SocketAddr| private || address::is_public(it.ip());
            let open: Vec<_> = found.filter(open).collect();
            if open.is_empty() {
                return Err(Inward.into());
            }
            let open: Addrs = Box::new(open.into_iter());
            Ok(open)
        })
    }
}

/// Why there was no answer, in a word that tells nothing of what is there.
fn cause(error: &reqwest::Error) -> DeliveryError {
    let mut at: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(cause) = at {
        if let Some(known) = known(cause) {
            return known;
        }
        at = cause.source();
    }
    if error.is_timeout() { DeliveryError::Timeout } else { DeliveryError::Connection }
}

fn known(cause: &(dyn Error + 'static)) -> Option<DeliveryError> {
    if cause.is::<Inward>() {
        return Some(DeliveryError::RefusedAddress);
    }
    if cause.is::<Unknown>() {
        return Some(DeliveryError::UnknownHost);
    }
    if cause.is::<rustls::Error>() {
        return Some(DeliveryError::Tls);
    }
    // An error of input and output names what is behind the one that it wraps, and passes that over.
    known(cause.downcast_ref::<std::io::Error>()?.get_ref()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receiver_names_seconds_or_a_moment() {
        let now = DateTime::parse_from_rfc3339("2026-11-23T02:00:00Z").unwrap().to_utc();
        let read = |text: &str| {
            let mut headers = header::HeaderMap::new();
            headers.insert(header::RETRY_AFTER, text.parse().unwrap());
            retry_after(&headers, now)
        };
        assert_eq!(read("120"), Some(Duration::seconds(120)));
        assert_eq!(read("Mon, 23 Nov 2026 02:01:00 GMT"), Some(Duration::seconds(60)));
        assert_eq!(read("soon"), None);
        assert_eq!(retry_after(&header::HeaderMap::new(), now), None);
    }
}
