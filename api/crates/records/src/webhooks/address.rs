//! Where a webhook may lead: to the public network alone, unless the installation says otherwise. Asked
//! of the address as it is typed, and of every address that its name turns out to have.
use crate::WEBHOOK_ADDRESS_REFUSED as REFUSED;
use kernel::code::{Code, field};
use reqwest::Url;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Networks of IPv4 that are nobody's on the internet (the registry of special-purpose addresses), with
/// multicast and what is reserved.
const SPECIAL_V4: &[([u8; 4], u8)] = &[
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

/// The part of IPv6 that is handed out to networks; whatever is outside of it (loopback, unique local,
/// link-local, multicast, mapped and translated IPv4) leads nowhere public.
const GLOBAL_V6: (Ipv6Addr, u8) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// What is special within it: protocol assignments with Teredo and benchmarking, documentation, 6to4.
const SPECIAL_V6: &[(Ipv6Addr, u8)] = &[
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

fn within_v4(address: Ipv4Addr, network: [u8; 4], bits: u8) -> bool {
    let mask = u32::MAX.checked_shl(32 - u32::from(bits)).unwrap_or_default();
    u32::from(address) & mask == u32::from_be_bytes(network) & mask
}

fn within_v6(address: Ipv6Addr, (network, bits): (Ipv6Addr, u8)) -> bool {
    let mask = u128::MAX.checked_shl(128 - u32::from(bits)).unwrap_or_default();
    u128::from(address) & mask == u128::from(network) & mask
}

/// Whether an address is one of the public network.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => !SPECIAL_V4.iter().any(|(network, bits)| within_v4(v4, *network, *bits)),
        IpAddr::V6(v6) => {
            within_v6(v6, GLOBAL_V6) && !SPECIAL_V6.iter().any(|network| within_v6(v6, *network))
        }
    }
}

/// The address that a host is, where it is none with a name. The parser of URLs has written decimal,
/// octal and shortened forms out by then.
fn literal(url: &Url) -> Option<IpAddr> {
    let host = url.host_str()?;
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

/// Whether a host names this machine or a network of its own by its very name.
fn is_inward(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let inward = ["localhost", "local", "internal", "intranet", "lan", "arpa"];
    inward.iter().any(|name| host == *name || host.ends_with(&format!(".{name}")))
        || !host.contains('.')
}

/// Whether a URL may be called at all, before its name is looked up.
#[must_use]
pub fn is_allowed(url: &Url, private: bool) -> bool {
    let scheme = url.scheme() == "https" || (private && url.scheme() == "http");
    let named = url.host_str().is_some_and(|host| !host.is_empty());
    let with_user = !url.username().is_empty() || url.password().is_some();
    let inside = literal(url).is_some_and(|address| !is_public(address));
    scheme && named && !with_user && (private || !inside)
}

/// The URL as it is kept, or what is wrong with it.
pub fn read(typed: &str, private: bool) -> Result<Url, Code> {
    let url = Url::parse(typed).map_err(|_| field::FORMAT)?;
    let inward = literal(&url).is_none() && url.host_str().is_some_and(is_inward);
    let allowed = is_allowed(&url, private) && (private || !inward);
    if allowed { Ok(url) } else { Err(REFUSED) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(url: &str) -> bool {
        read(url, false).is_ok()
    }

    #[test]
    fn only_the_public_network_over_tls_is_called() {
        for url in [
            "https://erp.example.com/hook",
            "https://erp.example.com:8443/hook?tenant=1",
            "https://93.184.215.14/",
            "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
        ] {
            assert!(taken(url), "{url}");
        }
        for url in [
            "http://erp.example.com/",
            "ftp://erp.example.com/",
            "https://user@erp.example.com/",
            "https://user:pass@erp.example.com/",
            "https://localhost/",
            "https://LOCALHOST./",
            "https://db.localhost/",
            "https://printer.local/",
            "https://printer.lan./",
            "https://metadata.google.internal/",
            "https://intranet/",
            "https://erp/",
        ] {
            assert!(!taken(url), "{url}");
        }
        for text in
            ["", "erp.example.com", "https://", "https://exa mple.com", "javascript:alert(1)"]
        {
            assert!(!taken(text), "{text}");
        }
    }

    #[test]
    fn private_addresses_are_refused_however_they_are_written() {
        for host in [
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0177.0.0.1",
            "0x7f.1",
            "127.0.0.1.",
            "0.0.0.0",
            "0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "１２７.0.0.1",
            "[::1]",
            "[::]",
            "[::ffff:127.0.0.1]",
            "[::ffff:8.8.8.8]",
            "[::127.0.0.1]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b:1::a00:1]",
            "[fc00::1]",
            "[fd12:3456::1]",
            "[fe80::1]",
            "[fec0::1]",
            "[ff02::1]",
            "[100::1]",
            "[2001:db8::1]",
            "[2001::1]",
            "[2002:7f00:1::]",
            "[3fff::1]",
            "[5f00::1]",
        ] {
            assert!(!taken(&format!("https://{host}/")), "{host}");
        }
    }

    #[test]
    fn an_installation_may_open_its_own_network() {
        for url in ["http://127.0.0.1:9/x", "https://[::1]/", "http://erp/", "https://10.0.0.8/"] {
            assert!(read(url, true).is_ok(), "{url}");
        }
        assert!(read("http://user@10.0.0.8/", true).is_err());
        assert!(read("file:///etc/passwd", true).is_err());
    }
}
