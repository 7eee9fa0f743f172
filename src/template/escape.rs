//! Data in Markdown: every character stands for itself.

use std::io::{Result, Write};

/// Backslash before each ASCII punctuation mark (CommonMark 2.4); white space becomes one space, so
/// that no line of data can open a block.
pub fn markdown(text: &str, out: &mut dyn Write) -> Result<()> {
    let mut buffer = [0; 4];
    let mut after_space = false;
    for c in text.chars() {
        if matches!(c, ' ' | '\n' | '\t' | '\r') {
            if !after_space {
                out.write_all(b" ")?;
            }
            after_space = true;
            continue;
        }
        after_space = false;
        if c.is_ascii_punctuation() {
            out.write_all(b"\\")?;
        }
        out.write_all(c.encode_utf8(&mut buffer).as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn markup_in_data_is_escaped() {
        let mut out = Vec::new();
        super::markdown("*b* `x`\n\n:::chart | {{ 7*7 }} &amp; <w:p>", &mut out)
            .unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(
            String::from_utf8_lossy(&out),
            r"\*b\* \`x\` \:\:\:chart \| \{\{ 7\*7 \}\} \&amp\; \<w\:p\>"
        );
    }
}
