//! Handing mails over: which failures last, and settings that are no mail server's.
use super::mail::{ESCALATED, company, round, tell, with_mail};
use chrono::Duration;
use records::mail::{self, Undelivered};
use tests::Engine;
use tests::company::{INFORMATION_SUPERVISOR, SALES_MANAGER, SALESPERSON};

#[actix_web::test]
async fn a_server_that_nobody_reaches_is_told_from_one_that_refuses() {
    let mut settings = kernel::config::Mail { host: "127.0.0.1".to_owned(), ..Default::default() };
    settings.from = "zhidu@shuxin.example".to_owned();
    settings.security = "none".to_owned();
    settings.port = 1;
    let post = mail::Smtp::of(&settings).unwrap().unwrap();
    let posted = mail::Posted {
        message_id: "m".to_owned(),
        to_name: "程涛".to_owned(),
        to: "chengtao@shuxin.example".to_owned(),
        subject: "x".to_owned(),
        text: "x".to_owned(),
        sent_at: std::time::SystemTime::UNIX_EPOCH,
    };
    let failed = mail::Post::deliver(&post, &posted).await.unwrap_err();
    assert_eq!(failed, Undelivered { error: "CONNECTION".to_owned(), lasting: false, away: true });
    let nowhere = mail::Posted { to: "no address".to_owned(), ..posted };
    let failed = mail::Post::deliver(&post, &nowhere).await.unwrap_err();
    assert_eq!(failed, Undelivered { error: "ADDRESS".to_owned(), lasting: true, away: false });
    for (name, value) in [("security", "ssl"), ("from", "nobody")] {
        let wrong = match name {
            "security" => kernel::config::Mail { security: value.to_owned(), ..settings.clone() },
            _ => kernel::config::Mail { from: value.to_owned(), ..settings.clone() },
        };
        let fault = mail::Smtp::of(&wrong).err().expect("refused");
        assert!(fault.to_string().contains(&format!("mail.{name}")), "{fault}");
    }
}

/// Of three mails to a server that is away one is tried; the others wait for the next round, not for it.
#[actix_web::test]
async fn a_server_that_is_away_is_asked_once_a_round() {
    let (mut app, postbox) = company(Engine::Sqlite).await;
    for login in [SALESPERSON, SALES_MANAGER, INFORMATION_SUPERVISOR] {
        let who = with_mail(&app, login).await;
        tell(&app, &who, ESCALATED).await;
    }
    let settings = kernel::config::Mail { port: 1, ..app.app.config.mail.clone() };
    let away = mail::Smtp::of(&settings).unwrap().unwrap();
    let post = app.service.post.replace(std::sync::Arc::new(away));
    assert_eq!(round(&app).await, (0, 0, 1, 0));
    assert_eq!(round(&app).await, (0, 0, 1, 0));
    app.service.post = post;
    assert_eq!(round(&app).await, (1, 0, 0, 0), "the third was never tried");
    app.clock.advance(Duration::minutes(1));
    assert_eq!(round(&app).await, (2, 0, 0, 0));
    assert_eq!(postbox.take().len(), 3);
}
