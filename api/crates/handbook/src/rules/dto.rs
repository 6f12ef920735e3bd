use super::book::{self, Named, Rule, RuleKind, System};
use super::live::{How, is_live, live};
use crate::parameters::Catalogue;
use kernel::http::reply::Answer;
use kernel::lang::Lang;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

/// Whether the product keeps a rule already, at least in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RuleState {
    Live,
    Planned,
}

#[derive(Debug, Default, Deserialize, Validate, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RuleFilter {
    /// Words of title, text or source, in Chinese (either script), pinyin or English, or an id.
    #[param(max_length = 200)]
    #[validate(length(max = 200))]
    pub q: Option<String>,
    /// Of one of these modules.
    #[param(max_items = 20, example = json!(["clients"]))]
    #[serde(default)]
    #[validate(length(max = 20))]
    pub module: Vec<String>,
    /// Of one of these groups.
    #[param(max_items = 100, example = json!(["A-CLI"]))]
    #[serde(default)]
    #[validate(length(max = 100))]
    pub system: Vec<String>,
    /// Of one of these kinds.
    #[param(max_items = 10)]
    #[serde(default)]
    #[validate(length(max = 10))]
    pub kind: Vec<RuleKind>,
    /// Kept by the product already, or planned.
    #[param(max_items = 2)]
    #[serde(default)]
    #[validate(length(max = 2))]
    pub state: Vec<RuleState>,
    /// The source document, `000` to `004`.
    #[param(max_items = 10, example = json!(["001"]))]
    #[serde(default)]
    #[validate(length(max = 10))]
    pub document: Vec<String>,
}

/// A rule of the handbook.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Rule)]
pub struct RuleAnswer {
    #[schema(example = "A-CLI-16")]
    pub id: &'static str,
    /// The source document.
    #[schema(example = "001")]
    pub document: &'static str,
    #[schema(example = "A-CLI")]
    pub system: &'static str,
    #[schema(example = "客户信息档案、客户基本资料档案")]
    pub system_name: &'static str,
    #[schema(example = "clients")]
    pub module: &'static str,
    /// What the product is to do about it.
    pub kinds: Vec<RuleKind>,
    /// Where it stands in the source document.
    #[schema(example = "001 S01 二(二)7.1")]
    pub source: &'static str,
    #[schema(example = "档案建立与维护职责")]
    pub title: &'static str,
    pub text: &'static str,
    pub state: RuleState,
    /// How it is kept; empty while it is planned.
    pub how: Vec<How>,
    /// Of a live rule, the kinds that nothing answers yet: it is kept in part.
    pub open: Vec<RuleKind>,
    /// Operations of this interface that keep it.
    #[schema(value_type = Vec<String>)]
    pub operations: Vec<&'static str>,
    /// Keys of the parameters whose figure it states.
    #[schema(value_type = Vec<String>, example = json!(["clients.verification_months"]))]
    pub parameters: Vec<&'static str>,
}

/// How many rules there are, and how many of them the product keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct RuleCount {
    pub rules: usize,
    pub live: usize,
}

/// A source document or a module of the handbook.
#[derive(Debug, Serialize, ToSchema)]
pub struct RuleGroup {
    #[schema(example = "clients")]
    pub id: &'static str,
    #[schema(example = "客户档案")]
    pub name: &'static str,
    pub count: RuleCount,
}

/// A group of rules about one subject.
#[derive(Debug, Serialize, ToSchema)]
pub struct RuleSystem {
    #[schema(example = "A-CLI")]
    pub id: &'static str,
    #[schema(example = "客户信息档案、客户基本资料档案")]
    pub name: &'static str,
    #[schema(example = "clients")]
    pub module: &'static str,
    pub count: RuleCount,
}

/// The handbook's table of contents.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandbookOutline {
    pub documents: Vec<RuleGroup>,
    pub modules: Vec<RuleGroup>,
    pub systems: Vec<RuleSystem>,
    pub count: RuleCount,
}

impl Answer for RuleAnswer {}
impl Answer for HandbookOutline {}

impl RuleState {
    pub fn of(rule: &Rule) -> Self {
        if is_live(rule.id) { Self::Live } else { Self::Planned }
    }
}

impl RuleAnswer {
    pub fn of(rule: &'static Rule, catalogue: &Catalogue, lang: Lang) -> Self {
        let kept = live(rule.id);
        Self {
            id: rule.id,
            document: rule.document,
            system: rule.system,
            system_name: rule.of_system().map_or("", |system| system.name.in_lang(lang)),
            module: rule.module(),
            kinds: rule.kinds.clone(),
            source: rule.source,
            title: rule.title.in_lang(lang),
            text: rule.text.in_lang(lang),
            state: RuleState::of(rule),
            how: kept.map(|kept| kept.how.clone()).unwrap_or_default(),
            open: kept.map(|kept| kept.open(rule)).unwrap_or_default(),
            operations: kept.map(|kept| kept.operations.clone()).unwrap_or_default(),
            parameters: catalogue.of_rule(rule.id).to_vec(),
        }
    }
}

impl RuleCount {
    /// The rules that `counted` picks.
    pub fn of(counted: impl Fn(&Rule) -> bool) -> Self {
        let mut count = Self::default();
        for rule in book::all().iter().filter(|rule| counted(rule)) {
            count.rules += 1;
            count.live += usize::from(is_live(rule.id));
        }
        count
    }
}

impl RuleGroup {
    pub fn of(group: &Named, lang: Lang, counted: impl Fn(&Rule) -> bool) -> Self {
        Self { id: group.id, name: group.name.in_lang(lang), count: RuleCount::of(counted) }
    }
}

impl RuleSystem {
    pub fn of(system: &System, lang: Lang) -> Self {
        let count = RuleCount::of(|rule| rule.system == system.id);
        Self { id: system.id, name: system.name.in_lang(lang), module: system.module, count }
    }
}
