// The page: what is shown, and what happens.

import { Column } from "./column.js";
import { fill, get, make, news, say, setWords } from "./dom.js";
import { finding, showChanges, showFindings } from "./findings.js";
import { showNumber, showTable } from "./number.js";
import { openSentence } from "./sentence.js";
import { showStart } from "./start.js";
import { ask, change, listen, mayWrite, setLanguage } from "./server.js";
import { building, built, showOutline, showRecent, showStudy, startBuild } from "./study.js";
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
let leader = null;

const names = () => columns.map((column) => column.name);

const events = {
  laid(column, sheet) {
    if (chosen?.name === column.name && chosen.page === sheet.at) mark();
    showHits();
  },
  scrolled: (column) => together(column),
  chart(chart) {
    chosen = null;
    mark();
    tab("answer");
    showTable(chart);
  },
  async number(column, page, index) {
    chosen = { name: column.name, page, index };
    tab("answer");
    await answerAgain();
  },
  async sentence(column, said) {
    chosen = null;
    mark();
    tab("answer");
    await openSentence(column.name, said, undo, () => column.back(said.name));
  },
};

async function answerAgain() {
  if (!chosen) return;
  const { name, page, index } = chosen;
  const answer = await ask(`/api/number/${name}/${page}/${index}`);
  if (chosen?.name !== name || chosen.page !== page || chosen.index !== index) return;
  chosen.places = answer?.places ?? [];
  showNumber(answer, reveal);
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
    columns = wanted.map((name, at) => {
      const known = columns.find((column) => column.name === name);
      if (known) return known;
      const column = new Column(name, view.languages[at], events);
      column.root.addEventListener("scroll", () => together(column), { passive: true });
      return column;
    });
    fill(get("pages"), columns.map((column) => column.root));
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
  if (isFirst) setZoom(zoom);
  if (column === columns[0]) showOutline(state.outline ?? [], (line) => column.go(line.page, Math.max(0, line.y - 30)));
  if (chosen?.name === column.name) await answerAgain();
  tell();
}

/** What keeps the pages from being the latest. */
function tell() {
  const faults = columns.flatMap((column) => column.document?.faults ?? []);
  const count = study.broken ?? faults.length;
  const alert = get("broken");
  alert.hidden = count === 0 || count === null;
  if (!alert.hidden) alert.textContent = say("last-good", { n: count });
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
    lost: () => news(say("lost")),
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
  if (status === 200) news(say("undone", { path: told.path }));
  else {
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

async function search(step) {
  const text = get("wanted").value;
  const column = columns[0];
  if (!column) return;
  if (search.last !== `${column.name} ${text} ${column.document?.version}`) {
    search.last = `${column.name} ${text} ${column.document?.version}`;
    hits = (await ask(`/api/search/${column.name}`, { text })) ?? [];
    hit = 0;
  } else if (hits.length > 0) {
    hit = (hit + step + hits.length) % hits.length;
  }
  get("hits").textContent = text === "" ? "" : say("hits", { at: hits.length === 0 ? 0 : hit + 1, n: hits.length });
  if (hits.length > 0) column.go(hits[hit].page, Math.max(0, hits[hit].area[1] - 120));
  showHits();
}

function showHits() {
  const column = columns[0];
  if (!column) return;
  column.root.querySelectorAll(".hit").forEach((old) => old.remove());
  hits.forEach(({ page, area: [x, y, width, height] }, at) => {
    const style = { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
    column.sheets[page]?.over?.append(make("div", { class: at === hit ? "hit now" : "hit", style }));
  });
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
  news(mayWrite() ? "" : say("read-only"));
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
  get("zoom").addEventListener("dblclick", () => setZoom(0));
  get("search").addEventListener("submit", (event) => { event.preventDefault(); search(1); });
  get("wanted").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.shiftKey) { event.preventDefault(); search(-1); }
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
  if (matchMedia("(max-width: 60rem)").matches) get("outline").parentElement.open = false;
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
