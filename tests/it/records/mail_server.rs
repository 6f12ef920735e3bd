//! Handing mails over: which failures last, and settings that are no mail server's.
use records::mail::{self, Undelivered};

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
    assert_eq!(failed, Undelivered { error: "CONNECTION".to_owned(), lasting: false });
    let nowhere = mail::Posted { to: "no address".to_owned(), ..posted };
    let failed = mail::Post::deliver(&post, &nowhere).await.unwrap_err();
    assert_eq!(failed, Undelivered { error: "ADDRESS".to_owned(), lasting: true });
    for (name, value) in [("security", "ssl"), ("from", "nobody")] {
        let wrong = match name {
            "security" => kernel::config::Mail { security: value.to_owned(), ..settings.clone() },
            _ => kernel::config::Mail { from: value.to_owned(), ..settings.clone() },
        };
        let fault = mail::Smtp::of(&wrong).err().expect("refused");
        assert!(fault.to_string().contains(&format!("mail.{name}")), "{fault}");
    }
}
