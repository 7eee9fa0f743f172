//! How two starts on one study find each other: every study has a port of its own, made of its path, so that
//! no file has to be left behind for the other to read.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

/// Ports that registered services leave alone, below those that systems give out by themselves.
const PORTS: std::ops::Range<u16> = 21_000..32_000;
/// Ports that are tried one after another, where a foreign program holds the first.
const TRIED: u16 = 8;
/// How long another server may think.
const PATIENCE: Duration = Duration::from_millis(400);
/// Most that is read of an answer.
const ANSWER: u64 = 4096;

/// What two starts know a study by: the same for the same folder.
pub fn study_key(study: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    study.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// What a server says of itself.
pub fn greeting(key: &str, url: &str) -> Value {
    json!({"program": "esep", "study": key, "url": url})
}

/// Where a study's server was found, or where it can be.
pub enum Discovery {
    /// Another start serves the study at this address.
    Running(String),
    /// Nobody does; this port is its own now.
    Free(TcpListener),
}

/// Looks for another server of a study, and takes its port where there is none; `None` where all are taken.
pub fn find(key: &str) -> Option<Discovery> {
    let spread = u64::from(PORTS.end - PORTS.start - TRIED);
    let place = u64::from_str_radix(key, 16).unwrap_or_default() % spread;
    let first = PORTS.start + u16::try_from(place).unwrap_or_default();
    for port in first..first + TRIED {
        let address = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port);
        match TcpListener::bind(address) {
            Ok(listener) => return Some(Discovery::Free(listener)),
            Err(_) => {
                if let Some(url) = url_at(address, key) {
                    return Some(Discovery::Running(url));
                }
            }
        }
    }
    None
}

/// The address at which the server at a port shows a study, where it does.
fn url_at(address: SocketAddr, key: &str) -> Option<String> {
    let mut stream = TcpStream::connect_timeout(&address, PATIENCE).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let request = format!("GET /api/hello HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.take(ANSWER).read_to_string(&mut answer).ok()?;
    let (_, body) = answer.split_once("\r\n\r\n")?;
    let told: Value = serde_json::from_str(body.trim()).ok()?;
    let is_own = told.get("program")?.as_str()? == "esep" && told.get("study")?.as_str()? == key;
    let url = told.get("url")?.as_str()?;
    (is_own && url.starts_with("http://")).then(|| url.to_owned())
}

/// Answers at a port of discovery for a server that listens elsewhere, until the program ends.
pub fn answer(listener: TcpListener, greeting: &Value) {
    let body = greeting.to_string();
    let reply = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut request = [0; 1024];
            drop(stream.set_read_timeout(Some(PATIENCE)));
            if stream.read(&mut request).is_ok() {
                drop(stream.write_all(reply.as_bytes()));
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::{Discovery, answer, find, greeting, study_key};
    use std::path::Path;

    #[test]
    fn a_second_start_finds_the_first_and_another_study_does_not() {
        let here = format!("/studies/{}", std::process::id());
        let key = study_key(Path::new(&here));
        let Some(Discovery::Free(listener)) = find(&key) else { panic!("a port is free") };
        answer(listener, &greeting(&key, "http://127.0.0.1:4000/"));
        let Some(Discovery::Running(url)) = find(&key) else { panic!("the first is found") };
        assert_eq!(url, "http://127.0.0.1:4000/");
        let other = study_key(Path::new("/studies/other"));
        assert!(matches!(find(&other), Some(Discovery::Free(_))));
    }
}
