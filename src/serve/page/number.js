// What a number answers.

import { fill, get, make, say } from "./dom.js";

/** A value without the noise of binary fractions. */
const exact = (value) => String(Number(value.toPrecision(12)));

const term = (name, ...value) => [make("dt", {}, name), make("dd", {}, ...value)];

/** Shows an answer about a number of a document; `reveal` brings another place of it, or another datum, into view. */
export function showNumber(answer, reveal, name) {
  const root = get("answer");
  if (!answer) return fill(root, make("p", { class: "quiet" }, say("answer-none")));
  const { datum } = answer;
  const parts = [make("p", { class: "big" }, answer.text)];
  if (answer.under) parts.push(make("p", { class: "small" }, answer.under));
  if (!datum) {
    parts.push(make("p", {}, answer.reason ? say("number-reason", { reason: answer.reason }) : say("number-unbound")));
    return fill(root, parts);
  }
  const range = (value, high) => [value, high].filter((end) => end !== undefined && end !== null).map(exact).join("–");
  const list = [
    ...term(say("number-datum"), make("code", {}, datum.id)),
    ...term(say("number-exact"), range(datum.value, datum.high)),
    ...term(say("number-rounding"), say("number-decimals", { n: datum.decimals })),
  ];
  if (answer.interval) list.push(...term(say("number-interval"), range(...answer.interval)));
  if (answer.base !== null) list.push(...term(say("number-base"), String(answer.base)));
  parts.push(make("dl", {}, list));
  const { record } = datum;
  if (record) {
    parts.push(make("h3", {}, say("number-record")), make("p", {}, make("code", {}, record.cell ? `${record.file}, ${record.cell}` : `${record.file}:${record.line}:${record.column}`)));
    if (answer.line) {
      const [before, value, after] = answer.line;
      parts.push(make("code", { class: "data" }, before, make("mark", {}, value), after));
    }
  }
  if (answer.formula) parts.push(make("h3", {}, say("number-formula")), make("p", {}, answer.formula));
  if (answer.inputs.length > 0) {
    const input = ([id, value]) => make("li", {},
      make("button", { type: "button", class: "jump", onclick: () => reveal({ document: name, datum: id, index: null }) },
        make("code", {}, id), value === null ? "" : ` = ${exact(value)}`));
    parts.push(make("h3", {}, say("number-inputs")), make("ul", {}, answer.inputs.map(input)));
  }
  parts.push(make("h3", {}, say("number-places", { n: answer.places.length })),
    make("ul", {}, answer.places.slice(0, 60).map((place) => make("li", {},
      make("button", { type: "button", class: "jump", onclick: () => reveal(place) },
        `${place.document}${place.page === null ? "" : `, ${say("page", { n: place.page + 1 })}`}: ${place.text}`,
        place.under && make("span", { class: "small" }, ` ${place.under}`))))));
  return fill(root, parts);
}

/** Shows a chart as a table. */
export function showTable(chart) {
  fill(get("answer"), make("h2", {}, chart.title),
    make("div", { class: "wide", tabindex: "0", role: "region", "aria-label": chart.title }, make("table", {},
      make("thead", {}, make("tr", {}, chart.head.map((name) => (name === "" ? make("td", {}) : make("th", { scope: "col" }, name))))),
      make("tbody", {}, chart.rows.map((row) => make("tr", {},
        row.map((cell, at) => (at === 0 ? make("th", { scope: "row" }, cell) : make("td", { class: "value" }, cell)))))))));
  get("answer").focus({ preventScroll: true });
}
