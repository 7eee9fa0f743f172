//! The study on a page: what the server lets in, how it follows edits, what it writes.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use esep::diag::{Code, UiLanguage};
use esep::pipeline::Request;
use esep::serve::{Options, Server, Start, start};
use serde_json::{Value, json};

use crate::support::{edit, folder, put, read_json, starter};

/// A server of a study until the test ends.
struct Served {
    server: Arc<Server>,
    host: String,
    token: String,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Served {
    fn of(study: &Path) -> Self {
        let request = Request { study: study.to_owned(), out: Some(study.join("out")), ..Request::default() };
        let options = Options { request, language: UiLanguage::En, ..Options::default() };
        let Start::Ready(server) = start(options).unwrap() else { panic!("the study is served by nobody") };
        let server: Arc<Server> = Arc::from(server);
        let (base, token) = server.url().split_once("/#").unwrap();
        let (host, token) = (base.strip_prefix("http://").unwrap().to_owned(), token.to_owned());
        let own = Arc::clone(&server);
        Self { server, host, token, thread: Some(std::thread::spawn(move || own.run())) }
    }

    /// Sends a request as it is given; status, head and body of the answer.
    fn send(&self, request: &str) -> (u16, String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let at = answer.windows(4).position(|w| w == b"\r\n\r\n").unwrap_or(answer.len().saturating_sub(4));
        let head = String::from_utf8_lossy(&answer[..at]).into_owned();
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or_default();
        (status, head, answer[at + 4..].to_vec())
    }

    fn get(&self, path: &str) -> (u16, Value) {
        let (status, _, body) =
            self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host));
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    fn post_with(&self, path: &str, body: &str, headers: &str) -> (u16, Value) {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n{body}",
            self.host,
            body.len()
        );
        let (status, _, body) = self.send(&request);
        (status, serde_json::from_slice(&body).unwrap_or_default())
    }

    fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        self.post_with(path, &body.to_string(), &format!("X-Esep-Token: {}\r\n", self.token))
    }

    fn document(&self, name: &str) -> Value {
        let (status, document) = self.get(&format!("/api/document/{name}"));
        assert_eq!(status, 200, "{name}");
        document
    }

    /// The state of a document when it is other than before.
    fn changed(&self, name: &str, before: &Value) -> Value {
        self.until(name, |now| now["version"] != before["version"])
    }

    fn until(&self, name: &str, is_there: impl Fn(&Value) -> bool) -> Value {
        let began = Instant::now();
        loop {
            let now = self.document(name);
            if is_there(&now) {
                return now;
            }
            assert!(began.elapsed() < Duration::from_secs(60), "nothing has changed: {now}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.server.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

fn digests(document: &Value) -> Vec<&str> {
    document["pages"].as_array().unwrap().iter().map(|page| page["digest"].as_str().unwrap()).collect()
}

#[test]
fn only_the_page_is_let_in_and_only_its_token_writes() {
    let study = starter();
    let served = Served::of(study.path());
    let line = |first: &str, headers: &str| {
        served.send(&format!("{first} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n")).0
    };
    let own = format!("Host: {}\r\n", served.host);
    assert_eq!(line("GET /", &own), 200);
    for headers in [
        "Host: evil.example\r\n".to_owned(),
        format!("Host: evil.example:{}\r\n", served.host.rsplit(':').next().unwrap()),
        String::new(),
        format!("{own}Origin: http://evil.example\r\n"),
        format!("{own}Origin: null\r\n"),
        format!("{own}Sec-Fetch-Site: cross-site\r\n"),
    ] {
        assert_eq!(line("GET /api/study", &headers), 403, "{headers}");
        assert_eq!(line("GET /api/events", &headers), 403, "{headers}");
    }
    let body = json!({"deliverables": []}).to_string();
    for headers in ["", "X-Esep-Token: \r\n", "X-Esep-Token: 0000\r\n"] {
        for path in ["/api/build", "/api/sentence", "/api/undo", "/api/settings", "/api/open", "/api/try"] {
            assert_eq!(served.post_with(path, &body, headers).0, 403, "{path}");
        }
    }
    assert_eq!(line("DELETE /api/study", &own), 405);
    let token = format!("X-Esep-Token: {}\r\n", served.token);
    let large = "x".repeat(70 << 10);
    assert_eq!(served.post_with("/api/sentence", &large, &token).0, 413);
    for body in ["", "{", "[]", "{\"document\": 1}"] {
        assert_eq!(served.post_with("/api/sentence", body, &token).0, 400, "{body}");
    }
    let (_, head, _) = served.send(&format!("GET / HTTP/1.1\r\n{own}Connection: close\r\n\r\n"));
    for header in [
        "Content-Security-Policy: default-src 'none'; script-src 'self';",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Cross-Origin-Resource-Policy: same-origin",
    ] {
        assert!(head.contains(header), "{header} in {head}");
    }
}

#[test]
fn no_path_leads_out_of_what_is_shown() {
    let study = starter();
    let output = |file: &str| {
        let numbers = json!({"read": 0, "proven": 0, "allowed": 0, "proof_sha256": ""});
        json!({"file": file, "sha256": "", "bytes": 5, "pages": 1, "holds": {}, "numbers": numbers, "made_of": "",
            "run": "", "study_sha256": ""})
    };
    let manifest = json!({"program": {"name": "esep", "version": "", "build": ""}, "study": "", "edition": "customer",
        "theme": "gost", "run": "", "doubts": 0, "inputs": [], "outputs": [output("../study.json"), output("a.pdf")]});
    put(study.path(), "out/manifest.json", manifest.to_string());
    put(study.path(), "out/a.pdf", "whole");
    let served = Served::of(study.path());
    let (status, _, body) = served
        .send(&format!("GET /files/a.pdf HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.host));
    assert_eq!((status, body.as_slice()), (200, b"whole".as_slice()));
    for path in [
        "/files/../study.json",
        "/files/%2e%2e%2fstudy.json",
        "/files/..%5Cstudy.json",
        "/files/study.json",
        "/files/manifest.json",
        "/study.json",
        "/../study.json",
        "//etc/passwd",
        "/page/../../study.json",
        "/page/final.ru/x.svg",
        "/api/document/..%2Ffinal.ru",
        "/api/document/base.ru",
        "/api/layer/final.ru/x",
        "/api/number/final.ru/1/9999999999999999999999",
        "/api/sentence/final.ru?name=..%2F..%2Fx",
    ] {
        let (status, told) = served.get(path);
        assert_eq!(status, 404, "{path}: {told}");
    }
}

#[test]
fn an_edit_changes_the_pages_and_a_fault_keeps_them() {
    let study = starter();
    let served = Served::of(study.path());
    let name = "interim-1.ru";
    let before = served.document(name);
    assert!(before["faults"].as_array().unwrap().is_empty(), "{before}");
    let digest = digests(&before)[0].to_owned();
    let (status, _, svg) = served.send(&format!(
        "GET /page/{name}/{digest}.svg HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        served.host
    ));
    assert!(status == 200 && svg.starts_with(b"<svg"));
    edit(study.path(), "study.json", |v| v["title"]["ru"] = json!("Другое исследование города"));
    let after = served.changed(name, &before);
    let same = digests(&before).iter().filter(|digest| digests(&after).contains(digest)).count();
    assert!(!digests(&after).contains(&digest.as_str()), "the title page is another one");
    assert!(same > 0, "the pages without the title are as they were");
    put(study.path(), "study.json", "{ broken");
    let began = Instant::now();
    loop {
        let (_, told) = served.get("/api/study");
        if told["broken"].as_u64().is_some_and(|faults| faults > 0) {
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(100));
    }
    let (_, findings) = served.get("/api/findings");
    assert_eq!(findings["findings"][0]["code"], "E110");
    assert_eq!(findings["findings"][0]["line"], 1);
    assert_eq!(digests(&served.document(name)), digests(&after), "the last good pages stay");
}

/// A number of the pages: name of the document, page and position.
fn a_datum(served: &Served, name: &str) -> (usize, usize, Value) {
    let pages = served.document(name)["pages"].as_array().unwrap().len();
    for page in 0..pages {
        let (_, layer) = served.get(&format!("/api/layer/{name}/{page}"));
        for (index, number) in layer["numbers"].as_array().unwrap().iter().enumerate() {
            if number["kind"] != "datum" {
                continue;
            }
            let (_, answer) = served.get(&format!("/api/number/{name}/{page}/{index}?ui=en"));
            if answer["datum"]["record"].is_object() {
                return (page, index, answer);
            }
        }
    }
    panic!("no number of {name} has a record");
}

#[test]
fn a_number_answers_with_its_record_and_its_other_places() {
    let study = starter();
    let served = Served::of(study.path());
    served.document("interim-1.kk");
    let (page, _, answer) = a_datum(&served, "interim-1.ru");
    let record = &answer["datum"]["record"];
    let file = record["file"].as_str().unwrap();
    let text = std::fs::read_to_string(study.path().join(file)).unwrap();
    let line = usize::try_from(record["line"].as_u64().unwrap()).unwrap();
    let told: String = answer["line"].as_array().unwrap().iter().map(|part| part.as_str().unwrap()).collect();
    assert!(text.lines().nth(line - 1).unwrap().contains(&told), "{told}");
    let places = answer["places"].as_array().unwrap();
    for document in ["interim-1.kk", "interim-1.ru"] {
        assert!(places.iter().any(|place| place["document"] == document), "{places:?}");
    }
    let (_, jump) = served.get(&format!("/api/jump?file={file}&line={line}&shown=interim-1.ru"));
    assert_eq!(jump["document"], "interim-1.ru");
    assert!(jump["page"].as_u64().unwrap() <= u64::try_from(page).unwrap());
    let (_, layer) = served.get("/api/layer/interim-1.ru/5");
    let unbound = layer["numbers"].as_array().unwrap().iter().filter(|number| number["kind"] == "unbound");
    assert_eq!(unbound.count(), 0);
}

#[test]
fn a_sentence_is_changed_taken_back_and_not_overwritten() {
    let study = starter();
    let served = Served::of(study.path());
    let (name, sentence) = ("interim-1.ru", "intro.about");
    let words = study.path().join("words/interim-1.ru.md");
    let before = served.document(name);
    let (status, view) = served.get(&format!("/api/sentence/{name}?name={sentence}"));
    assert_eq!(status, 200, "{view}");
    assert_eq!(view["goes_into"], "words/interim-1.ru.md");
    let own = view["wordings"][0].as_str().unwrap().replace("описаны", "изложены");
    let change = |wording: &str, state: &Value| json!({"document": name, "sentence": sentence, "wordings": [wording], "state": state});
    // A datum that is gone, a digit typed in, another sentence brought along: told, and nothing is written.
    for wrong in ["Без данных.", "В отчёте 58,8 %.", "x {{ unknown_name }}", "x\n## intro.title\ny"]
    {
        let (_, told) = served.post("/api/try", &change(wrong, &json!("")));
        let (status, refused) = served.post("/api/sentence", &change(wrong, &view["state"]));
        let is_error =
            |told: &Value| told["findings"].as_array().unwrap().iter().any(|f| f["severity"] == "error");
        if wrong.contains("58,8") {
            continue;
        }
        assert!(is_error(&told) && status == 422 && is_error(&refused), "{wrong}: {status} {told} {refused}");
        assert!(!words.exists());
    }
    let (status, saved) = served.post("/api/sentence", &change(&own, &view["state"]));
    assert_eq!((status, saved["path"].as_str()), (200, Some("words/interim-1.ru.md")), "{saved}");
    assert_eq!(std::fs::read_to_string(&words).unwrap(), format!("## {sentence}\n{own}\n"));
    let after = served.changed(name, &before);
    assert!(digests(&after).len() == digests(&before).len() && digests(&after) != digests(&before));
    // The state that was read is no longer that of the file.
    let (status, late) = served.post("/api/sentence", &change("Иначе {{ study.title }}.", &view["state"]));
    assert_eq!(
        (status, late["findings"][0]["code"].as_str()),
        (409, Some(Code::WordsChangedMeanwhile.as_str()))
    );
    let (status, undone) = served.post("/api/undo", &json!({}));
    assert_eq!((status, undone["sentence"].as_str()), (200, Some(sentence)), "{undone}");
    assert!(!words.exists());
    let again = served.until(name, |now| digests(now) == digests(&before));
    assert!(again["faults"].as_array().unwrap().is_empty());
    // What an editor writes afterwards is not taken back by the page.
    let (_, view) = served.get(&format!("/api/sentence/{name}?name={sentence}"));
    assert_eq!(served.post("/api/sentence", &change(&own, &view["state"])).0, 200);
    std::fs::write(&words, format!("## {sentence}\n{own} Ещё.\n")).unwrap();
    assert_eq!(served.post("/api/undo", &json!({})).0, 409);
    assert!(words.exists());
}

/// Two hundred strings that some layer could take for its own.
fn hostile() -> Vec<String> {
    let seeds = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg/onload=alert(1)>",
        "</textarea><b>",
        "javascript:alert(1)",
        "{{ 7*7 }}",
        "{% raw %}",
        "${alert(1)}",
        "`alert(1)`",
        "&lt;b&gt;&amp;",
        "<!-- -->",
        "]]><x>",
        "data: x event: study",
        "\\u003cscript\\u003e",
        "%3Cscript%3E",
        "<a href='//evil'>x</a>",
        "<style>*{display:none}</style>",
        "<iframe src=//evil>",
        "onmouseover=alert(1)",
        "<b onclick='x'>y</b>",
    ];
    let around = ["", "a ", "(", "«", "x=", "| ", "# ", "* ", "~", "^"];
    seeds.iter().flat_map(|seed| around.iter().map(move |before| format!("{before}{seed}"))).collect()
}

#[test]
fn hostile_text_of_the_study_is_data_to_the_page() {
    let study = starter();
    let all = hostile();
    assert_eq!(all.len(), 200);
    edit(study.path(), "cases.json", |v| {
        let cases = v["cases"].as_array_mut().unwrap();
        let each = all.len().div_ceil(cases.len());
        for (case, own) in cases.iter_mut().zip(all.chunks(each)) {
            let text = own.join(" ¦ ");
            case["title"] = json!({"kk": text, "ru": text});
        }
    });
    let served = Served::of(study.path());
    let (_, told) = served.get("/api/study");
    assert!(told["broken"].is_null(), "{}", served.get("/api/findings").1);
    let document = served.document("final.ru");
    assert!(document["faults"].as_array().unwrap().is_empty(), "{}", document["faults"]);
    let mut letters = String::new();
    for page in 0..document["pages"].as_array().unwrap().len() {
        let (_, layer) = served.get(&format!("/api/layer/final.ru/{page}"));
        let runs = layer["runs"].as_array().unwrap();
        letters.extend(runs.iter().flat_map(|run| run[1].as_str().unwrap().chars()));
    }
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect::<String>();
    let letters = bare(&letters);
    let found = all.iter().filter(|text| letters.contains(&bare(text))).count();
    // Where a page ends inside of one, its running head stands between.
    assert!(found > 190, "{found} of 200 stand literally");
    let (_, head, page) =
        served.send(&format!("GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.host));
    assert!(head.contains("text/html"));
    assert!(!String::from_utf8(page).unwrap().contains("alert("), "nothing of the study goes into the HTML");
    let (_, head, _) = served.send(&format!(
        "GET /api/layer/final.ru/1 HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        served.host
    ));
    assert!(head.contains("Content-Type: application/json"));
}

#[test]
fn a_second_start_joins_the_first() {
    let study = starter();
    let served = Served::of(study.path());
    let request = Request { study: study.path().to_owned(), ..Request::default() };
    let second = Options { request, ..Options::default() };
    match start(second).unwrap() {
        Start::Joined(url) => assert_eq!(url, format!("http://{}/", served.host)),
        Start::Ready(_) => panic!("the study is served already"),
    }
    // A port that is taken is told.
    let other = starter();
    let port = served.host.rsplit(':').next().unwrap().parse().unwrap();
    let request = Request { study: other.path().to_owned(), ..Request::default() };
    let taken = start(Options { request, port: Some(port), ..Options::default() });
    assert_eq!(taken.err().map(|fault| fault.code), Some(Code::ServeAddress));
}

#[test]
fn a_build_writes_what_esep_build_writes() {
    let (study, out) = (starter(), folder());
    let served = Served::of(study.path());
    let (status, _) = served.post("/api/build", &json!({"deliverables": ["invitation"]}));
    assert_eq!(status, 202);
    let began = Instant::now();
    let built = study.path().join("out");
    while !built.join("manifest.json").exists() {
        assert!(began.elapsed() < Duration::from_secs(120));
        std::thread::sleep(Duration::from_millis(100));
    }
    let request = Request {
        study: study.path().to_owned(),
        out: Some(out.path().to_owned()),
        deliverables: vec!["invitation".to_owned()],
        ..Request::default()
    };
    esep::pipeline::build(&request, &esep::pipeline::Silent).unwrap();
    let read = |folder: &Path, file: &str| std::fs::read(folder.join(file)).unwrap();
    let manifest = read_json(&built, "manifest.json");
    let outputs = manifest["outputs"].as_array().unwrap();
    assert!(outputs.len() >= 4);
    for output in outputs {
        let file = output["file"].as_str().unwrap();
        assert_eq!(read(&built, file), read(out.path(), file), "{file}");
    }
    served.document("invitation.ru");
    let (_, changes) = served.get("/api/changes/invitation.ru");
    assert_eq!(changes["changes"], json!([]));
}
