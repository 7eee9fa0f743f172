// The page: what is shown, and what happens.

import { Column } from "./column.js";
import { fill, get, make, news, say, setWords } from "./dom.js";
import { finding, showChanges, showFindings } from "./findings.js";
import { showNumber, showTable } from "./number.js";
import { openSentence } from "./sentence.js";
import { showStart } from "./start.js";
import { ask, change, listen, mayWrite, setLanguage } from "./server.js";
import { building, built, showFiles, showOutline, showRecent, showStudy, startBuild } from "./study.js";
import { follow } from "./together.js";

const query = new URLSearchParams(location.search);
const view = {
  deliverable: query.get("show") ?? "",
  languages: (query.get("in") ?? "").split(",").filter(Boolean),
};
let ui = query.get("ui") ?? "";
let study = { deliverables: [] };
let columns = [];
let zoom = 0;
/** The number in the panel: told anew when its document changes. */
let chosen = null;
/** Opens anew the sentence that is in the panel. */
let opened = null;
let leader = null;

const isNarrow = () => matchMedia("(max-width: 60rem)").matches;
/** On a narrow window the panel stands below the pages: what has been asked is brought into view. */
const toPanel = () => { if (isNarrow()) get("right").scrollIntoView(); };
const toPages = () => { if (isNarrow()) get("pages").scrollIntoView(); };

const names = () => columns.map((column) => column.name);

const events = {
  laid(column, sheet) {
    if (chosen?.name === column.name && chosen.page === sheet.at) mark();
    showHits();
  },
  scrolled: (column) => together(column),
  chart(chart) {
    chosen = null;
    opened = null;
    mark();
    tab("answer");
    showTable(chart);
    toPanel();
  },
  async number(column, page, index) {
    chosen = { name: column.name, page, index };
    opened = null;
    tab("answer");
    await answerAgain();
    toPanel();
  },
  async sentence(column, said) {
    chosen = null;
    mark();
    tab("answer");
    opened = () => openSentence(column.name, said, undo, () => column.back(said.name));
    await opened();
    toPanel();
  },
};

async function answerAgain() {
  if (!chosen) return;
  const { name, page, index } = chosen;
  const answer = await ask(`/api/number/${name}/${page}/${index}`);
  if (chosen?.name !== name || chosen.page !== page || chosen.index !== index) return;
  chosen.places = answer?.places ?? [];
  showNumber(answer, reveal, name);
  mark();
}

/** Marks the number that is asked, and the other places of its datum that are in view. */
function mark() {
  const button = (column, page, index) => column.sheets[page]?.over?.querySelector(`[data-number="${index}"]`);
  for (const column of columns) {
    const places = (chosen?.places ?? []).filter((place) => place.document === column.name);
    column.mark("same", places.map((place) => button(column, place.page, place.index)));
    column.mark("chosen", chosen?.name === column.name ? [button(column, chosen.page, chosen.index)] : []);
  }
}

async function reveal(place) {
  const [deliverable, language] = place.document.split(".");
  if (!names().includes(place.document)) {
    const beside = deliverable === view.deliverable ? view.languages : [];
    await choose({ deliverable, languages: [...beside, language] });
  }
  const column = columns.find((own) => own.name === place.document);
  if (!column) return;
  // A document that was not laid out tells now on which page the number is.
  if (place.index === null) {
    const found = await ask(`/api/place/${place.document}`, { datum: place.datum });
    if (found) await column.reveal(found.page, found.index);
    else news(say("jump-none"));
  } else if (place.index !== undefined) await column.reveal(place.page, place.index);
  else column.go(place.page, Math.max(0, place.y - 80));
}

async function jump(one) {
  const cell = one.cell ? `${one.sheet}!${one.cell}` : "";
  const place = await ask("/api/jump", { file: one.file, line: one.line ?? 1, cell, shown: names().join(",") });
  if (place) await reveal(place);
  else news(say("jump-none"));
}

function together(column) {
  if (leader !== null && leader !== column) return;
  leader = column;
  for (const other of columns) if (other !== column) follow(column, other);
  clearTimeout(together.timer);
  together.timer = setTimeout(() => { leader = null; }, 120);
}

