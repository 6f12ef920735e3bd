//! What several answers have in common.
use crate::access::{Actor, Denied, Permission};
use crate::clauses::{self, Clause};
use crate::code::{Coded, said};
use crate::lang::Lang;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Another record by its id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Ref {
    pub id: Uuid,
    #[schema(example = "客户服务部")]
    pub name: String,
}

impl Ref {
    #[must_use]
    pub fn new(id: impl Into<Uuid>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into() }
    }
}

/// Whether the caller may do something to a record right now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AllowedAction {
    #[schema(example = "disable")]
    pub action: &'static str,
    pub enabled: bool,
    /// Why not.
    pub reasons: Vec<ActionReason>,
}

/// One reason against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct ActionReason {
    #[schema(example = "PERMISSION_MISSING")]
    pub code: &'static str,
    /// The rule of the handbook that refuses; the first of `clauses`.
    pub clause: Option<Clause>,
    /// Every rule of the handbook that refuses.
    pub clauses: Vec<Clause>,
    pub detail: String,
    /// The permission whose holders can do it instead.
    #[schema(example = "client.maintain")]
    pub escalation: Option<&'static str>,
}

/// The outcome of the rule that guards an action, as shown beside the record.
#[must_use]
pub fn allowed<E: Coded>(action: &'static str, rule: Result<(), E>, lang: Lang) -> AllowedAction {
    let reasons: Vec<_> = rule.err().map(|refusal| reason(&refusal, lang)).into_iter().collect();
    AllowedAction { action, enabled: reasons.is_empty(), reasons }
}

/// The same where the caller's permission comes first.
pub fn guarded<P: Permission, E: Coded>(
    actor: &Actor,
    action: &'static str,
    rule: Result<(), E>,
) -> AllowedAction {
    let lang = actor.request.lang;
    if actor.holds(P::NAME) {
        return allowed(action, rule, lang);
    }
    allowed(action, Err(Denied::Missing(P::NAME)), lang)
}

/// A refusal as it stands beside a record.
#[must_use]
pub fn reason(refusal: &impl Coded, lang: Lang) -> ActionReason {
    let clauses = clauses::named(&refusal.clauses(), lang);
    ActionReason {
        code: refusal.code().name,
        clause: clauses.first().cloned(),
        clauses,
        detail: said(refusal, lang),
        escalation: refusal.escalation(),
    }
}
