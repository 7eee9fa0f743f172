//! Addresses of pages: what counts as one, in a study as in a text, and how it is written into every file.

/// The address as a valid URI, or `None` where Office would call the file corrupt or a browser would open no page.
pub fn uri(url: &str) -> Option<String> {
    let url = url.trim();
    let begins = |scheme: &str| url.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
    if begins("mailto:") {
        return url.contains('@').then(|| encoded(url));
    }
    let scheme = ["https://", "http://"].into_iter().find(|scheme| begins(scheme))?;
    let rest = &url[scheme.len()..];
    let (place, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    Some(format!("{scheme}{}{}", authority(place)?, encoded(path)))
}

/// Who is asked, as RFC 3986 has it: `user@host:port`, the host a name or an address in brackets. A name in other letters
/// than Latin is written as the network knows it (punycode).
fn authority(text: &str) -> Option<String> {
    let (user, place) = text.rsplit_once('@').map_or((None, text), |(user, place)| (Some(user), place));
    let (host, port) = match place.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((inside, rest)) => {
            let address: std::net::Ipv6Addr = inside.parse().ok()?;
            let port = if rest.is_empty() { Some("") } else { rest.strip_prefix(':') };
            (format!("[{address}]"), port?)
        }
        None => {
            let (host, port) = place.split_once(':').unwrap_or((place, ""));
            (idna::domain_to_ascii_strict(host).ok().filter(|host| !host.is_empty())?, port)
        }
    };
    if !port.chars().all(|c| c.is_ascii_digit()) || (!port.is_empty() && port.parse::<u16>().is_err()) {
        return None;
    }
    let port = if port.is_empty() { String::new() } else { format!(":{port}") };
    let user = user.map_or_else(String::new, |user| format!("{}@", encoded(user)));
    Some(format!("{user}{host}{port}"))
}

fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for (at, ch) in url.char_indices() {
        let kept = ch.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=".contains(ch);
        let escape = ch == '%' && url.get(at + 1..at + 3).is_some_and(is_hex);
        if kept || escape {
            out.push(ch);
        } else {
            ch.encode_utf8(&mut [0; 4]).bytes().for_each(|b| out.push_str(&format!("%{b:02X}")));
        }
    }
    out
}

fn is_hex(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn addresses_become_valid_uris_or_nothing() {
        assert_eq!(
            uri("https://stat.gov.kz/a?b=1&c=2#d").as_deref(),
            Some("https://stat.gov.kz/a?b=1&c=2#d")
        );
        assert_eq!(uri("https://a.kz/x y%20\"").as_deref(), Some("https://a.kz/x%20y%20%22"));
        assert_eq!(uri("https://a.kz/100%").as_deref(), Some("https://a.kz/100%25"));
        assert_eq!(uri("https://a.kz/қ").as_deref(), Some("https://a.kz/%D2%9B"));
        assert_eq!(uri("mailto:a@b.kz").as_deref(), Some("mailto:a@b.kz"));
        let of = |url| uri(url).unwrap_or_default();
        assert_eq!(of("https://editor@news.example.kz:8080/1"), "https://editor@news.example.kz:8080/1");
        assert_eq!(
            of("https://\u{436}\u{430}\u{4A3}\u{430}.\u{49B}\u{430}\u{437}/1"),
            "https://xn--80aaq15b.xn--80ao21a/1"
        );
        assert_eq!(of("http://[2001:db8::1]:80/x"), "http://[2001:db8::1]:80/x");
        for bad in [
            "",
            "http://",
            "http://[",
            "https://a..b/",
            "https://a b/",
            "https://a:99999/",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "x",
        ] {
            assert_eq!(uri(bad), None, "{bad}");
        }
    }
}