/** Shows another deliverable or other languages. */
async function choose(other) {
  Object.assign(view, other);
  const owed = study.deliverables.find((own) => own.id === view.deliverable) ?? study.deliverables[0];
  if (!owed) return;
  view.deliverable = owed.id;
  view.languages = owed.languages.filter((code) => view.languages.includes(code));
  if (view.languages.length === 0) view.languages = [owed.languages[0]];
  const wanted = view.languages.map((code) => `${owed.id}.${code}`);
  query.set("show", view.deliverable);
  query.set("in", view.languages.join(","));
  history.replaceState(null, "", `${location.pathname}?${query}`);
  if (wanted.join() !== names().join()) {
    const places = columns.map((column) => [column, column.place()]);
    if (wanted.every((name) => !names().includes(name))) {
      opened = null;
      fill(get("answer"), make("p", { class: "quiet" }, say("answer-none")));
    }
    columns = wanted.map((name, at) => {
      const known = columns.find((column) => column.name === name);
      if (known) return known;
      const column = new Column(name, view.languages[at], events);
      column.root.addEventListener("scroll", () => together(column), { passive: true });
      return column;
    });
    fill(get("pages"), columns.map((column) => column.root));
    // What leaves the page and comes back forgets where it stood.
    for (const [column, place] of places) if (place && columns.includes(column)) column.go(place.page, place.y, false);
    chosen = null;
    listenAll();
  }
  showStudy(study, view, choose, ui);
  await Promise.all(columns.map(fetchDocument));
  setZoom(zoom);
  await look();
}

async function fetchDocument(column) {
  const state = await ask(`/api/document/${column.name}`);
  if (!state || !columns.includes(column)) return;
  const isFirst = column.sheets.length === 0;
  column.show(state);
  if (isFirst) {
    setZoom(zoom);
    column.remember();
  }
  if (column === columns[0]) showOutline(state.outline ?? [], (line) => {
    column.go(line.page, Math.max(0, line.y - 30));
    column.root.focus({ preventScroll: true });
    toPages();
  });
  if (chosen?.name === column.name) await answerAgain();
  if (hits.length > 0) await search(0);
  tell();
}

/** What keeps the pages from being the latest. */
function tell() {
  const faults = columns.flatMap((column) => column.document?.faults ?? []);
  const count = study.broken ?? faults.length;
  const alert = get("broken");
  alert.hidden = count === 0 || count === null;
  if (!alert.hidden) {
    const show = make("button", { type: "button", onclick: () => { tab("findings"); toPanel(); } }, say("tab-findings"));
    fill(alert, say("last-good", { n: count }), " ", show);
  }
  for (const column of columns) column.root.classList.toggle("old", !alert.hidden);
}

/** Faults and doubts, and what changed since the last build. */
async function look() {
  showFindings(await ask("/api/findings", { shown: names().join(",") }), jump);
  if (!get("changes").hidden) await compare();
}

async function compare() {
  const column = columns[0];
  if (!column) return;
  const told = await ask(`/api/changes/${column.name}`);
  showChanges(told, column.name, ([page, index]) => column.reveal(page, index));
}

async function readStudy() {
  study = await ask("/api/study") ?? study;
  if (study.built?.files.length > 0) showFiles(study.built.files);
  showStudy(study, view, choose, ui);
  tell();
}

function listenAll() {
  listen(names(), {
    async study() {
      await readStudy();
      // A study that was broken at the start has its first documents now.
      if (columns.length === 0 && study.deliverables.length > 0) await choose({});
      else await look();
    },
    async document({ name }) {
      const column = columns.find((own) => own.name === name);
      if (column) await fetchDocument(column);
      await look();
    },
    async looked() {
      await readStudy();
      await look();
    },
    building,
    async built(told) {
      built(told);
      await readStudy();
      await look();
    },
    lost: () => news(say("lost"), true),
    async found() {
      if (get("news").textContent === say("lost")) {
        news(say("found"));
        await readStudy();
        await Promise.all(columns.map(fetchDocument));
      }
    },
  });
}

async function undo() {
  const { status, told } = await change("/api/undo", {});
  if (status === 200) {
    news(say("undone", { path: told.path, sentence: told.sentence }));
    await opened?.();
  } else {
    news(status === 404 ? say("undo-none") : say("not-saved"));
    if (told.findings?.length) fill(get("answer"), told.findings.map((one) => finding(one)));
  }
}

function tab(name) {
  for (const button of document.querySelectorAll("[role=tab]")) {
    const panel = get(button.getAttribute("aria-controls"));
    const isOwn = panel.id === name;
    button.setAttribute("aria-selected", String(isOwn));
    button.tabIndex = isOwn ? 0 : -1;
    panel.hidden = !isOwn;
  }
}

function setZoom(to) {
  zoom = to;
  const fitting = Math.min(...columns.map((column) => column.fitting()));
  if (zoom === 0 && !Number.isFinite(fitting)) return;
  const own = zoom === 0 ? Math.max(0.2, Math.min(fitting, 2)) : zoom;
  for (const column of columns) column.setZoom(own);
  get("zoom").textContent = `${Math.round(own * 100)} %`;
}

