// The start: before there is a study, one is chosen, named or made.

import { fill, get, make, say } from "./dom.js";
import { finding } from "./findings.js";
import { ask, change, mayWrite } from "./server.js";

/** Shows the start in the place of pages; `folder` is where a new study is proposed to lie. */
export async function showStart(folder) {
  document.body.classList.add("start");
  document.title = "esep";
  const told = make("div", { role: "status" });
  const go = async (path, body) => {
    const answer = await change(path, body);
    if (answer.status === 200) location.href = answer.told.url;
    else if (answer.status === 403) fill(told, make("p", {}, say("read-only")));
    else fill(told, (answer.told.findings ?? []).map((one) => finding(one)));
  };
  const field = (id, label, value) => [
    make("label", { for: id }, label),
    make("input", { id, type: "text", value, autocomplete: "off", spellcheck: "false" }),
  ];
  const form = (send, ...parts) => make("form", {
    onsubmit: (event) => { event.preventDefault(); send(); },
  }, ...parts);
  const button = (text) => make("button", { type: "submit", class: "main", disabled: !mayWrite() }, text);
  const all = await ask("/api/recent") ?? [];
  const recent = all.map((path, at) => make("li", {},
    make("button", { type: "button", class: "jump", disabled: !mayWrite(), onclick: () => go("/api/open", at) }, path)));
  fill(get("pages"), make("div", { class: "choice" },
    make("h2", {}, say("start")),
    told,
    make("h3", {}, say("start-recent")),
    recent.length > 0 ? make("ul", {}, recent) : make("p", { class: "quiet" }, say("start-recent-none")),
    make("h3", {}, say("start-other")),
    form(() => go("/api/open", { path: get("path").value }), field("path", say("start-path"), ""), button(say("start-open"))),
    make("p", { class: "small" }, say("start-drop")),
    make("h3", {}, say("start-new")),
    form(() => go("/api/new", { path: get("folder").value, workbook: get("workbook").checked }),
      field("folder", say("start-folder"), folder),
      make("label", { class: "box" }, make("input", { id: "workbook", type: "checkbox", checked: true }), ` ${say("start-workbook")}`),
      button(say("start-make")))));
}
