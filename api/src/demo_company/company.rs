//! The company itself: roles, duties, sites, departments, people, calendar, in one work.
use super::marker::Marker;
use crate::application::Service;
use crate::demo::{DemoPerson, departments, people, sites};
use crate::founding;
use anyhow::{Context, Result, anyhow};
use identity::departments::DepartmentInput;
use identity::people::{Locale, PersonInput};
use identity::seed::{self, PasswordHash};
use identity::sites::SiteInput;
use kernel::app::App;
use kernel::ids::{DepartmentId, PersonId, SiteId};
use kernel::work::Work;
use std::collections::HashMap;

const REASON: &str = "建立示范公司";
/// The request id under which it is built.
pub const AS: &str = "seed";

/// Ids of what was created, by code.
type Codes<T> = HashMap<&'static str, T>;

/// Build it as of the clock of `app`, and note in the same work whose database this now is.
pub async fn build(
    service: &Service,
    app: &App,
    marker: &Marker,
    password: PasswordHash,
) -> Result<()> {
    let system = founding::actor(AS);
    let mut work = Work::begin(app, &system).await?;
    founding::ensure(&mut work).await?;
    let sites = build_sites(&mut work).await?;
    let departments = build_departments(&mut work).await?;
    let staff = people(marker.seed, marker.today);
    let mut ids = Codes::new();
    for person in &staff {
        let id = hire(&mut work, person, (&departments, &sites), &ids, password.clone()).await?;
        ids.insert(person.login, id);
    }
    lead(&mut work, &departments, &ids).await?;
    marker.write(work.db()).await?;
    work.commit_nothing().await?;
    service.areas.authenticator.forget();
    Ok(())
}

async fn build_sites(work: &mut Work<'_>) -> Result<Codes<SiteId>> {
    let mut ids = Codes::new();
    for site in sites() {
        let input = SiteInput {
            code: site.code.to_owned(),
            name: site.name.to_owned(),
            address: Some(site.address.to_owned()),
            telephone: Some(site.telephone.to_owned()),
        };
        ids.insert(site.code, seed::create_site(work, input).await?);
    }
    Ok(ids)
}

async fn build_departments(work: &mut Work<'_>) -> Result<Codes<DepartmentId>> {
    let mut ids = Codes::new();
    for department in departments() {
        let parent = department.parent.map(|code| found(&ids, code)).transpose()?;
        let input = DepartmentInput {
            code: department.code.to_owned(),
            name: department.name.to_owned(),
            parent_id: parent,
            head_person_id: None,
        };
        ids.insert(department.code, seed::create_department(work, input).await?);
    }
    Ok(ids)
}

/// Superiors come before those they lead, so theirs is known already.
async fn hire(
    work: &mut Work<'_>,
    person: &DemoPerson,
    (departments, sites): (&Codes<DepartmentId>, &Codes<SiteId>),
    superiors: &Codes<PersonId>,
    password: PasswordHash,
) -> Result<PersonId> {
    let input = PersonInput {
        login: person.login.to_owned(),
        name: person.name.to_owned(),
        employee_number: Some(person.employee_number.clone()),
        email: Some(person.email.clone()),
        phone: Some(person.mobile.clone()),
        department_id: Some(found(departments, person.department)?),
        site_id: Some(found(sites, person.site)?),
        superior_id: person.superior.map(|login| found(superiors, login)).transpose()?,
        locale: Locale::default(),
    };
    let hired = seed::create_person(work, input, Some(password)).await;
    let id = hired.map_err(|error| anyhow!("{}: {error}", person.login))?;
    let granted = seed::grant(work, id, person.role.code(), REASON).await;
    granted.map_err(|error| anyhow!("{} as {}: {error}", person.login, person.role.code()))?;
    Ok(id)
}

async fn lead(
    work: &mut Work<'_>,
    ids: &Codes<DepartmentId>,
    people: &Codes<PersonId>,
) -> Result<()> {
    for department in departments() {
        let head = found(people, department.head)?;
        seed::set_head(work, found(ids, department.code)?, head).await?;
    }
    Ok(())
}

fn found<T: Copy>(ids: &Codes<T>, code: &str) -> Result<T> {
    ids.get(code).copied().with_context(|| format!("nothing has the code {code}"))
}
