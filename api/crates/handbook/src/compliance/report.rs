//! One line for each live rule.
use super::dto::{ComplianceFigure, ComplianceLine, ComplianceList, ComplianceQuery};
use super::figures::{self, Fates};
use super::period;
use crate::ReadCompliance;
use crate::obligations::Obligations;
use crate::obligations::entity::Column;
use crate::rules::{self, Rule};
use chrono::{DateTime, SecondsFormat, Utc};
use kernel::access::{Actor, Permission};
use kernel::app::App;
use kernel::error::ApiResult;
use kernel::http::reply::{Items, Reply};
use kernel::ids::DepartmentId;
use kernel::lang::Lang;
use kernel::wall::Days;
use std::collections::{BTreeSet, HashMap};

type Counted = Vec<(Vec<String>, u64)>;

/// What was counted.
struct Found {
    days: Days,
    department: Option<DepartmentId>,
    /// By kind of obligation.
    fates: HashMap<String, Fates>,
    exceptions: Counted,
    refused: Counted,
}

pub async fn report(
    app: &App,
    obligations: &Obligations,
    actor: &Actor,
    query: &ComplianceQuery,
) -> ApiResult<Reply<Items<ComplianceLine>>> {
    let (db, at) = (app.db.reader(), app.clock.now());
    let days = period::days(&obligations.handbook, (query.from, query.to), at)?;
    let reader = (obligations, actor, at);
    let department = query.department_id;
    let found = Found {
        days,
        department,
        fates: figures::fates(db, reader, (&days, department), Column::Kind, None).await?,
        exceptions: figures::exceptions(db, reader, &days, department).await?,
        refused: figures::refused(db, actor, ReadCompliance::NAME, &days, department).await?,
    };
    let wanted = |rule: &&'static Rule| {
        rules::live(rule.id).is_some()
            && query.module.as_deref().is_none_or(|module| rule.module() == module)
    };
    let lang = actor.request.lang;
    let items = rules::all().iter().filter(wanted).map(|rule| found.line(obligations, rule, lang));
    Ok(Reply::ok(Items { items: items.collect() }))
}

impl Found {
    fn line(&self, obligations: &Obligations, rule: &'static Rule, lang: Lang) -> ComplianceLine {
        let kinds: BTreeSet<_> = obligations
            .kinds()
            .filter(|(kind, _)| kind.clauses.contains(&rule.id))
            .map(|(kind, _)| kind.code)
            .collect();
        let fates = kinds
            .iter()
            .filter_map(|kind| self.fates.get(*kind))
            .fold(Fates::default(), |all, one| all.and(*one));
        ComplianceLine {
            rule: rule.id,
            title: rule.title.in_lang(lang),
            module: rule.module(),
            kinds: &rule.kinds,
            has_obligations: !kinds.is_empty(),
            fell_due: fates.shown(&period::query(&self.days, rule.id, self.department)),
            refused: ComplianceFigure {
                count: of(&self.refused, rule.id),
                list: ComplianceList::AuditEntries,
                filter: format!(
                    "outcome=REFUSED&clause={}&occurred_after={}&occurred_before={}",
                    rule.id,
                    moment(self.days.begin),
                    moment(self.days.end)
                ),
            },
            exceptions: ComplianceFigure {
                count: of(&self.exceptions, rule.id),
                list: ComplianceList::Exceptions,
                filter: format!(
                    "clause={}&state=APPROVED&from={}&to={}{}",
                    rule.id,
                    self.days.from,
                    self.days.to,
                    self.of_department()
                ),
            },
        }
    }

    fn of_department(&self) -> String {
        self.department.map(|id| format!("&department_id={id}")).unwrap_or_default()
    }
}

fn of(counted: &Counted, rule: &str) -> u64 {
    let named = counted.iter().filter(|(rules, _)| rules.iter().any(|one| one == rule));
    named.map(|(_, number)| number).sum()
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
