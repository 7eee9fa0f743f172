//! The server: its address, its threads, what it lets in.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use tiny_http::{Method, Request as HttpRequest};

use super::discovery::{self, Discovery};
use super::guard::{Guard, Sender};
use super::reply::{self, Keep, Reply};
use super::routes::{Asked, Routes};
use super::session::Session;
use super::worker;
use crate::diag::{Code, Diagnostic, UiLanguage, say};
use crate::pipeline::{Request, Waker, real_path, remember_study};

/// Threads that answer.
const THREADS: usize = 4;
/// Largest body of a request in bytes.
const LARGEST: u64 = 64 << 10;
/// Time between two signs of life to a page.
const SIGN: Duration = Duration::from_secs(10);

/// What a start is asked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The study, and how it is shown and built.
    pub request: Request,
    /// The port; by default one that belongs to the study.
    pub port: Option<u16>,
    /// The address to listen at; by default this computer alone.
    pub listen: Option<IpAddr>,
    /// Language of the page until the user chooses another.
    pub language: UiLanguage,
}

/// What a start came to.
pub enum Start {
    /// Another start serves the study already, at this address.
    Joined(String),
    /// A server, ready to run.
    Ready(Box<Server>),
}

/// A server of a study.
pub struct Server {
    http: Arc<tiny_http::Server>,
    guard: Arc<Guard>,
    routes: Arc<Routes>,
    url: String,
}

/// Starts a server of a study, or finds the one that serves it; without a study, of the start page.
///
/// # Errors
/// [`Code::ServeAddress`], and where the study's folder cannot be watched or is not there.
pub fn start(options: Options) -> Result<Start, Diagnostic> {
    let place = place_of(&options.request.study)?;
    let key = discovery::study_key(place.as_deref().unwrap_or(Path::new("")));
    let met = match discovery::find(&key) {
        Some(Discovery::Running(url)) => return Ok(Start::Joined(url)),
        Some(Discovery::Free(listener)) => Some(listener),
        None => None,
    };
    let ip = options.listen.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let is_own = options.port.is_some() || options.listen.is_some();
    let (listener, spare) = match (is_own, met) {
        (false, Some(listener)) => (listener, None),
        (_, met) => (bind(ip, options.port.unwrap_or_default())?, met),
    };
    let address =
        listener.local_addr().map_err(|error| unusable(ip, options.port.unwrap_or_default(), &error))?;
    let shown = if address.ip().is_unspecified() { IpAddr::V4(Ipv4Addr::LOCALHOST) } else { address.ip() };
    let base = format!("http://{}/", SocketAddr::new(shown, address.port()));
    let guard = Guard::new(address);
    let greeting = discovery::greeting(&key, &base);
    if let Some(spare) = spare {
        discovery::answer(spare, &greeting);
    }
    let http = tiny_http::Server::from_listener(listener, None).map_err(|error| {
        let shown = address.to_string();
        Diagnostic::new(Code::ServeAddress, say!("serve-address", address = shown, detail = error))
            .hint(say!("hint-serve-address"))
    })?;
    let session = Arc::new(Session::new(options.request));
    let waker = match &place {
        Some(place) => {
            session.reload(None);
            let waker = worker::begin(&session)?;
            remember_study(place);
            waker
        }
        None => Waker::of_nothing(),
    };
    let language = options.language;
    let open = Box::new(move |study: &Path| open(study, language));
    let url = format!("{base}#{}", guard.token());
    let routes = Arc::new(Routes { session, waker, greeting, language, open });
    Ok(Start::Ready(Box::new(Server { http: Arc::new(http), guard: Arc::new(guard), routes, url })))
}

/// The study's own path; `None` where no study is named.
fn place_of(study: &Path) -> Result<Option<PathBuf>, Diagnostic> {
    if study.as_os_str().is_empty() {
        return Ok(None);
    }
    let place = real_path(study).map_err(|error| {
        let message = say!("input-folder-unopened", path = study.display(), detail = error);
        Diagnostic::new(Code::FileMissing, message).hint(say!("hint-input-path"))
    });
    place.map(Some)
}

/// Starts a server of another study on a thread of its own; its address.
fn open(study: &Path, language: UiLanguage) -> Result<String, Diagnostic> {
    let request = Request { study: study.to_owned(), ..Request::default() };
    match start(Options { request, language, ..Options::default() })? {
        Start::Joined(url) => Ok(url),
        Start::Ready(server) => {
            let url = server.url().to_owned();
            std::thread::spawn(move || server.run());
            Ok(url)
        }
    }
}

