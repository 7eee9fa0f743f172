// The left: deliverables, languages, theme, edition, builds, outline, terms of the grant.

import { fill, get, make, news, say } from "./dom.js";
import { ask, change, mayWrite } from "./server.js";

const title = (titles, language) => titles[language] ?? Object.values(titles)[0] ?? "";

/** Shows the study; `view` is what is shown, `choose` is told what else to show. */
export function showStudy(study, view, choose, ui) {
  get("name").textContent = study.title ? title(study.title, ui) : "esep";
  get("name").title = get("name").textContent;
  document.title = `${study.name ?? "esep"} – esep`;
  fill(get("deliverables"), study.deliverables.map((owed) => make("li", {},
    make("button", {
      type: "button",
      "aria-current": owed.id === view.deliverable ? "true" : "false",
      onclick: () => choose({ deliverable: owed.id }),
    },
    title(owed.title, ui),
    make("span", { class: "small" }, make("span", { class: `state ${owed.state}` }, say(`state-${owed.state}`)),
      ` ${say("as-of", { day: day(owed.cutoff, ui) })}`)))));
  showLanguages(study, view, choose, ui);
  const option = (value, text, selected) => make("option", { value, selected }, text);
  fill(get("theme"), (study.themes ?? []).map((theme) => option(theme, theme, theme === study.theme)));
  const editions = ["customer", "public"];
  fill(get("edition"), editions.map((name) => option(name, say(`edition-${name}`), name === study.edition)));
  for (const id of ["theme", "edition", "build", "build-all"]) get(id).disabled = !mayWrite();
  const terms = (study.terms ?? []).find((of) => of.deliverable === view.deliverable) ?? study.terms?.at(-1);
  const owed = terms?.terms ?? [];
  fill(get("terms"), owed.length === 0
    ? make("tr", {}, make("td", { class: "quiet" }, say("terms-none")))
    : owed.map((term) => make("tr", {},
      make("td", {}, term.name),
      make("td", { class: "value" }, `${term.achieved} / ${term.threshold}`),
      make("td", {}, term.words))));
}

/** A day as the user writes it: day, month, year. */
const day = (date, language) => date.split("-").reverse().join(language === "en" ? "/" : ".");

/** The name of a language: as it calls itself, where the page speaks it, too. */
const nameOf = (code, ui) => get("ui").querySelector(`option[value="${CSS.escape(code)}"]`)?.textContent
  ?? new Intl.DisplayNames([ui], { type: "language" }).of(code);

function showLanguages(study, view, choose, ui) {
  const owed = study.deliverables.find((own) => own.id === view.deliverable);
  const all = owed?.languages ?? [];
  const set = get("languages");
  const legend = set.querySelector("legend");
  const boxes = all.map((code) => make("label", {},
    make("input", {
      type: "checkbox",
      value: code,
      checked: view.languages.includes(code),
      onchange: () => {
        const chosen = [...set.querySelectorAll("input:checked")].map((box) => box.value);
        choose({ languages: chosen.length > 0 ? chosen : [code] });
      },
    }), nameOf(code, ui)));
  fill(set, legend, ...boxes);
}

/** The outline of the first document shown. */
export function showOutline(lines, go) {
  fill(get("outline"), lines.map((line) => make("li", { class: `level-${line.level}` },
    make("button", { type: "button", onclick: () => go(line) }, line.text))));
}

/** Builds these deliverables, all where none is named, tells of the progress, and gives the files. */
export async function startBuild(deliverables) {
  const { status } = await change("/api/build", { deliverables });
  if (status === 409) news(say("build-running"));
}

export function building(told) {
  for (const id of ["build", "build-all"]) get(id).disabled = true;
  news(told.done ? say("build-done", { name: told.done }) : say("build-begun"));
}

/** The files of the last build. */
export function showFiles(files, folder) {
  const link = (file) => make("li", {},
    make("a", { href: `/files/${encodeURIComponent(file.name)}`, target: "_blank", rel: "noopener" }, file.name),
    make("span", { class: "small" }, ` ${say("built-file", { pages: file.pages, numbers: file.proven })}`));
  fill(get("built"), folder && make("p", { class: "small" }, say("built-into", { folder })), make("ul", {}, files.map(link)));
}

export function built(told) {
  for (const id of ["build", "build-all"]) get(id).disabled = !mayWrite();
  if (told.files) {
    news(say("built", { n: told.files.length }));
    showFiles(told.files, told.folder);
  } else {
    news(say("build-failed", { n: told.findings.length }));
    fill(get("built"), make("p", { class: "small" }, say("build-failed", { n: told.findings.length })),
      make("ul", {}, told.findings.slice(0, 10).map((one) => make("li", {}, `${one.code} ${one.message}`))));
  }
}

/** Other studies that were opened lately. */
export async function showRecent() {
  const all = await ask("/api/recent") ?? [];
  const open = async (at) => {
    const { status, told } = await change("/api/open", at);
    if (status === 200) location.href = told.url;
  };
  fill(get("recent"), all.map((path, at) => make("li", {},
    make("button", { type: "button", class: "jump", disabled: !mayWrite(), onclick: () => open(at) }, path))));
}
