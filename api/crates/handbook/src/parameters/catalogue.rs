use super::{Content, ParameterSpec, rules};
use std::collections::BTreeMap;

/// Every parameter of every area, by key.
#[derive(Debug)]
pub struct Catalogue {
    by_key: BTreeMap<&'static str, ParameterSpec>,
    /// Rule id → keys.
    by_rule: BTreeMap<&'static str, Vec<&'static str>>,
}

/// A mistake in a declaration; found at every start and by the tests.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueError {
    #[error("parameter {0} is declared twice")]
    Twice(&'static str),
    #[error("a parameter's key is `<module>.<name>` in lower case: {0}")]
    Key(&'static str),
    #[error("the default of parameter {0} cannot be set: {1}")]
    Default(&'static str, &'static str),
    #[error("parameter {0} names rule {1}, which does not exist")]
    Rule(&'static str, &'static str),
}

impl Catalogue {
    pub fn new(
        lists: impl IntoIterator<Item = &'static [ParameterSpec]>,
    ) -> Result<Self, CatalogueError> {
        let mut made = Self { by_key: BTreeMap::new(), by_rule: BTreeMap::new() };
        for spec in lists.into_iter().flatten() {
            check(spec)?;
            if made.by_key.insert(spec.key, *spec).is_some() {
                return Err(CatalogueError::Twice(spec.key));
            }
            for rule in spec.clauses {
                made.by_rule.entry(rule).or_default().push(spec.key);
            }
        }
        Ok(made)
    }

    #[must_use]
    pub fn find(&self, key: &str) -> Option<&ParameterSpec> {
        self.by_key.get(key)
    }

    /// In order of the key.
    pub fn all(&self) -> impl Iterator<Item = &ParameterSpec> {
        self.by_key.values()
    }

    /// Keys of the parameters that a rule states the figure of.
    #[must_use]
    pub fn of_rule(&self, rule: &str) -> &[&'static str] {
        self.by_rule.get(rule).map_or(&[], Vec::as_slice)
    }
}

fn check(spec: &'static ParameterSpec) -> Result<(), CatalogueError> {
    let word = |part: &str| {
        !part.is_empty()
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    let well_formed =
        spec.key.split_once('.').is_some_and(|(module, name)| word(module) && word(name));
    if !well_formed {
        return Err(CatalogueError::Key(spec.key));
    }
    rules::accept(spec, &Content::from(spec.default))
        .map_err(|problem| CatalogueError::Default(spec.key, problem.code.name))?;
    match spec.clauses.iter().find(|id| crate::rules::find(id).is_none()) {
        Some(unknown) => Err(CatalogueError::Rule(spec.key, unknown)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Parameter;
    use super::*;
    use kernel::lang::Text;

    const NAME: Text = Text { zh: "甲", tw: "甲", en: "A" };
    const MONTHS: Parameter<i64> =
        Parameter::integer("clients.verification_months", NAME, 3).clauses(&["A-CLI-10"]);
    const GOOD: &[ParameterSpec] =
        &[MONTHS.spec, Parameter::switch("clients.warn", NAME, true).spec];
    const BAD_DEFAULT: &[ParameterSpec] = &[MONTHS.between(4, 9).spec];
    const BAD_RULE: &[ParameterSpec] = &[MONTHS.clauses(&["NO-SUCH-RULE"]).spec];
    const BAD_KEY: &[ParameterSpec] = &[Parameter::integer("Months", NAME, 3).spec];

    #[test]
    fn declarations_are_found_by_key_and_by_rule() {
        let catalogue = Catalogue::new([GOOD]).unwrap();
        assert_eq!(catalogue.find("clients.warn").map(ParameterSpec::module), Some("clients"));
        assert_eq!(catalogue.of_rule("A-CLI-10"), ["clients.verification_months"]);
        assert!(catalogue.of_rule("A-CLI-11").is_empty());
    }

    #[test]
    fn mistakes_in_declarations_are_named() {
        use CatalogueError::{Default, Key, Rule, Twice};
        let error =
            |lists: &[&'static [ParameterSpec]]| Catalogue::new(lists.to_vec()).unwrap_err();
        assert_eq!(error(&[GOOD, GOOD]), Twice("clients.verification_months"));
        assert_eq!(error(&[BAD_DEFAULT]), Default("clients.verification_months", "RANGE"));
        assert_eq!(error(&[BAD_RULE]), Rule("clients.verification_months", "NO-SUCH-RULE"));
        assert_eq!(error(&[BAD_KEY]), Key("Months"));
    }

    #[test]
    fn the_handbooks_own_parameters_are_well_declared() {
        assert!(Catalogue::new([crate::PARAMETERS]).is_ok());
    }
}
