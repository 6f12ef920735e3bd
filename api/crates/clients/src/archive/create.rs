//! Begin a file.
use super::entity::Model;
use super::input::NewClient;
use super::kinds::{ClientState, FileStatus, Inferior, Level, Tier};
use super::owner::{self, Owner};
use super::similar::{Keys, similar};
use super::{act, contents, dto::Client, index, rules, show, store};
use crate::parameters::VERIFICATION_MONTHS;
use chrono::NaiveDate;
use handbook::Handbook;
use kernel::access::Actor;
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::Reply;
use kernel::numbers;
use kernel::work::Work;

/// Series of the files' numbers.
const SERIES: &str = "KH";
/// Counter of the keys of the search index.
pub(crate) const SEARCH_KEYS: &str = "client-search";

pub async fn create(
    app: &App,
    handbook: &Handbook,
    actor: &Actor,
    input: NewClient,
) -> ApiResult<Reply<Client>> {
    let mut work = Work::begin(app, actor).await?;
    let row = begin(&mut work, handbook, input).await?;
    let answer = show::client(work.db(), actor, row).await?;
    work.commit_created(answer).await
}

/// Begin a file within a work; what creating, importing and accepting a submission share.
pub async fn begin(work: &mut Work<'_>, handbook: &Handbook, input: NewClient) -> ApiResult<Model> {
    let today = handbook.date(work.at());
    let written = input.contents().tidied()?;
    written.check_dates(today)?;
    let owner = owner::find(work.db(), input.owner_id.unwrap_or(work.actor().id)).await?;
    let place = owner.place(Level::Secret.rank());
    rules::begin(work.actor(), written.group_buy, &place)?;
    if owner.id != work.actor().id {
        rules::sees(owner::fitness(work.db(), owner.id, &place, work.at()).await?)?;
    }
    let reason = input.duplicate_reason.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let alike = similar(work.db(), work.actor(), &Keys::of(&written), None).await?;
    rules::distinct(alike.len(), input.confirm_duplicates, reason)?;
    let months = handbook.value_at(work.db(), &VERIFICATION_MONTHS, today).await?.value;
    let due = rules::due_after(today, u32::try_from(months).unwrap_or(u32::MAX));
    let mut row = blank(work, &owner, input.state, due);
    contents::write(&mut row, &written)?;
    // Both counters hold their row until the commit: last.
    row.search_key = numbers::counter(work.db(), SEARCH_KEYS).await?;
    row.number = numbers::next(work.db(), SERIES, today).await?;
    store::insert(work.db(), &row).await?;
    index::put(work.db(), &row, &[]).await?;
    let mut record = act::written("client.created", None, &row)?;
    if !alike.is_empty() {
        let known: Vec<_> = alike.iter().map(|file| file.id).collect();
        record = record.reason(reason.map(str::to_owned)).data("similar", known);
    }
    work.record(record);
    Ok(row)
}

/// A file without contents. It begins as 秘密 (A-SEC-03); its tier is decided later, on grounds
/// (B-CRM-04).
fn blank(work: &Work<'_>, owner: &Owner, state: Option<ClientState>, due: NaiveDate) -> Model {
    let nothing = || "{}".to_owned();
    Model {
        id: work.fresh(),
        search_key: 0,
        number: String::new(),
        name: String::new(),
        sort_key: String::new(),
        name_folded: String::new(),
        short_name: None,
        english_name: None,
        kind: super::kinds::ClientKind::Institution,
        group_buy: false,
        state: state.unwrap_or(ClientState::Potential),
        tier: Tier::Potential,
        tier_basis: None,
        level: Level::Secret,
        status: FileStatus::Active,
        merged_into_id: None,
        credit_code: None,
        industry: None,
        region: None,
        address: None,
        postcode: None,
        telephone: None,
        telephone_normalised: None,
        website: None,
        owner_id: owner.id,
        department_id: owner.department_id,
        site_id: owner.site_id,
        founded_on: None,
        trading_since: None,
        employees: None,
        assets: None,
        registered_capital: None,
        annual_sales: None,
        tags: "[]".to_owned(),
        basic: nothing(),
        traits: nothing(),
        business: nothing(),
        trading: nothing(),
        demand: nothing(),
        purchase_procedure: None,
        analysis: None,
        service_plan: None,
        contacts: 0,
        key_persons: 0,
        qualifications: 0,
        completeness: 0,
        compliant: false,
        inferior: Inferior::None,
        inferior_reason: None,
        inferior_reported_by: None,
        inferior_reported_at: None,
        inferior_confirmed_by: None,
        inferior_confirmed_at: None,
        inferior_note: None,
        last_verified_at: None,
        last_contact_at: None,
        verification_due_on: due,
        created_at: work.at(),
        created_by: work.actor().id,
        updated_at: work.at(),
        version: 1,
    }
}
