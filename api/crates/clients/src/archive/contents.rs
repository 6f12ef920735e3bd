//! Between the row of a file and its contents as they travel.
use super::completeness::{Completeness, Filing, Hanging, completeness, compliant};
use super::entity::Model;
use super::input::ClientInput;
use kernel::error::ApiResult;
use kernel::money::{Amount, Money};
use kernel::text;

/// The contents of a row.
pub fn read(row: &Model) -> ApiResult<ClientInput> {
    let it = row.clone();
    Ok(ClientInput {
        name: it.name,
        short_name: it.short_name,
        english_name: it.english_name,
        kind: it.kind,
        group_buy: it.group_buy,
        credit_code: it.credit_code,
        industry: it.industry,
        region: it.region,
        address: it.address,
        postcode: it.postcode,
        telephone: it.telephone,
        website: it.website,
        founded_on: it.founded_on,
        trading_since: it.trading_since,
        employees: it.employees,
        assets: it.assets.map(Money::cny),
        registered_capital: it.registered_capital.map(Money::cny),
        annual_sales: it.annual_sales.map(Money::cny),
        tags: serde_json::from_str(&it.tags)?,
        basic: serde_json::from_str(&it.basic)?,
        traits: serde_json::from_str(&it.traits)?,
        business: serde_json::from_str(&it.business)?,
        trading: serde_json::from_str(&it.trading)?,
        demand: serde_json::from_str(&it.demand)?,
        purchase_procedure: it.purchase_procedure,
        analysis: it.analysis,
        service_plan: it.service_plan,
    })
}

/// Put contents into a row, with everything that follows from them.
pub fn write(row: &mut Model, contents: &ClientInput) -> ApiResult<()> {
    let amount = |money: Option<Money>| -> Option<Amount> { money.map(|money| money.amount) };
    let it = contents.clone();
    row.sort_key = text::sort_key(&it.name);
    row.name_folded = text::company_name::fold(&it.name);
    row.telephone_normalised = it.telephone.as_deref().and_then(text::phone::normalise);
    row.name = it.name;
    row.short_name = it.short_name;
    row.english_name = it.english_name;
    row.kind = it.kind;
    row.group_buy = it.group_buy;
    row.credit_code = it.credit_code;
    row.industry = it.industry;
    row.region = it.region;
    row.address = it.address;
    row.postcode = it.postcode;
    row.telephone = it.telephone;
    row.website = it.website;
    row.founded_on = it.founded_on;
    row.trading_since = it.trading_since;
    row.employees = it.employees;
    row.assets = amount(it.assets);
    row.registered_capital = amount(it.registered_capital);
    row.annual_sales = amount(it.annual_sales);
    row.tags = serde_json::to_string(&it.tags)?;
    row.basic = serde_json::to_string(&it.basic)?;
    row.traits = serde_json::to_string(&it.traits)?;
    row.business = serde_json::to_string(&it.business)?;
    row.trading = serde_json::to_string(&it.trading)?;
    row.demand = serde_json::to_string(&it.demand)?;
    row.purchase_procedure = it.purchase_procedure;
    row.analysis = it.analysis;
    row.service_plan = it.service_plan;
    judge(row, contents);
    Ok(())
}

/// Completeness and compliance of a row anew (A-CLI-02, A-CLI-05).
pub fn judge(row: &mut Model, contents: &ClientInput) {
    let filing = filing(row, contents);
    let (percent, complies) = (completeness(&filing).percent, compliant(&filing));
    row.completeness = percent;
    row.compliant = complies;
}

/// The row as completeness looks at it.
#[must_use]
pub fn filing<'a>(row: &Model, contents: &'a ClientInput) -> Filing<'a> {
    Filing { contents, state: row.state, hanging: hanging(row) }
}

#[must_use]
pub fn missing(row: &Model, contents: &ClientInput) -> Completeness {
    completeness(&filing(row, contents))
}

fn hanging(row: &Model) -> Hanging {
    Hanging {
        contacts: row.contacts,
        key_persons: row.key_persons,
        qualifications: row.qualifications,
    }
}
