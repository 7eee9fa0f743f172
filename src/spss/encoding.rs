//! The code page of a file's texts.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The character set of the name that the file gives (subtype 20), or of its code (subtype 3); Windows-1252 where it
/// gives neither or says "8-bit ASCII". Nothing where it names one that is unknown.
pub fn of(name: Option<&str>, code: Option<i32>) -> Option<&'static Encoding> {
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        return Encoding::for_label(name.as_bytes()).or_else(|| of_page(name));
    }
    match code {
        None | Some(2 | 3) => Some(WINDOWS_1252),
        Some(65001) => Some(UTF_8),
        Some(page) => of_page(&page.to_string()),
    }
}

/// A code page by its number: `1251`, `CP1251`, `IBM-866`.
fn of_page(name: &str) -> Option<&'static Encoding> {
    let digits: String = name.chars().filter(char::is_ascii_digit).collect();
    let label = match digits.as_str() {
        "866" | "20866" | "21866" | "28595" => match digits.as_str() {
            "866" => "ibm866".to_owned(),
            "20866" => "koi8-r".to_owned(),
            "21866" => "koi8-u".to_owned(),
            _ => "iso-8859-5".to_owned(),
        },
        "65001" => "utf-8".to_owned(),
        "936" => "gbk".to_owned(),
        "949" => "euc-kr".to_owned(),
        "932" => "shift_jis".to_owned(),
        "950" => "big5".to_owned(),
        _ => format!("windows-{digits}"),
    };
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn code_pages_by_name_and_by_number() {
        let named = |name, code| of(name, code).map(encoding_rs::Encoding::name);
        assert_eq!(named(Some("CP1251"), Some(1252)), Some("windows-1251"));
        assert_eq!(named(None, Some(1251)), Some("windows-1251"));
        assert_eq!(named(Some("UTF-8"), None), Some("UTF-8"));
        assert_eq!(named(None, Some(866)), Some("IBM866"));
        assert_eq!(named(None, None), Some("windows-1252"));
        assert_eq!(named(Some("EBCDIC-7"), None), None);
    }
}
