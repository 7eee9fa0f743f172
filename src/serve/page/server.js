// What is asked of the server. The token comes with the link of the terminal and stays in this browser.

const TOKEN = "esep-token";
let language = "";

const given = location.hash.slice(1);
if (/^[0-9a-f]{64}$/.test(given)) {
  localStorage.setItem(TOKEN, given);
  history.replaceState(null, "", location.pathname + location.search);
}

export const mayWrite = () => localStorage.getItem(TOKEN) !== null;

export function setLanguage(code) {
  language = code;
}

function address(path, query) {
  const all = new URLSearchParams({ ...query, ui: language });
  return `${path}?${all}`;
}

/** The answer to a question; `null` where there is none. */
export async function ask(path, query = {}) {
  const answer = await fetch(address(path, query));
  return answer.ok ? answer.json() : null;
}

/** Changes something: the status and what the server says. */
export async function change(path, body) {
  const answer = await fetch(address(path, {}), {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Esep-Token": localStorage.getItem(TOKEN) ?? "" },
    body: JSON.stringify(body),
  });
  // The token is of another start of the server: from now on the page only reads.
  if (answer.status === 403) localStorage.removeItem(TOKEN);
  const text = await answer.text();
  return { status: answer.status, told: text === "" ? {} : JSON.parse(text) };
}

let source = null;

/** Listens to what happens; `heard` has a function for each event, `lost` and `found` for the connection. */
export function listen(shown, heard) {
  source?.close();
  source = new EventSource(address("/api/events", { shown: shown.join(",") }));
  for (const name of ["study", "document", "looked", "building", "built"]) {
    source.addEventListener(name, (event) => heard[name]?.(JSON.parse(event.data)));
  }
  source.addEventListener("open", () => heard.found());
  source.addEventListener("error", () => heard.lost());
}
