//! Who is listened to: the page itself, from this computer, unless the user has said otherwise.
//!
//! A name in `Host` that is not this server's own is refused, so that no other site can reach it by a name that it
//! controls (DNS rebinding); so is every `Origin` other than the page's. What changes something needs the token of this
//! start, which only the link of the terminal carries.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::net::{IpAddr, SocketAddr};

/// What a request says of where it comes from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sender<'r> {
    /// `Host`.
    pub host: Option<&'r str>,
    /// `Origin`.
    pub origin: Option<&'r str>,
    /// `Sec-Fetch-Site`.
    pub site: Option<&'r str>,
    /// `X-Esep-Token`.
    pub token: Option<&'r str>,
    /// Whether a browser goes to the bare page in a tab of its own, which has nothing of the study in it.
    pub enters: bool,
}

/// What a start of the server goes by.
#[derive(Debug, Clone)]
pub struct Guard {
    address: SocketAddr,
    token: String,
}

impl Guard {
    /// A guard with a new token.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, token: token() }
    }

    /// What a request has to carry that changes something.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Whether a request comes from the page, or from a user who types its address.
    pub fn admits(&self, sender: Sender<'_>) -> bool {
        let Some(host) = sender.host.filter(|host| self.is_own(host)) else { return false };
        let is_own_origin = sender.origin.is_none_or(|origin| origin.strip_prefix("http://") == Some(host));
        let is_own_site = sender.site.is_none_or(|site| matches!(site, "same-origin" | "none"));
        // From the page of another study, whose port makes it a stranger.
        let comes_in = sender.enters && sender.site == Some("same-site");
        is_own_origin && (is_own_site || comes_in)
    }

    /// Whether a request that is admitted may change something.
    pub fn may_write(&self, sender: Sender<'_>) -> bool {
        let given = sender.token.unwrap_or_default().as_bytes();
        let wanted = self.token.as_bytes();
        // As long for a token that is nearly right as for any other.
        let differing = given.iter().zip(wanted).fold(0, |all, (a, b)| all | (a ^ b));
        given.len() == wanted.len() && differing == 0
    }

    /// Whether a `Host` names this server: loopback by its names, another address as the number that it is.
    fn is_own(&self, host: &str) -> bool {
        let Some((name, port)) = host.rsplit_once(':') else { return false };
        if port.parse() != Ok(self.address.port()) {
            return false;
        }
        let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
        match bare.parse::<IpAddr>() {
            Ok(ip) if self.address.ip().is_loopback() => ip.is_loopback(),
            Ok(ip) => ip == self.address.ip() || self.address.ip().is_unspecified() || ip.is_loopback(),
            Err(_) => bare == "localhost",
        }
    }
}

/// 256 bits that nobody can guess: the keys of the standard library's hash tables are random, and SipHash with a key
/// that is not known cannot be foretold.
fn token() -> String {
    let words = (0..4u64).map(|at| {
        let mut hasher = RandomState::new().build_hasher();
        hasher.write_u64(at);
        format!("{:016x}", hasher.finish())
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::{Guard, Sender};

    fn admitted(address: &str, host: &str, origin: Option<&str>) -> bool {
        let guard = Guard::new(address.parse().unwrap());
        guard.admits(Sender { host: Some(host), origin, ..Sender::default() })
    }

    #[test]
    fn only_the_page_itself_is_admitted() {
        let own = "127.0.0.1:4000";
        for host in ["127.0.0.1:4000", "localhost:4000", "[::1]:4000"] {
            assert!(admitted(own, host, None), "{host}");
            assert!(admitted(own, host, Some(&format!("http://{host}"))), "{host}");
        }
        for host in
            ["evil.example:4000", "127.0.0.1:4001", "127.0.0.1", "192.168.1.2:4000", "", "localhost.x:4000"]
        {
            assert!(!admitted(own, host, None), "{host}");
        }
        for origin in ["http://evil.example", "https://127.0.0.1:4000", "null", "http://127.0.0.1:4001"] {
            assert!(!admitted(own, own, Some(origin)), "{origin}");
        }
        let guard = Guard::new(own.parse().unwrap());
        let from = |site, enters| Sender { host: Some(own), site: Some(site), enters, ..Sender::default() };
        assert!(guard.admits(from("same-site", true)), "from the page of another study");
        for (site, enters) in [("same-site", false), ("cross-site", false), ("cross-site", true)] {
            assert!(!guard.admits(from(site, enters)), "{site} {enters}");
        }
        assert!(!guard.admits(Sender::default()));
    }

    #[test]
    fn a_wide_server_answers_to_numbers_and_not_to_names() {
        assert!(admitted("0.0.0.0:4000", "192.168.1.2:4000", None));
        assert!(!admitted("0.0.0.0:4000", "evil.example:4000", None));
    }

    #[test]
    fn writing_needs_the_token_of_this_start() {
        let guard = Guard::new("127.0.0.1:4000".parse().unwrap());
        let with = |token| Sender { token, ..Sender::default() };
        assert!(guard.may_write(with(Some(guard.token()))));
        let other = Guard::new("127.0.0.1:4000".parse().unwrap());
        assert_ne!(guard.token(), other.token());
        for wrong in [None, Some(""), Some(other.token()), Some(&guard.token()[1..])] {
            assert!(!guard.may_write(with(wrong)));
        }
    }
}
