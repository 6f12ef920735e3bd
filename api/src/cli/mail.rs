//! `zhidu mail --to <address>`: try the mail server.
use anyhow::{Context, Result, bail};
use clap::Args;
use kernel::clock::{Clock, SystemClock};
use kernel::config::Config;
use records::mail::{Post, Posted, Smtp};

#[derive(Debug, Args)]
pub struct Mail {
    /// Who gets the mail that says that the server works.
    #[arg(long)]
    to: String,
}

impl Mail {
    pub async fn run(&self, config: Config) -> Result<()> {
        let Some(smtp) = Smtp::of(&config.mail)? else { bail!("mail.host names no server") };
        let clock = SystemClock::default();
        let mail = Posted {
            message_id: clock.fresh_id().to_string(),
            to_name: String::new(),
            to: self.to.clone(),
            subject: "[制度] 邮件设置测试 / Test of the mail settings".to_owned(),
            text: "收到这封邮件，说明制度的邮件设置可以使用。\nThe mail settings of Zhidu work.\n"
                .to_owned(),
            sent_at: clock.now().into(),
        };
        let refused = |it: records::mail::Undelivered| anyhow::anyhow!("not taken: {}", it.error);
        smtp.deliver(&mail).await.map_err(refused).context(config.mail.host)?;
        println!("{} was taken", self.to);
        Ok(())
    }
}
