//! The archive as a source of obligations.
use super::{
    contact, information_report, kinds, level_review, loan_return, secrecy_renewal, submission,
    update, verification,
};
use handbook::obligations::source::async_trait;
use handbook::obligations::{KindSpec, Source, Tick, Wanted};
use kernel::code;
use kernel::error::ApiResult;

pub struct Archive;

#[async_trait]
impl Source for Archive {
    fn kinds(&self) -> &'static [KindSpec] {
        kinds::ALL
    }

    async fn wanted(&self, tick: &Tick<'_>, kind: &KindSpec) -> ApiResult<Vec<Wanted>> {
        match kind.code {
            code if code == kinds::VERIFICATION.code => verification::wanted(tick).await,
            code if code == kinds::UPDATE.code => update::wanted(tick).await,
            code if code == kinds::CONTACT.code => contact::wanted(tick).await,
            code if code == kinds::LEVEL_REVIEW.code => level_review::wanted(tick).await,
            code if code == kinds::SUBMISSION.code => submission::wanted(tick).await,
            code if code == kinds::LOAN_RETURN.code => loan_return::wanted(tick).await,
            code if code == kinds::SECRECY_RENEWAL.code => secrecy_renewal::wanted(tick).await,
            code if code == kinds::INFORMATION_REPORT.code => {
                information_report::wanted(tick).await
            }
            _ => Err(code::INTERNAL.into()),
        }
    }
}
