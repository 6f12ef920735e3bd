//! Who stands directly above somebody, as the company knows it at a moment (A-BOR-05).
use identity::people::{self, Known};
use kernel::ids::PersonId;
use sea_orm::{ConnectionTrait, DbErr};

/// The superior of the register of people, else the head of the nearest department above; at work, and
/// never the person themselves.
pub async fn of(db: &impl ConnectionTrait, person: &Known) -> Result<Option<PersonId>, DbErr> {
    let mut line: Vec<PersonId> = person.superior_id.into_iter().collect();
    if let Some(department) = person.department_id {
        let above = people::departments_above(db, department).await?;
        line.extend(above.into_iter().filter_map(|(_, head)| head));
    }
    line.retain(|above| *above != person.id);
    let at_work = people::homes(db, line.iter().copied()).await?;
    Ok(line.into_iter().find(|above| at_work.contains_key(above)))
}
