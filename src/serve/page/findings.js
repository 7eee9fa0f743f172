// The right, second and third: what is wrong or doubtful, and what is printed otherwise than in the last build.

import { fill, get, make, say } from "./dom.js";

/** The place of a finding as its author knows it. */
function place(finding) {
  if (!finding.file) return "";
  const cell = [finding.sheet, finding.cell].filter(Boolean).join("!");
  if (cell) return `${finding.file}, ${cell}`;
  return finding.line ? `${finding.file}:${finding.line}` : finding.file;
}

export function finding(one, jump) {
  const [before, after] = one.text ?? ["", ""];
  return make("article", { class: `finding ${one.severity}` },
    make("p", {}, make("strong", {}, `${say(`severity-${one.severity}`)} ${one.code}`), one.document ? ` ${one.document}` : ""),
    make("p", {}, one.message),
    one.file && make("p", {}, jump
      ? make("button", { type: "button", class: "jump", onclick: () => jump(one) }, make("code", {}, place(one)))
      : make("code", {}, place(one))),
    one.text && make("code", { class: "data" }, before, make("mark", {}, after.slice(0, 1)), after.slice(1)),
    one.hint && make("p", { class: "small" }, one.hint));
}

export function showFindings(told, jump) {
  const all = told?.findings ?? [];
  get("count").textContent = all.length > 0 ? String(told.count) : "";
  const rest = told?.pending ?? 0;
  fill(get("findings"),
    all.length === 0 && rest === 0 && make("p", { class: "quiet" }, say("findings-none")),
    rest > 0 && make("p", { class: "quiet" }, say("findings-pending", { n: rest })),
    all.map((one) => finding(one, jump)));
}

export function showChanges(told, name, reveal) {
  const list = told?.changes;
  const root = get("changes");
  if (!list) return fill(root, make("p", { class: "quiet" }, say("changes-unbuilt", { name })));
  if (list.length === 0) return fill(root, make("p", { class: "quiet" }, say("changes-none", { name })));
  const row = (change) => make("tr", {},
    make("td", {}, change.place
      ? make("button", { type: "button", class: "jump", onclick: () => reveal(change.place) }, make("code", {}, change.id))
      : make("code", {}, change.id)),
    make("td", { class: "value" }, change.was ?? "–"),
    make("td", { class: "value" }, change.now ?? "–"));
  return fill(root, make("p", {}, say("changes", { name, n: list.length })),
    make("table", {},
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("changes-id")), make("th", { scope: "col" }, say("changes-was")), make("th", { scope: "col" }, say("changes-now")))),
      make("tbody", {}, list.map(row))));
}
