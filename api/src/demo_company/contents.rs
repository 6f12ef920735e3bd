//! A generated archive in the shape in which the archive takes it.
use crate::demo::{DemoClient, Kind, Sections, State, Tier as DemoTier};
use clients::seed::{
    Basic, Business, ClientInput, ClientKind, ClientState, Demand, Level, Tier, Trading, Traits,
};
use kernel::money::{Amount, Money};

/// Generated money is in fen; amounts are kept in ten-thousandths of a yuan.
const TEN_THOUSANDTHS_PER_FEN: i64 = 100;

/// For key and core clients, of which B-CRM-07 demands one.
const SERVICE_PLAN: &str = "由业务经理专人维护：每月上门走访一次，每季度提交服务小结；订单优先排期，售后问题四小时内响应。";

pub fn amount(fen: i64) -> Amount {
    Amount(fen.saturating_mul(TEN_THOUSANDTHS_PER_FEN))
}

pub fn contents(client: &DemoClient) -> ClientInput {
    let money = |fen: Option<i64>| fen.map(|fen| Money::cny(amount(fen)));
    let sections = sections(&client.sections);
    ClientInput {
        name: client.name.clone(),
        short_name: client.short_name.clone(),
        english_name: client.english_name.clone(),
        kind: kind(client.kind),
        group_buy: client.group_buy,
        credit_code: client.credit_code.clone(),
        industry: client.industry.map(str::to_owned),
        region: Some(client.region.clone()),
        address: client.address.clone(),
        postcode: client.postcode.map(str::to_owned),
        telephone: Some(client.telephone.clone()),
        website: client.website.clone(),
        founded_on: client.founded_on,
        trading_since: client.trading_since,
        employees: client.employees.and_then(|many| i32::try_from(many).ok()),
        assets: money(client.assets),
        registered_capital: money(client.registered_capital),
        annual_sales: money(client.annual_sales),
        tags: client.tags.iter().map(|tag| (*tag).to_owned()).collect(),
        basic: sections.0,
        traits: sections.1,
        business: sections.2,
        trading: sections.3,
        demand: sections.4,
        purchase_procedure: client.sections.purchase_procedure.clone(),
        analysis: client.sections.analysis.clone(),
        service_plan: service_plan(client),
    }
}

fn service_plan(client: &DemoClient) -> Option<String> {
    let needed = matches!(client.tier, DemoTier::Key | DemoTier::Core);
    client.sections.service_plan.clone().or_else(|| needed.then(|| SERVICE_PLAN.to_owned()))
}

fn sections(from: &Sections) -> (Basic, Traits, Business, Trading, Demand) {
    let it = from.clone();
    let basic = Basic {
        organisation: it.basic.organisation,
        owners_managers: it.basic.owners_managers,
        scope: it.basic.scope,
    };
    let traits = Traits {
        service_area: it.traits.service_area,
        sales_capability: it.traits.sales_capability,
        development_potential: it.traits.development_potential,
        culture: it.traits.culture,
        policy: it.traits.policy,
        management: it.traits.management,
    };
    let demand = Demand {
        investment_scale: it.demand.investment_scale,
        plan_medium: it.demand.plan_medium,
        plan_long: it.demand.plan_long,
        preferences: it.demand.preferences,
    };
    (basic, traits, business(from), trading(from), demand)
}

fn business(from: &Sections) -> Business {
    let it = from.business.clone();
    Business {
        past_results: it.past_results,
        present_results: it.present_results,
        manager_quality: it.manager_quality,
        staff_quality: it.staff_quality,
        competitors: it.competitors,
        relation: it.relation,
        attitude: it.attitude,
    }
}

fn trading(from: &Sections) -> Trading {
    let it = from.trading.clone();
    Trading {
        activity: it.activity,
        problems: it.problems,
        advantages: it.advantages,
        countermeasures: it.countermeasures,
        reputation: it.reputation,
        credit_status: it.credit_status,
        terms: it.terms,
        past_credit_problems: it.past_credit_problems,
    }
}

const fn kind(kind: Kind) -> ClientKind {
    match kind {
        Kind::Institution => ClientKind::Institution,
        Kind::Individual => ClientKind::Individual,
    }
}

pub const fn state(state: State) -> ClientState {
    match state {
        State::Potential => ClientState::Potential,
        State::InTheMaking => ClientState::InTheMaking,
        State::Existing => ClientState::Existing,
    }
}

pub const fn tier(tier: DemoTier) -> Tier {
    match tier {
        DemoTier::Key => Tier::Key,
        DemoTier::Core => Tier::Core,
        DemoTier::General => Tier::General,
        DemoTier::Potential => Tier::Potential,
    }
}

pub const fn level(level: crate::demo::Level) -> Level {
    match level {
        crate::demo::Level::Secret => Level::Secret,
        crate::demo::Level::Confidential => Level::Confidential,
        crate::demo::Level::TopSecret => Level::TopSecret,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::DemoClients;

    #[test]
    fn every_generated_file_would_pass_the_checks_of_the_archive_unchanged() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        for client in DemoClients::new(7, today, 600).iter() {
            let contents = contents(&client);
            let tidied = contents.tidied().unwrap_or_else(|e| panic!("{}: {e}", client.name));
            assert_eq!(tidied, contents);
            contents.check_dates(today).unwrap();
        }
    }

    #[test]
    fn key_and_core_clients_have_a_service_plan() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let important = |c: &DemoClient| matches!(c.tier, DemoTier::Key | DemoTier::Core);
        let all: Vec<_> = DemoClients::new(7, today, 600).iter().filter(important).collect();
        assert!(all.len() > 20);
        assert!(all.iter().all(|client| contents(client).service_plan.is_some()));
    }
}