fn bind(ip: IpAddr, port: u16) -> Result<TcpListener, Diagnostic> {
    TcpListener::bind((ip, port)).map_err(|error| unusable(ip, port, &error))
}

fn unusable(ip: IpAddr, port: u16, error: &std::io::Error) -> Diagnostic {
    let address = SocketAddr::new(ip, port).to_string();
    Diagnostic::new(Code::ServeAddress, say!("serve-address", address = address, detail = error))
        .hint(say!("hint-serve-address"))
}

impl Server {
    /// The address of the page, with the token of this start behind `#`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Answers until the program ends.
    pub fn run(&self) {
        std::thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    while let Ok(request) = self.http.recv() {
                        self.answer(request);
                    }
                });
            }
        });
    }

    /// Ends [`Self::run`].
    pub fn stop(&self) {
        for _ in 0..THREADS {
            self.http.unblock();
        }
    }

    fn answer(&self, mut request: HttpRequest) {
        let of = |name: &'static str| {
            request.headers().iter().find(|h| h.field.equiv(name)).map(|h| h.value.as_str().to_owned())
        };
        let [host, origin, site, kind, token] =
            ["Host", "Origin", "Sec-Fetch-Site", "Sec-Fetch-Dest", "X-Esep-Token"].map(of);
        let asked = Asked::of(request.url());
        let is_get = matches!(request.method(), Method::Get | Method::Head);
        let sender = Sender {
            host: host.as_deref(),
            origin: origin.as_deref(),
            site: site.as_deref(),
            token: token.as_deref(),
            enters: is_get && asked.path == "/" && kind.as_deref() == Some("document"),
        };
        let is_admitted = self.guard.admits(sender);
        let may_write = self.guard.may_write(sender);
        let reply = if !is_admitted {
            reply::refused(403)
        } else if is_get && asked.path == "/api/events" {
            return self.listen(request, &asked);
        } else if is_get {
            self.routes.get(&asked)
        } else if *request.method() != Method::Post {
            reply::refused(405)
        } else if !may_write {
            reply::refused(403)
        } else {
            body(&mut request).map_or_else(|| reply::refused(413), |body| self.routes.post(&asked, &body))
        };
        answer_with(request, &reply);
    }

    /// A page listens, on a thread of its own, until it goes away.
    fn listen(&self, request: HttpRequest, asked: &Asked) {
        let routes = Arc::clone(&self.routes);
        let Some((id, heard)) = routes.session.hub.join(asked.names("shown")) else {
            return answer_with(request, &reply::refused(503));
        };
        routes.waker.wake();
        let mut writer = request.into_writer();
        std::thread::spawn(move || {
            // What is written to a page that is gone fails, which is how it is known.
            drop(pass_on(&mut writer, &heard));
            routes.session.hub.leave(id);
        });
    }
}

/// Sends an answer; a page that went away wants none.
fn answer_with(request: HttpRequest, reply: &Reply) {
    let has_body = *request.method() != Method::Head;
    let mut writer = request.into_writer();
    drop(reply.write(&mut *writer, has_body));
}

/// The body of a request; `None` where it is too large or no UTF-8.
fn body(request: &mut HttpRequest) -> Option<String> {
    if request.body_length().is_some_and(|length| u64::try_from(length).is_ok_and(|length| length > LARGEST))
    {
        return None;
    }
    let mut text = String::new();
    request.as_reader().take(LARGEST + 1).read_to_string(&mut text).ok()?;
    (u64::try_from(text.len()).ok()? <= LARGEST).then_some(text)
}

/// Writes what is heard as server-sent events.
fn pass_on(writer: &mut (impl Write + ?Sized), heard: &Receiver<String>) -> std::io::Result<()> {
    writer.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n")?;
    for (name, value) in reply::headers("text/event-stream", Keep::Never) {
        write!(writer, "{name}: {value}\r\n")?;
    }
    writer.write_all(b"\r\nretry: 1000\n\n")?;
    writer.flush()?;
    loop {
        match heard.recv_timeout(SIGN) {
            Ok(event) => writer.write_all(event.as_bytes())?,
            Err(RecvTimeoutError::Timeout) => writer.write_all(b": still here\n\n")?,
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        }
        writer.flush()?;
    }
}
