//! Search in memory with the rules of the search index: the same folding, pinyin and initials.
use kernel::text::{self, SearchQuery};

/// The search document of one text, made to be searched as a plain string.
#[derive(Debug)]
pub struct Haystack(Box<str>);

impl Haystack {
    /// `names` are found by characters, pinyin, initials and numbers without their dashes; `fields`
    /// by characters and words alone, which makes a long text five times cheaper to prepare.
    pub fn new(names: &[&str], fields: &[&str]) -> Self {
        let mut parts = vec![text::document(names, &[])];
        parts.extend(fields.iter().map(|field| text::tokens(field)));
        Self(format!(" {} ", parts.join(&format!(" {} ", text::FILLER))).into())
    }

    /// Whether every word of the query occurs.
    pub fn holds(&self, needle: &Needle) -> bool {
        needle.0.iter().all(|spellings| spellings.iter().any(|one| self.0.contains(one.as_str())))
    }
}

/// A query ready to be looked for: words, each with its spellings.
#[derive(Debug)]
pub struct Needle(Vec<Vec<String>>);

impl Needle {
    /// What somebody typed; `None` when nothing was typed. Punctuation alone finds nothing.
    pub fn of(typed: Option<&str>) -> Option<Self> {
        let typed = typed.filter(|text| !text.trim().is_empty())?;
        Some(text::query(typed).map_or_else(Self::nothing, |query| Self::spelled(&query)))
    }

    fn nothing() -> Self {
        Self(vec![vec![]])
    }

    fn spelled(query: &SearchQuery) -> Self {
        let phrase = |phrase: &text::Phrase| {
            let end = if phrase.prefix { "" } else { " " };
            format!(" {}{end}", phrase.tokens.join(" "))
        };
        Self(query.words.iter().map(|w| w.spellings.iter().map(phrase).collect()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str) -> bool {
        let rule = Haystack::new(
            &["客户档案统一保管", "A-CLI-01"],
            &["客户信息档案", "客户档案由客户服务部统一保管，并指定专人负责。", "Unified custody"],
        );
        Needle::of(Some(typed)).is_none_or(|needle| rule.holds(&needle))
    }

    #[test]
    fn a_rule_is_found_by_what_people_type() {
        for typed in [
            "档",
            "保管",
            "檔案",
            "khda",
            "kehudangan",
            "a-cli-01",
            "ACLI01",
            "unif",
            "专人 保管",
            " ",
        ] {
            assert!(finds(typed), "{typed}");
        }
    }

    #[test]
    fn a_rule_is_not_found_by_what_it_lacks() {
        for typed in ["合同", "管保", "a-cli-02", "ustody", "专人 合同", "。。"] {
            assert!(!finds(typed), "{typed}");
        }
    }
}
