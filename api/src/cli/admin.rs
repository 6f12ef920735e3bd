//! `zhidu admin`: administrators from the machine, for the day on which nobody can sign in. The use
//! cases of the interface, in the name of the service, and in the trail like everything else.
use crate::{application::Service, founding, start};
use anyhow::{Context, Result, anyhow};
use clap::Subcommand;
use identity::people::{self, Locale, PersonInput, PersonReason, ResetPassword};
use identity::roles::built_in;
use identity::seed;
use kernel::access::Actor;
use kernel::config::Config;
use kernel::error::ApiError;
use kernel::http::conditional::IfMatch;
use kernel::ids::PersonId;
use kernel::work::Work;
use sea_orm::{ConnectionTrait, Statement};

const REASON: &str = "在服务器上执行的管理命令";

#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Open the account of an administrator and print the password of its first sign-in.
    Create { login: String, name: String },
    /// Print a new password for somebody, to be changed at the next sign-in; ends their sessions.
    Reset { login: String },
    /// Take somebody's access away.
    Disable { login: String },
}

impl Admin {
    pub async fn run(self, config: Config) -> Result<()> {
        let service = Service::new(start::open(config).await?)?;
        let actor = founding::actor("admin");
        match self {
            Self::Create { login, name } => create(&service, &actor, &login, &name).await?,
            Self::Reset { login } => reset(&service, &actor, &login).await?,
            Self::Disable { login } => disable(&service, &actor, &login).await?,
        }
        service.app.db.clone().close().await?;
        Ok(())
    }
}

/// What went wrong, in the words of the interface.
fn told(error: &ApiError) -> anyhow::Error {
    let problem = error.problem(kernel::lang::Lang::default(), "admin");
    let fields = problem.errors.iter().map(|field| format!("{}: {}", field.pointer, field.detail));
    let lines: Vec<String> = std::iter::once(problem.title.clone()).chain(fields).collect();
    anyhow!("{} ({})", lines.join("; "), problem.code)
}

async fn create(service: &Service, actor: &Actor, login: &str, name: &str) -> Result<()> {
    let input = PersonInput {
        login: login.to_owned(),
        name: name.to_owned(),
        employee_number: None,
        email: None,
        phone: None,
        department_id: None,
        site_id: None,
        superior_id: None,
        locale: Locale::default(),
    };
    kernel::http::input::check(&input).map_err(|error| told(&error))?;
    open(service, actor, input).await.map_err(|error| told(&error))?;
    reset(service, actor, login).await
}

/// Account and role in one work.
async fn open(service: &Service, actor: &Actor, input: PersonInput) -> Result<(), ApiError> {
    let mut work = Work::begin(&service.app, actor).await?;
    founding::ensure(&mut work).await?;
    let person = seed::create_person(&mut work, input, None).await?;
    seed::grant(&mut work, person, built_in::ADMINISTRATOR, REASON).await?;
    work.commit_nothing().await?;
    Ok(())
}

async fn reset(service: &Service, actor: &Actor, login: &str) -> Result<()> {
    let (id, seen) = find(service, login).await?;
    let authenticator = &service.areas.authenticator;
    let input = ResetPassword { reason: Some(REASON.to_owned()) };
    let done = people::reset_password(&service.app, actor, authenticator, id, seen, input).await;
    let told = done.map_err(|error| told(&error))?.body;
    let password = told.temporary_password.context("no password was made")?;
    let until = told.valid_until.format("%Y-%m-%d %H:%M UTC");
    println!("{login} signs in with {password} until {until}, and then chooses another.");
    Ok(())
}

async fn disable(service: &Service, actor: &Actor, login: &str) -> Result<()> {
    let (id, seen) = find(service, login).await?;
    let reason = PersonReason { reason: REASON.to_owned() };
    people::disable(&service.app, actor, id, seen, reason).await.map_err(|error| told(&error))?;
    println!("{login} has no access any more.");
    Ok(())
}

/// The person and the version of their file.
async fn find(service: &Service, login: &str) -> Result<(PersonId, IfMatch)> {
    let db = service.app.db.reader();
    let sql = "SELECT id, version FROM person WHERE login = $1";
    let folded = login.trim().to_lowercase();
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, [folded.into()]);
    let row = db.query_one_raw(statement).await?;
    let row = row.with_context(|| format!("nobody has the login {login}"))?;
    Ok((PersonId(row.try_get("", "id")?), IfMatch(row.try_get("", "version")?)))
}
