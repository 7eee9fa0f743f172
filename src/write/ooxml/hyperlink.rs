//! Addresses of links, as a relationship's target may hold them.

/// The address as a valid URI, or `None` where Office would call the file corrupt or open no page.
pub fn target(url: &str) -> Option<String> {
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    let known = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let valid = match (known, lower.strip_prefix("mailto:")) {
        (Some(rest), _) => is_host(rest.split(['/', '?', '#']).next().unwrap_or_default()),
        (None, Some(address)) => address.contains('@'),
        (None, None) => false,
    };
    valid.then(|| encoded(url))
}

fn is_host(authority: &str) -> bool {
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let named = host.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.');
    named && host.contains(char::is_alphanumeric) && port.chars().all(|c| c.is_ascii_digit())
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
    use super::target;

    #[test]
    fn addresses_become_valid_uris_or_nothing() {
        assert_eq!(
            target("https://stat.gov.kz/a?b=1&c=2#d").as_deref(),
            Some("https://stat.gov.kz/a?b=1&c=2#d")
        );
        assert_eq!(target("https://a.kz/x y%20\"").as_deref(), Some("https://a.kz/x%20y%20%22"));
        assert_eq!(target("https://a.kz/100%").as_deref(), Some("https://a.kz/100%25"));
        assert_eq!(target("https://a.kz/қ").as_deref(), Some("https://a.kz/%D2%9B"));
        assert_eq!(target("mailto:a@b.kz").as_deref(), Some("mailto:a@b.kz"));
        for bad in ["", "http://", "http://[", "javascript:alert(1)", "file:///etc/passwd", "x"] {
            assert_eq!(target(bad), None, "{bad}");
        }
    }
}
