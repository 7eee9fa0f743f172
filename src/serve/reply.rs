//! Answers, each with the headers that keep the page to itself.

use std::io::Write;

use serde_json::Value;

/// What the page may load: itself. No inline script, no frame, no other computer.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

/// An answer in memory.
#[derive(Debug)]
pub struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    /// Writes the answer; of one to `HEAD` no body. The connection ends with it: tiny_http 0.12 leaves a connection
    /// waiting while as many others as it has threads are kept open.
    ///
    /// # Errors
    /// Where the other side has gone.
    pub fn write(&self, writer: &mut (impl Write + ?Sized), has_body: bool) -> std::io::Result<()> {
        let length = self.body.len();
        write!(writer, "HTTP/1.1 {} \r\nConnection: close\r\nContent-Length: {length}\r\n", self.status)?;
        for (name, value) in &self.headers {
            write!(writer, "{name}: {value}\r\n")?;
        }
        writer.write_all(b"\r\n")?;
        if has_body {
            writer.write_all(&self.body)?;
        }
        writer.flush()
    }
}

/// How long a browser may keep an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Not at all.
    Never,
    /// For ever: its address names its content.
    Always,
}

/// The headers of every answer, of a type.
pub fn headers(kind: &str, keep: Keep) -> Vec<(&'static str, String)> {
    let cache = match keep {
        Keep::Never => "no-store",
        Keep::Always => "private, max-age=31536000, immutable",
    };
    vec![
        ("Content-Type", kind.to_owned()),
        ("Cache-Control", cache.to_owned()),
        ("Content-Security-Policy", POLICY.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ]
}

/// An answer of bytes.
pub fn bytes(status: u16, kind: &str, keep: Keep, body: impl Into<Vec<u8>>) -> Reply {
    Reply { status, headers: headers(kind, keep), body: body.into() }
}

/// An answer of data.
pub fn json(value: &Value) -> Reply {
    with_status(200, value)
}

/// An answer of data with a status.
pub fn with_status(status: u16, value: &Value) -> Reply {
    bytes(status, "application/json", Keep::Never, value.to_string())
}

/// A refusal without words: of what the page never asks.
pub fn refused(status: u16) -> Reply {
    bytes(status, "text/plain; charset=utf-8", Keep::Never, Vec::new())
}
