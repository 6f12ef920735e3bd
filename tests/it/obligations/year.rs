//! A year of the company in seconds: every day ticks, people do part of what is due, and at the end the
//! figures by rule say so.
use super::{at, begun, day, tick_at};
use chrono::Datelike;
use handbook::obligations::entity::{Column, Entity};
use handbook::obligations::{ObligationState, tick_entity};
use sea_orm::{EntityTrait, QueryOrder};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use tests::company::{
    INFORMATION_SUPERVISOR, OTHER_SALESPERSON, SALES_MANAGER, SALESPERSON, SERVICE_MANAGER,
};
use tests::{Caller, TestApp, on_both};

/// Whoever is diligent does what is due on the day before it is, the others a week after; some never do.
async fn work(app: &TestApp, today: &str, keeper: &Caller, owners: &[Caller]) {
    let now = app.app.clock.now();
    let open = Entity::find().order_by_asc(Column::Id).all(app.app.db.reader()).await.unwrap();
    let open = open.into_iter().filter(|it| it.state == ObligationState::Open);
    for row in open {
        let lag = row.subject_id.as_bytes()[15] % 4;
        let wait = match lag {
            0 | 1 => -1,
            2 => 7,
            _ => continue,
        };
        if row.due_on + chrono::Duration::days(wait) > day(today) {
            continue;
        }
        let file = format!("/clients/{}", row.subject_id);
        match row.kind.as_str() {
            "client.verification" => {
                let body = json!({"result": "ADJUSTED", "note": "电话核对"});
                let _ = keeper.act_now(&file, "verify", body).await.expect(200);
            }
            "client.contact" | "client.update" => {
                let person = row.person_id.unwrap();
                let Some(owner) = owners.iter().find(|it| it.id == person.0) else { continue };
                let body = json!({"occurred_at": now.to_rfc3339(), "channel": "VISIT", "summary": "拜访并更新需求"});
                let _ = owner.post(&format!("{file}/interactions"), body).await.expect(201);
            }
            "client.information-report" => {
                let Some(owner) = owners.iter().find(|it| it.id == row.subject_id) else {
                    continue;
                };
                let files = owner.get("/clients?limit=1").await.expect(200);
                let body = json!({"period": row.occasion, "summary": "本月走访客户，更新竞争情况", "entries": [
                    {"client_id": files["items"][0]["id"], "competition": "本地两家同行降价百分之五争取年度框架"}]});
                let made = owner
                    .post_with_key("/client-information-reports", &tests::app::fresh_key(), &body)
                    .await;
                let _ = made.expect(201);
            }
            _ => {}
        }
    }
}

on_both! {
    async fn a_year_of_the_company(app: TestApp) {
        let keeper = app.signed_in(INFORMATION_SUPERVISOR).await;
        for login in [SALESPERSON, OTHER_SALESPERSON, SALES_MANAGER] {
            let owner = app.signed_in(login).await;
            for number in 0..4 {
                let _ = begun(&keeper, &format!("{login}第{number}客户有限公司"), &owner).await;
            }
        }
        let first = day("2026-11-24");
        for today in first.iter_days().take(366) {
            let date = today.to_string();
            tick_at(&app, &format!("{date} 08:00")).await;
            app.clock.set(at(&format!("{date} 16:00")));
            // Work is done on Mondays and Thursdays; sessions do not outlive a day.
            if matches!(today.weekday(), chrono::Weekday::Mon | chrono::Weekday::Thu) {
                let keeper = app.signed_in(SERVICE_MANAGER).await;
                let mut owners = vec![];
                for login in [SALESPERSON, OTHER_SALESPERSON, SALES_MANAGER] {
                    owners.push(app.signed_in(login).await);
                }
                if today >= day("2027-11-15") {
                    continue;
                }
                work(&app, &date, &keeper, &owners).await;
            }
        }
        let rows = Entity::find().all(app.app.db.reader()).await.unwrap();
        let now = app.app.clock.now();
        let mut by_rule: BTreeMap<&str, [u32; 5]> = BTreeMap::new();
        let kinds: Vec<_> = app.service.areas.obligations.kinds().map(|(kind, _)| *kind).collect();
        for row in &rows {
            let kind = kinds.iter().find(|kind| kind.code == row.kind).unwrap();
            let line = by_rule.entry(kind.clauses[0]).or_default();
            let place = match row.state {
                ObligationState::Fulfilled if row.late => 1,
                ObligationState::Fulfilled => 0,
                ObligationState::Open if row.due_at < now => 2,
                ObligationState::Open => 3,
                ObligationState::Excused | ObligationState::Void => 4,
            };
            line[place] += 1;
        }
        println!("rule       met  late missed open void   ({} obligations)", rows.len());
        for (rule, [met, late, missed, open, void]) in &by_rule {
            println!("{rule}  {met:>5} {late:>5} {missed:>6} {open:>4} {void:>4}");
        }
        // What is never done stands open once, however often it was looked at.
        let open = rows.iter().filter(|it| it.state == ObligationState::Open && it.standing);
        let waiting: Vec<_> = open.map(|it| (it.subject_id, &it.kind)).collect();
        assert_eq!(waiting.iter().collect::<BTreeSet<_>>().len(), waiting.len());
        let sum = |place: usize| by_rule.values().map(|line| line[place]).sum::<u32>();
        assert!(sum(0) > 20 && sum(1) > 5 && sum(2) > 5, "{by_rule:?}");
        for rule in ["A-CIR-01", "A-CLI-10", "A-CLI-18", "B-CRM-08"] {
            assert!(by_rule.contains_key(rule), "{rule}: {by_rule:?}");
        }
        // A-CIR-01: twelve months, each asked of each salesperson once.
        let months: BTreeSet<_> = rows.iter().filter(|it| !it.standing).map(|it| &it.occasion).collect();
        assert_eq!(months.len(), 12, "{months:?}");
        let asked: Vec<_> = rows.iter().filter(|it| !it.standing).map(|it| (it.subject_id, &it.occasion)).collect();
        assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), asked.len());
        // Each day was looked at once for each kind.
        let ticks = tick_entity::Entity::find().all(app.app.db.reader()).await.unwrap();
        for kind in &kinds {
            let days: Vec<_> = ticks.iter().filter(|it| it.kind == kind.code).map(|it| it.on_day).collect();
            assert_eq!(days.iter().collect::<BTreeSet<_>>().len(), days.len(), "{}", kind.code);
        }
        // Of each quarter a file is verified once, or stands open.
        for file in rows.iter().filter(|it| it.kind == "client.verification").map(|it| it.subject_id).collect::<BTreeSet<_>>() {
            let of = rows.iter().filter(|it| it.subject_id == file && it.kind == "client.verification");
            let mut due: Vec<_> = of.map(|it| (it.due_on.year(), it.due_on.month0() / 3)).collect();
            due.sort_unstable();
            let count = due.len();
            due.dedup();
            assert_eq!(due.len(), count, "{due:?}");
        }
    }
}