let hits = [];
let hit = 0;

/** Looks for the words in all languages shown; a step of 0 only looks again, where the documents have changed. */
async function search(step) {
  const text = get("wanted").value.trim();
  const state = columns.map((column) => `${column.name} ${column.document?.version}`);
  const wanted = `${state.join()} ${text}`;
  if (search.last !== wanted) {
    const found = await Promise.all(columns.map(async (column) => {
      const own = text === "" ? [] : await ask(`/api/search/${column.name}`, { text }) ?? [];
      return own.map((place) => ({ column, ...place }));
    }));
    search.last = wanted;
    hits = found.flat();
    hit = step === 0 ? Math.max(0, Math.min(hit, hits.length - 1)) : 0;
  } else if (hits.length > 0) {
    hit = (hit + step + hits.length) % hits.length;
  }
  get("hits").textContent = text === "" ? "" : say("hits", { at: hits.length === 0 ? 0 : hit + 1, n: hits.length });
  if (hits.length > 0 && step !== 0) {
    const { column, page, area } = hits[hit];
    column.go(page, Math.max(0, area[1] - 120));
    toPages();
  }
  showHits();
}

function showHits() {
  for (const column of columns) column.root.querySelectorAll(".hit").forEach((old) => old.remove());
  hits.forEach(({ column, page, area: [x, y, width, height] }, at) => {
    const style = { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
    column.sheets[page]?.over?.append(make("div", { class: at === hit ? "hit now" : "hit", style }));
  });
}

/** Folds a panel away, or shows it again. */
function fold(side, isFolded) {
  document.body.classList.toggle(`no-${side}`, isFolded);
  get(`fold-${side}`).setAttribute("aria-expanded", String(!isFolded));
  sessionStorage.setItem(`no-${side}`, isFolded ? "yes" : "");
}

async function speak() {
  setLanguage(ui);
  const told = await ask("/api/words");
  ui = told.language;
  setLanguage(ui);
  document.documentElement.lang = ui;
  get("ui").value = ui;
  setWords(told.words);
}

async function begin() {
  await speak();
  news(mayWrite() ? "" : say("read-only"), true);
  get("ui").addEventListener("change", async () => {
    ui = get("ui").value;
    query.set("ui", ui);
    await speak();
    if (study.start) await showStart(study.start.folder);
    else await choose({});
  });
  get("theme").addEventListener("change", () => change("/api/settings", { theme: get("theme").value }));
  get("edition").addEventListener("change", () => change("/api/settings", { edition: get("edition").value }));
  get("build").addEventListener("click", () => startBuild([view.deliverable]));
  get("build-all").addEventListener("click", () => startBuild([]));
  get("larger").addEventListener("click", () => setZoom((columns[0]?.zoom ?? 1) * 1.2));
  get("smaller").addEventListener("click", () => setZoom((columns[0]?.zoom ?? 1) / 1.2));
  get("fit").addEventListener("click", () => setZoom(0));
  for (const side of ["left", "right"]) {
    const isFolded = sessionStorage.getItem(`no-${side}`);
    fold(side, isFolded === null ? side === "left" && isNarrow() : isFolded === "yes");
    get(`fold-${side}`).addEventListener("click", () => fold(side, !document.body.classList.contains(`no-${side}`)));
  }
  get("search").addEventListener("submit", (event) => { event.preventDefault(); search(1); });
  get("wanted").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); search(-1); }
  });
  get("wanted").addEventListener("input", () => { if (get("wanted").value === "") search(0); });
  addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input, select, [contenteditable=true]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    get("wanted").focus();
  });
  get("others").addEventListener("toggle", () => { if (get("others").open) showRecent(); });
  get("tabs").addEventListener("click", (event) => {
    const button = event.target.closest("[role=tab]");
    if (!button) return;
    tab(button.getAttribute("aria-controls"));
    if (button.id === "tab-changes") compare();
  });
  get("tabs").addEventListener("keydown", (event) => {
    const all = [...document.querySelectorAll("[role=tab]")];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
    next.focus();
    next.click();
  });
  if (isNarrow()) get("outline").parentElement.open = false;
  new ResizeObserver(() => { if (zoom === 0) setZoom(0); }).observe(get("pages"));
  await readStudy();
  if (study.start) return showStart(study.start.folder);
  if (view.deliverable === "" && study.deliverables[0]) view.deliverable = study.deliverables[0].id;
  if (study.deliverables.length > 0) await choose({});
  else {
    listenAll();
    await look();
    tab("findings");
  }
}

begin();
