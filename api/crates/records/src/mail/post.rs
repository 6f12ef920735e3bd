//! The company's mail server.
use async_trait::async_trait;
use kernel::config::Mail;
use kernel::error::Fault;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor, message::Mailbox};
use std::time::Duration;

/// A mail as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    /// The same at every attempt: a mailbox that gets it twice can tell.
    pub message_id: String,
    pub to_name: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    pub sent_at: std::time::SystemTime,
}

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    /// The server's code, or `CONNECTION`, `TLS`, `TIMEOUT`, `ADDRESS`.
    pub error: String,
    /// It will not be taken later either.
    pub lasting: bool,
    /// Nobody answered: the next mail would fare no better.
    pub away: bool,
}

#[async_trait]
pub trait Post: Send + Sync {
    async fn deliver(&self, mail: &Posted) -> Result<(), Undelivered>;
}

/// By SMTP.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// None where the settings name no server.
    ///
    /// # Errors
    /// When the sender is no address, or `security` none of the three.
    pub fn of(settings: &Mail) -> Result<Option<Self>, Fault> {
        if settings.host.is_empty() {
            return Ok(None);
        }
        let wrong = |name: &str, why: String| Fault(format!("mail.{name}: {why}"));
        let from = settings.from.parse().map_err(|e| wrong("from", format!("{e}")))?;
        let parameters = || TlsParameters::new(settings.host.clone());
        let tls = match settings.security.as_str() {
            "tls" => Tls::Wrapper(parameters().map_err(|e| wrong("host", e.to_string()))?),
            "starttls" => Tls::Required(parameters().map_err(|e| wrong("host", e.to_string()))?),
            "none" => Tls::None,
            other => return Err(wrong("security", format!("{other}: tls, starttls or none"))),
        };
        let usual = match &tls {
            Tls::Wrapper(_) => 465,
            Tls::Required(_) => 587,
            _ => 25,
        };
        let port = if settings.port == 0 { usual } else { settings.port };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(port)
            .tls(tls)
            .timeout(Some(Duration::from_secs(settings.timeout_seconds.max(1))));
        if !settings.username.is_empty() {
            let credentials =
                Credentials::new(settings.username.clone(), settings.password.clone());
            builder = builder.credentials(credentials);
        }
        Ok(Some(Self { transport: builder.build(), from }))
    }

    /// Whether the server answers and takes the sign-in.
    pub async fn answers(&self) -> bool {
        self.transport.test_connection().await.unwrap_or(false)
    }
}

#[async_trait]
impl Post for Smtp {
    async fn deliver(&self, mail: &Posted) -> Result<(), Undelivered> {
        let bad = |_| Undelivered { error: "ADDRESS".to_owned(), lasting: true, away: false };
        let to = mail.to.parse().map(|address| Mailbox::new(Some(mail.to_name.clone()), address));
        let domain = self.from.email.domain();
        let message = lettre::Message::builder()
            .from(self.from.clone())
            .to(to.map_err(|e: lettre::address::AddressError| bad(e.to_string()))?)
            .message_id(Some(format!("<{}@{domain}>", mail.message_id)))
            .date(mail.sent_at)
            .subject(mail.subject.clone())
            .header(lettre::message::header::ContentType::TEXT_PLAIN)
            .raw_header(automatic())
            .body(mail.text.clone())
            .map_err(|e| bad(e.to_string()))?;
        self.transport.send(message).await.map(|_| ()).map_err(|e| undelivered(&e))
    }
}

/// So that no absence notice answers it (RFC 3834).
fn automatic() -> lettre::message::header::HeaderValue {
    use lettre::message::header::{HeaderName, HeaderValue};
    HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned())
}

fn undelivered(error: &SmtpError) -> Undelivered {
    if let Some(code) = error.status() {
        return Undelivered { error: code.to_string(), lasting: error.is_permanent(), away: false };
    }
    let kind = if error.is_timeout() {
        "TIMEOUT"
    } else if error.is_tls() {
        "TLS"
    } else {
        "CONNECTION"
    };
    Undelivered { error: kind.to_owned(), lasting: false, away: true }
}
