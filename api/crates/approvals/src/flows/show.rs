//! Flows as people read them.
use super::dto::{
    ApprovalChoice, ApprovalFact, ApprovalFlow, ApprovalFlowDetail, ApprovalFlowVersion,
    ApprovalSubject, NamedRole,
};
use super::entity::Model;
use super::known::{self, Flow};
use crate::ManageFlows;
use crate::subject::{Approvals, Subject};
use identity::names::{Names, Wanted};
use kernel::access::{Actor, Denied};
use kernel::clauses::{self, Clause};
use kernel::error::ApiResult;
use kernel::http::shown::guarded;
use kernel::lang::Lang;
use sea_orm::ConnectionTrait;
use std::collections::{BTreeSet, HashMap};

/// What flows name, in two look-ups.
pub struct Around {
    names: Names,
    roles: HashMap<String, String>,
}

impl Around {
    pub async fn of(
        db: &impl ConnectionTrait,
        flows: &[Flow],
        versions: &[Model],
    ) -> ApiResult<Self> {
        let mut wanted = Wanted::default();
        let steps = flows.iter().flat_map(|flow| &flow.definition.steps);
        for step in steps {
            wanted.people.extend(step.approver.people.iter().copied());
        }
        wanted.people.extend(versions.iter().map(|row| row.set_by));
        Ok(Self { names: wanted.find(db).await?, roles: identity::roles::names(db).await? })
    }

    pub fn flow(&self, approvals: &Approvals, actor: &Actor, flow: Flow) -> ApprovalFlow {
        let lang = actor.request.lang;
        let steps = &flow.definition.steps;
        let people: BTreeSet<_> =
            steps.iter().flat_map(|step| step.approver.people.iter().copied()).collect();
        let roles: BTreeSet<_> =
            steps.iter().filter_map(|step| step.approver.role.clone()).collect();
        let named = |code: String| NamedRole {
            name: self.roles.get(&code).cloned().unwrap_or_else(|| code.clone()),
            code,
        };
        let subject = approvals.subject(&flow.subject).map(|it| it.text().in_lang(lang));
        ApprovalFlow {
            subject_name: subject.unwrap_or(&flow.subject).to_owned(),
            clauses: rules_behind(&flow, lang),
            people: people.into_iter().map(|id| self.names.person(id)).collect(),
            roles: roles.into_iter().map(named).collect(),
            allowed_actions: vec![guarded::<ManageFlows, Denied>(actor, "set", Ok(()))],
            code: flow.code,
            subject: flow.subject,
            version: flow.version,
            since: flow.since,
            definition: flow.definition,
        }
    }

    fn version(&self, row: Model) -> ApiResult<ApprovalFlowVersion> {
        Ok(ApprovalFlowVersion {
            id: row.id,
            version: row.version,
            definition: serde_json::from_str(&row.definition)?,
            effective_from: row.effective_from,
            reason: row.reason,
            set_by: self.names.person(row.set_by),
            set_at: row.set_at,
        })
    }
}

fn rules_behind(flow: &Flow, lang: Lang) -> Vec<Clause> {
    let ids: BTreeSet<&String> = flow.definition.steps.iter().flat_map(|it| &it.clauses).collect();
    ids.into_iter().map(|id| Clause { id: id.clone(), title: clauses::title(id, lang) }).collect()
}

/// One flow with its versions.
pub async fn detail(
    db: &impl ConnectionTrait,
    approvals: &Approvals,
    actor: &Actor,
    code: &str,
    rows: Vec<Model>,
    today: chrono::NaiveDate,
) -> ApiResult<ApprovalFlowDetail> {
    let flow = known::counting(approvals, code, &rows, today)?;
    let flows: Vec<_> = flow.iter().cloned().collect();
    let around = Around::of(db, &flows, &rows).await?;
    let versions = rows.into_iter().rev().map(|row| around.version(row));
    let versions: Vec<_> = versions.collect::<ApiResult<_>>()?;
    let flow = flow.map(|flow| around.flow(approvals, actor, flow));
    Ok(ApprovalFlowDetail { flow, id: code.to_owned(), versions })
}

pub fn subject(subject: &dyn Subject, lang: Lang) -> ApprovalSubject {
    let facts = subject.facts().iter().map(|fact| {
        let choices = fact.choices.iter();
        let choice = |(value, text): &(&'static str, kernel::lang::Text)| ApprovalChoice {
            value,
            text: text.in_lang(lang),
        };
        ApprovalFact {
            name: fact.name,
            text: fact.text.in_lang(lang),
            choices: choices.map(choice).collect(),
        }
    });
    ApprovalSubject {
        kind: subject.kind(),
        name: subject.text().in_lang(lang),
        facts: facts.collect(),
    }
}
