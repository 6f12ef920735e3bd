//! The written sections, with the gaps that real files have.

use super::super::dice::Dice;
use super::super::phrases::{self as say, Bank, Voice};
use super::identity::Who;
use super::*;

/// Writes a field or leaves it empty.
struct Pen<'a> {
    voice: Voice<'a>,
    /// Of a hundred fields so many are filled in.
    diligence: u32,
    /// Trade has begun.
    trading: bool,
}

impl Pen<'_> {
    fn write(&self, dice: &mut Dice, bank: &Bank) -> Option<String> {
        dice.percent(self.diligence).then(|| self.voice.write(dice, bank))
    }

    /// From `won` when trade has begun, from `open` before.
    fn either(&self, dice: &mut Dice, won: &Bank, open: &Bank) -> Option<String> {
        self.write(dice, if self.trading { won } else { open })
    }
}

pub(super) fn voice(who: &Who, today: NaiveDate) -> Voice<'_> {
    Voice { industry: who.industry, city: who.city(), owner: who.owner, year: today.year() }
}

pub(super) fn written(
    dice: &mut Dice,
    client: &DemoClient,
    who: &Who,
    today: NaiveDate,
) -> Sections {
    let diligence = match (client.state, client.tier) {
        (_, Tier::Key | Tier::Core) => dice.weighted(&[(70, 100), (30, 88)], 88),
        (State::Existing, _) => dice.weighted(&[(45, 100), (40, 85), (15, 35)], 85),
        _ => dice.weighted(&[(15, 100), (45, 65), (40, 20)], 65),
    };
    let trading = client.state == State::Existing;
    let pen = Pen { voice: voice(who, today), diligence, trading };
    if who.individual { individual(dice, &pen) } else { institution(dice, &pen) }
}

fn individual(dice: &mut Dice, pen: &Pen<'_>) -> Sections {
    Sections {
        demand: Demand { preferences: pen.write(dice, &say::PREFERENCES), ..Demand::default() },
        trading: Trading {
            terms: Some("现结，微信或转账付款，货到当面验收。".to_owned()),
            ..Trading::default()
        },
        analysis: pen.write(dice, &say::INDIVIDUAL),
        ..Sections::default()
    }
}

fn institution(dice: &mut Dice, pen: &Pen<'_>) -> Sections {
    Sections {
        basic: Basic {
            organisation: pen.write(dice, &say::ORGANISATION),
            owners_managers: pen.write(dice, &say::OWNERS),
            scope: pen.write(dice, &say::SCOPE),
        },
        traits: traits(dice, pen),
        business: business(dice, pen),
        trading: trading(dice, pen),
        purchase_procedure: pen.write(dice, &say::PROCEDURE),
        demand: Demand {
            investment_scale: pen.write(dice, &say::INVESTMENT),
            plan_medium: pen.write(dice, &say::PLAN_MEDIUM),
            plan_long: pen.write(dice, &say::PLAN_LONG),
            preferences: pen.write(dice, &say::PREFERENCES),
        },
        analysis: pen.write(dice, &say::ANALYSIS),
        service_plan: pen.write(dice, &say::SERVICE_PLAN),
    }
}

fn traits(dice: &mut Dice, pen: &Pen<'_>) -> Traits {
    Traits {
        service_area: pen.write(dice, &say::SERVICE_AREA),
        sales_capability: pen.write(dice, &say::SALES_CAPABILITY),
        development_potential: pen.write(dice, &say::POTENTIAL),
        culture: pen.write(dice, &say::CULTURE),
        policy: pen.write(dice, &say::POLICY),
        management: pen.write(dice, &say::MANAGEMENT),
    }
}

fn business(dice: &mut Dice, pen: &Pen<'_>) -> Business {
    Business {
        past_results: pen.either(dice, &say::PAST_RESULTS, &say::PAST_RESULTS_PROSPECT),
        present_results: pen.either(dice, &say::PRESENT_RESULTS, &say::PRESENT_RESULTS_PROSPECT),
        manager_quality: pen.write(dice, &say::MANAGER_QUALITY),
        staff_quality: pen.write(dice, &say::STAFF_QUALITY),
        competitors: pen.write(dice, &say::COMPETITORS),
        relation: pen.either(dice, &say::RELATION, &say::RELATION_PROSPECT),
        attitude: pen.write(dice, &say::ATTITUDE),
    }
}

fn trading(dice: &mut Dice, pen: &Pen<'_>) -> Trading {
    let (won, open) = (&say::CREDIT_PROBLEMS, &say::CREDIT_PROBLEMS_PROSPECT);
    Trading {
        activity: pen.either(dice, &say::ACTIVITY, &say::ACTIVITY_PROSPECT),
        problems: if pen.trading { pen.write(dice, &say::PROBLEMS) } else { None },
        advantages: if pen.trading { pen.write(dice, &say::ADVANTAGES) } else { None },
        countermeasures: pen.write(dice, &say::COUNTERMEASURES),
        reputation: pen.write(dice, &say::REPUTATION),
        credit_status: pen.either(dice, &say::CREDIT_STATUS, &say::CREDIT_STATUS_PROSPECT),
        terms: pen.either(dice, &say::TERMS, &say::TERMS_PROSPECT),
        past_credit_problems: pen.either(dice, won, open),
    }
}
