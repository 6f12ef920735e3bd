//! What salespeople write. Each field has a bank of opening sentences and a bank of sentences
//! that may follow; the words in braces come from the client's own trade, place and people.

mod basic;
mod business;
mod demand;
mod talks;
#[cfg(test)]
mod tests;
mod trading;
mod traits;

pub(super) use {basic::*, business::*, demand::*, talks::*, trading::*, traits::*};

use super::{dice::Dice, industries::Industry};
use std::fmt::Write;

/// Opening sentences and what may follow one.
pub(super) struct Bank {
    pub lead: &'static [&'static str],
    pub more: &'static [&'static str],
}

/// What the words in braces stand for at one client.
pub(super) struct Voice<'a> {
    pub industry: &'a Industry,
    pub city: &'a str,
    /// The owner's surname.
    pub owner: &'a str,
    /// The present year.
    pub year: i32,
}

const RIVALS: &[&str] = &[
    "本地一家批发商",
    "省内一家老牌供应商",
    "一家全国性集采平台",
    "电商企业购渠道",
    "甲方集团的统采平台",
    "隔壁市场的经销商",
    "一家上市办公集采公司",
    "厂家直销",
    "他们总经理的老关系户",
    "两家小贸易公司",
];
/// The usual terms of payment.
const DAYS: &[&str] = &["15", "30", "30", "45", "60", "60", "90"];

impl Voice<'_> {
    /// One sentence of the bank, or two.
    pub(super) fn write(&self, dice: &mut Dice, bank: &Bank) -> String {
        let mut text = String::with_capacity(256);
        let sentence = dice.pick(bank.lead);
        self.render(dice, sentence, &mut text);
        if dice.percent(60) {
            let sentence = dice.pick(bank.more);
            self.render(dice, sentence, &mut text);
        }
        text
    }

    /// One of `sentences`.
    pub(super) fn say(&self, dice: &mut Dice, sentences: &[&'static str]) -> String {
        let mut text = String::with_capacity(128);
        let sentence = dice.pick(sentences);
        self.render(dice, sentence, &mut text);
        text
    }

    fn render(&self, dice: &mut Dice, template: &str, text: &mut String) {
        let mut rest = template;
        while let Some((plain, tail)) = rest.split_once('{') {
            text.push_str(plain);
            let (slot, after) = tail.split_once('}').unwrap_or((tail, ""));
            self.fill(dice, slot, text);
            rest = after;
        }
        text.push_str(rest);
    }

    fn fill(&self, dice: &mut Dice, slot: &str, text: &mut String) {
        let trade = self.industry;
        let number = match slot {
            "n" => dice.between(2, 28),
            "few" => dice.between(2, 6),
            "pct" => dice.between(3, 35),
            "wan" => dice.between(1, 60) * 5,
            "month" => dice.between(1, 12),
            "year" => u32::try_from(self.year).unwrap_or_default() - dice.below(4),
            _ => {
                let word = match slot {
                    "goods" => dice.pick(trade.goods),
                    "customers" => dice.pick(trade.customers),
                    "scope" => dice.pick(trade.scope),
                    "buyer" => dice.pick(trade.buyers),
                    "unit" => dice.pick(trade.units),
                    "season" => dice.pick(trade.season),
                    "risk" => dice.pick(trade.risk),
                    "industry" => trade.name,
                    "rival" => dice.pick(RIVALS),
                    "days" => dice.pick(DAYS),
                    "city" => self.city,
                    "owner" => self.owner,
                    _ => "",
                };
                text.push_str(word);
                return;
            }
        };
        // Writing to a String cannot fail.
        let _ = write!(text, "{number}");
    }
}

#[cfg(test)]
const BANKS: &[&Bank] = &[
    &ORGANISATION,
    &OWNERS,
    &SCOPE,
    &SERVICE_AREA,
    &SALES_CAPABILITY,
    &POTENTIAL,
    &CULTURE,
    &POLICY,
    &MANAGEMENT,
    &PAST_RESULTS,
    &PAST_RESULTS_PROSPECT,
    &PRESENT_RESULTS,
    &PRESENT_RESULTS_PROSPECT,
    &MANAGER_QUALITY,
    &STAFF_QUALITY,
    &COMPETITORS,
    &RELATION,
    &RELATION_PROSPECT,
    &ATTITUDE,
    &ACTIVITY,
    &ACTIVITY_PROSPECT,
    &PROBLEMS,
    &ADVANTAGES,
    &COUNTERMEASURES,
    &REPUTATION,
    &CREDIT_STATUS,
    &CREDIT_STATUS_PROSPECT,
    &TERMS,
    &TERMS_PROSPECT,
    &CREDIT_PROBLEMS,
    &CREDIT_PROBLEMS_PROSPECT,
    &PROCEDURE,
    &INVESTMENT,
    &INDIVIDUAL,
    &PLAN_MEDIUM,
    &PLAN_LONG,
    &PREFERENCES,
    &ANALYSIS,
    &SERVICE_PLAN,
];
