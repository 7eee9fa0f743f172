// A document in one language: its pages below each other. A page is fetched when it comes near; one whose digest is
// known stays as it is, so that nothing flashes.

import { fill, make, say } from "./dom.js";
import { ask } from "./server.js";

const NEAR = "120% 0px";

export class Column {
  constructor(name, language, events) {
    this.name = name;
    this.events = events;
    this.sheets = [];
    this.document = null;
    this.zoom = 1;
    this.root = make("section", { class: "column", lang: language, "aria-label": name, "aria-busy": "true", tabindex: "0" });
    this.wait = make("p", { class: "wait" }, say("loading"));
    this.root.append(this.wait);
    this.seen = new IntersectionObserver((entries) => this.near(entries), { root: this.root, rootMargin: NEAR });
    this.root.addEventListener("keydown", (event) => this.key(event));
  }

  /** Shows a state of the document. */
  show(state) {
    this.document = state;
    this.wait.remove();
    this.root.setAttribute("aria-busy", "false");
    this.root.classList.toggle("old", state.faults.length > 0);
    const place = this.place();
    while (this.sheets.length > state.pages.length) {
      const gone = this.sheets.pop();
      this.seen.unobserve(gone.root);
      gone.root.remove();
      gone.notes?.remove();
    }
    state.pages.forEach((page, at) => {
      let sheet = this.sheets[at];
      if (!sheet) {
        sheet = { root: make("div", { class: "sheet", role: "group" }), at, isNear: false, digest: "", version: -1 };
        this.sheets.push(sheet);
        this.root.append(sheet.root);
        this.seen.observe(sheet.root);
      }
      sheet.root.setAttribute("aria-label", say("page", { n: at + 1 }));
      sheet.page = page;
      this.size(sheet);
      this.note(sheet, state.notes[at]);
      if (sheet.isNear) this.load(sheet);
    });
    if (place) this.go(place.page, place.y, false);
  }

  size(sheet) {
    const points = 96 / 72;
    sheet.root.style.width = `${sheet.page.width * points * this.zoom}px`;
    sheet.root.style.height = `${sheet.page.height * points * this.zoom}px`;
    if (sheet.over) sheet.over.style.transform = `scale(${points * this.zoom})`;
    if (sheet.notes) sheet.notes.style.width = sheet.root.style.width;
  }

  note(sheet, paragraphs) {
    if (!paragraphs || paragraphs.length === 0) {
      sheet.notes?.remove();
      sheet.notes = null;
      return;
    }
    if (!sheet.notes) {
      sheet.notes = make("div", { class: "notes" });
      sheet.root.after(sheet.notes);
      sheet.notes.style.width = sheet.root.style.width;
    }
    const told = paragraphs.join("\n");
    if (sheet.notes.dataset.told === told) return;
    sheet.notes.dataset.told = told;
    fill(sheet.notes, make("strong", {}, say("notes")), paragraphs.map((text) => make("p", {}, text)));
  }

  /** The zoom at which most pages are as wide as the column; without end before there are pages. */
  fitting() {
    const widths = this.sheets.map((sheet) => sheet.page.width).sort((a, b) => a - b);
    const usual = widths[Math.floor(widths.length / 2)] ?? 0;
    return (this.root.clientWidth - 18) / (usual * (96 / 72));
  }

  setZoom(zoom) {
    const place = this.place();
    this.zoom = zoom;
    this.sheets.forEach((sheet) => this.size(sheet));
    if (place) this.go(place.page, place.y, false);
  }

  near(entries) {
    for (const entry of entries) {
      const sheet = this.sheets.find((own) => own.root === entry.target);
      if (!sheet) continue;
      sheet.isNear = entry.isIntersecting;
      if (sheet.isNear) this.load(sheet);
    }
  }

  async load(sheet) {
    const { digest } = sheet.page;
    const version = this.document.version;
    if (sheet.digest !== digest) {
      sheet.digest = digest;
      const image = make("img", { src: `/page/${this.name}/${digest}.svg`, alt: "", draggable: "false" });
      try {
        await image.decode();
      } catch {
        // The study has changed again: the next state brings its own page.
        if (sheet.digest === digest) sheet.digest = "";
        return;
      }
      if (sheet.digest !== digest) return;
      sheet.image?.remove();
      sheet.image = image;
      sheet.root.prepend(image);
    }
    if (sheet.version !== version) {
      sheet.version = version;
      const layer = await ask(`/api/layer/${this.name}/${sheet.at}`);
      if (layer && sheet.version === version) this.lay(sheet, layer);
    }
  }

