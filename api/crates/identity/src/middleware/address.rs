//! The caller's address, believing `X-Forwarded-For` only as far as trusted proxies wrote it.
use std::net::IpAddr;

/// `10.0.0.0/8`, or a single address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    bits: u32,
}

impl Network {
    fn parse(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits.parse::<u32>().ok()?)),
            None => (text, None),
        };
        let address: IpAddr = address.trim().parse().ok()?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(width);
        (bits <= width).then_some(Self { address, bits })
    }

    fn holds(&self, other: IpAddr) -> bool {
        match (self.address, other) {
            (IpAddr::V4(a), IpAddr::V4(b)) => {
                same(u128::from(a.to_bits()), u128::from(b.to_bits()), 32, self.bits)
            }
            (IpAddr::V6(a), IpAddr::V6(b)) => same(a.to_bits(), b.to_bits(), 128, self.bits),
            _ => false,
        }
    }
}

fn same(a: u128, b: u128, width: u32, bits: u32) -> bool {
    let ignored = width.saturating_sub(bits);
    ignored >= 128 || (a >> ignored) == (b >> ignored)
}

/// The last address that no trusted proxy has: going from the nearest to the farthest, the first
/// one that is not ours. A client can write what it likes to the left of that.
#[must_use]
pub fn of(peer: Option<IpAddr>, forwarded: Option<&str>, proxies: &[String]) -> String {
    let Some(peer) = peer else { return String::new() };
    let networks: Vec<_> = proxies.iter().filter_map(|text| Network::parse(text)).collect();
    let trusted = |ip: IpAddr| networks.iter().any(|network| network.holds(ip));
    let mut caller = peer.to_canonical();
    for hop in forwarded.unwrap_or_default().rsplit(',') {
        if !trusted(caller) {
            break;
        }
        let Ok(next) = hop.trim().parse::<IpAddr>() else { break };
        caller = next.to_canonical();
    }
    caller.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(peer: &str, forwarded: &str) -> String {
        let proxies = ["10.0.0.0/8".to_owned(), "::1".to_owned()];
        of(Some(peer.parse().unwrap()), Some(forwarded), &proxies)
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        assert_eq!(from("203.0.113.9", "1.2.3.4"), "203.0.113.9");
        assert_eq!(from("10.1.2.3", "203.0.113.9"), "203.0.113.9");
        assert_eq!(from("::1", "203.0.113.9, 10.9.9.9"), "203.0.113.9");
    }

    #[test]
    fn what_the_client_wrote_itself_does_not_count() {
        assert_eq!(from("10.1.2.3", "127.0.0.1, 203.0.113.9"), "203.0.113.9");
        assert_eq!(from("10.1.2.3", "nonsense"), "10.1.2.3");
        assert_eq!(from("10.1.2.3", ""), "10.1.2.3");
    }

    #[test]
    fn a_mapped_address_is_its_own() {
        assert_eq!(from("::ffff:10.1.2.3", "203.0.113.9"), "203.0.113.9");
        assert_eq!(of(None, Some("1.2.3.4"), &[]), "");
    }

    #[test]
    fn a_wrong_network_trusts_nobody() {
        for text in ["10.0.0.0/33", "x", "10.0.0.0/-1", ""] {
            assert_eq!(Network::parse(text), None, "{text}");
        }
        assert!(Network::parse("0.0.0.0/0").unwrap().holds("9.9.9.9".parse().unwrap()));
    }
}
