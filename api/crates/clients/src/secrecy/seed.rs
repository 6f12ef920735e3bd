//! Signatures of invented people, for the demonstration and the tests.
use super::acknowledge::{Signer, apply};
use super::current::current;
use handbook::Handbook;
use kernel::error::ApiResult;
use kernel::work::Work;

/// Everybody who holds a permission has signed.
pub async fn sign_for(
    work: &mut Work<'_>,
    handbook: &Handbook,
    permission: &'static str,
) -> ApiResult<()> {
    let current = current(handbook, work.db(), handbook.date(work.at())).await?;
    let holders = identity::holders_of(work.db(), [permission], work.at()).await?;
    for person in identity::people::some(work.db(), holders).await? {
        let signer = Signer {
            id: person.id,
            name: &person.name,
            department_id: person.department_id,
            site_id: person.site_id,
        };
        apply(work, &current, signer, &person.name).await?;
    }
    Ok(())
}