  /** Lays texts, sentences and numbers over a page. */
  lay(sheet, layer) {
    const held = sheet.over?.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const over = make("div", { class: "over" });
    over.style.width = `${sheet.page.width}px`;
    over.style.height = `${sheet.page.height}px`;
    const runs = layer.runs.map(([[x, y, width, height], text]) => {
      const size = height / 1.04;
      const run = make("span", { class: "run", style: { left: `${x}px`, top: `${y}px`, fontSize: `${size}px` } }, text);
      run.dataset.width = width;
      return run;
    });
    const box = ([x, y, width, height]) => ({
      left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px`,
    });
    const sentences = layer.sentences.flatMap((said, at) => {
      const parts = said.areas.map((area, part) => make("button", {
        type: "button",
        class: "said",
        tabindex: "-1",
        "data-key": `s${at}.${part}`,
        "data-sentence": said.name,
        "aria-label": part === 0 ? say("sentence-of", { words: said.words }) : undefined,
        "aria-hidden": part > 0 ? "true" : undefined,
        style: box(area),
        onclick: () => this.events.sentence(this, said),
        onmouseenter: () => parts.forEach((own) => own.classList.add("near")),
        onmouseleave: () => parts.forEach((own) => own.classList.remove("near")),
      }));
      return parts;
    });
    const numbers = layer.numbers.flatMap((number, at) => number.areas.map((area, part) => make("button", {
      type: "button",
      class: `number ${number.kind}`,
      tabindex: "-1",
      "data-key": `n${at}.${part}`,
      "data-number": at,
      "aria-label": part === 0 ? say("number-of", { number: number.text }) : undefined,
      "aria-hidden": part > 0 ? "true" : undefined,
      style: box(area),
      onclick: () => this.events.number(this, sheet.at, at),
    })));
    const charts = this.document.charts.filter((chart) => chart.page === sheet.at).map((chart) => make("button", {
      type: "button",
      class: "chart",
      style: { right: "6px", top: `${Math.max(chart.y, 4)}px` },
      onclick: () => this.events.chart(chart),
      title: say("table"),
    }, "▦", make("span", { class: "unseen" }, ` ${say("table")} ${chart.title}`)));
    over.append(...runs, ...sentences, ...numbers, ...charts);
    sheet.over?.remove();
    sheet.over = over;
    sheet.root.append(over);
    this.size(sheet);
    // Each run is as wide as its letters are set, whatever face the browser measures with.
    const widths = runs.map((run) => run.offsetWidth);
    runs.forEach((run, at) => {
      if (widths[at] > 0) run.style.transform = `scaleX(${run.dataset.width / widths[at]})`;
    });
    if (held) over.querySelector(`[data-key="${held}"]`)?.focus({ preventScroll: true });
    this.events.laid(this, sheet);
  }

  /** Page and distance from its upper edge, in points, that stand at the upper edge of what is seen. */
  place() {
    const top = this.root.scrollTop;
    const sheet = this.sheets.findLast((own) => own.root.offsetTop <= top + 1) ?? this.sheets[0];
    if (!sheet) return null;
    return { page: sheet.at, y: (top - sheet.root.offsetTop) / ((96 / 72) * this.zoom) };
  }

  /** Pixels from the upper edge of the column's content. */
  top(page, y) {
    const sheet = this.sheets[Math.min(page, this.sheets.length - 1)];
    return sheet ? sheet.root.offsetTop + y * (96 / 72) * this.zoom : 0;
  }

  /** Goes to where the document was left in this tab, and keeps in mind where it is from now on. */
  remember() {
    const key = `place ${this.name}`;
    const left = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (left) this.go(left.page, left.y, false);
    this.root.addEventListener("scroll", () => {
      clearTimeout(this.leaving);
      this.leaving = setTimeout(() => {
        if (this.root.isConnected) sessionStorage.setItem(key, JSON.stringify(this.place()));
      }, 200);
    }, { passive: true });
  }

  go(page, y, tell = true) {
    this.root.scrollTop = this.top(page, y);
    if (tell) this.events.scrolled(this);
  }

  /** Brings a number into view, marked. */
  async reveal(page, index) {
    this.go(page, 0);
    const sheet = this.sheets[page];
    if (!sheet) return;
    await this.load(sheet);
    // Its layer may be on its way already, for a page that came near.
    let button = null;
    for (let tries = 0; !button && tries < 100; tries += 1) {
      button = sheet.over?.querySelector(`[data-number="${index}"]`);
      if (!button) await new Promise((later) => setTimeout(later, 50));
    }
    if (!button) return;
    this.go(page, parseFloat(button.style.top) - 120);
    button.focus({ preventScroll: true });
    button.click();
  }

  /** Back to a sentence on its page, from the editor. */
  back(sentence) {
    const said = [...this.root.querySelectorAll(".said:not([aria-hidden])")].find((own) => own.dataset.sentence === sentence);
    (said ?? this.root).focus({ preventScroll: true });
  }

  mark(kind, buttons) {
    this.root.querySelectorAll(`.${kind}`).forEach((button) => button.classList.remove(kind));
    buttons.forEach((button) => button?.classList.add(kind));
  }

  /** The arrow keys go from number to number, with Shift from sentence to sentence; Escape goes back to the column. */
  key(event) {
    const steps = { ArrowRight: 1, ArrowLeft: -1 };
    if (event.key === "Escape" && document.activeElement !== this.root) {
      this.root.focus({ preventScroll: true });
      return;
    }
    if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const kind = event.shiftKey ? ".said" : ".number";
    const all = [...this.root.querySelectorAll(`${kind}:not([aria-hidden])`)];
    if (all.length === 0) return;
    const shown = this.root.getBoundingClientRect();
    const isSeen = (own) => own.getBoundingClientRect().bottom > shown.top && own.getBoundingClientRect().top < shown.bottom;
    const active = all.findIndex((own) => own === document.activeElement && isSeen(own));
    const first = all.findIndex((own) => own.getBoundingClientRect().top >= shown.top);
    const next = active < 0 ? Math.max(first, 0) : active + steps[event.key];
    const button = all[Math.max(0, Math.min(all.length - 1, next))];
    button.focus({ preventScroll: true });
    const place = button.getBoundingClientRect();
    const view = this.root.getBoundingClientRect();
    if (place.bottom > view.bottom - 40 || place.top < view.top + 20) {
      this.root.scrollTop += place.top - view.top - view.height / 3;
    }
  }
}
