//! The three languages people read the service in.

/// zh-CN is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    #[default]
    ZhCn,
    ZhTw,
    En,
}

/// One text in all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    pub zh: &'static str,
    pub tw: &'static str,
    pub en: &'static str,
}

impl Text {
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::ZhCn => self.zh,
            Lang::ZhTw => self.tw,
            Lang::En => self.en,
        }
    }
}

impl Lang {
    /// Best match of an `Accept-Language` header; quality values are honoured.
    #[must_use]
    pub fn negotiate(header: Option<&str>) -> Self {
        let mut best = (0_u32, Self::default());
        for part in header.unwrap_or_default().split(',') {
            let mut pieces = part.trim().split(';');
            let Some(lang) = pieces.next().and_then(Self::of_tag) else { continue };
            let quality =
                pieces.find_map(|p| p.trim().strip_prefix("q=")).map_or(1000, thousandths);
            if quality > best.0 {
                best = (quality, lang);
            }
        }
        best.1
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        if tag.starts_with("zh") {
            let traditional = ["tw", "hk", "mo", "hant"].iter().any(|t| tag.contains(t));
            return Some(if traditional { Self::ZhTw } else { Self::ZhCn });
        }
        tag.starts_with("en").then_some(Self::En)
    }

    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::ZhTw => "zh-TW",
            Self::En => "en",
        }
    }
}

/// `0.8` as 800, without floating point.
fn thousandths(text: &str) -> u32 {
    let (whole, rest) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let rest: String = rest.chars().chain("000".chars()).take(3).collect();
    whole.parse::<u32>().unwrap_or(0).saturating_mul(1000).saturating_add(rest.parse().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_wins() {
        assert_eq!(Lang::negotiate(None), Lang::ZhCn);
        assert_eq!(Lang::negotiate(Some("fr")), Lang::ZhCn);
        assert_eq!(Lang::negotiate(Some("en-GB,en;q=0.9")), Lang::En);
        assert_eq!(Lang::negotiate(Some("en;q=0.3, zh-Hant-HK;q=0.8")), Lang::ZhTw);
        assert_eq!(Lang::negotiate(Some("en;q=0,zh-CN;q=0.1")), Lang::ZhCn);
    }
}
