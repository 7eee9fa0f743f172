// A sentence is changed: its wordings with their values as chips, tried as it is written, saved into the study.

import { fill, get, make, news, plain, say } from "./dom.js";
import { finding } from "./findings.js";
import { ask, change, mayWrite } from "./server.js";

const TAG = /(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\})/;
const PAUSE = 350;

const isTag = (piece) => TAG.test(piece) && piece.startsWith("{");

/** What each chip of a wording says in the words of the page; nothing where the words are those of another wording. */
function values(pieces, words) {
  const escaped = (piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const form = pieces.map((piece) => (isTag(piece) ? "([\\s\\S]*?)" : escaped(piece))).join("");
  return new RegExp(`^\\s*${form}\\s*$`).exec(words)?.slice(1) ?? [];
}

/** A wording as text and chips, each with its value, where it is known, and its code as a title. */
function chips(text, words) {
  const pieces = text.split(TAG).filter((piece) => piece !== "");
  const known = values(pieces, words);
  return pieces.map((piece) => {
    if (!isTag(piece)) return piece;
    const code = piece.replace(/^\{\{\s*|\s*\}\}$/g, "");
    const value = plain(known.shift() ?? "").trim();
    return make("span", { class: "chip", contenteditable: "false", "data-code": piece, title: code }, value || code);
  });
}

/** The wording that an editor holds. */
function text(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.dataset?.code) return node.dataset.code;
  if (node.nodeName === "BR") return "\n";
  const inner = [...node.childNodes].map(text).join("");
  return node.nodeName === "DIV" && !node.classList.contains("editor") ? `\n${inner}` : inner;
}

function plainPaste(event) {
  event.preventDefault();
  const pasted = event.clipboardData.getData("text/plain").replace(/\s*\n\s*/g, " ");
  const range = getSelection().getRangeAt(0);
  range.deleteContents();
  range.insertNode(document.createTextNode(pasted));
  range.collapse(false);
  event.target.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** What was written and not saved, and the state of the file it began from, by document and sentence: it waits while
 * something else is looked at. */
const drafts = new Map();

addEventListener("beforeunload", (event) => { if (drafts.size > 0) event.preventDefault(); });

/** The caret stands at the end of an editor, where one goes on writing. */
function enter(editor) {
  editor.focus({ preventScroll: true });
  const range = document.createRange();
  range.selectNodeContents(editor);
  range.collapse(false);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

/** Opens a sentence of a document in the panel; `undo` takes the last change back, `back` returns to the page. */
export async function openSentence(name, said, undo, back) {
  const view = await ask(`/api/sentence/${name}`, { name: said.name });
  const key = `${name} ${said.name}`;
  const root = get("answer");
  if (!view?.wordings) return fill(root, make("p", { class: "quiet" }, say("sentence-none")));
  let timer = 0;
  let round = 0;
  const told = make("div", { role: "status" });
  const save = make("button", { type: "button", class: "main", disabled: true, onclick: () => send(current()) }, say("save"));
  const draft = drafts.get(key);
  const state = draft?.state ?? view.state;
  const editors = (draft?.wordings ?? view.wordings).map((wording, at) => make("div", {
    class: "editor",
    contenteditable: mayWrite() ? "true" : "false",
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": view.wordings.length > 1 ? say("wording", { n: at + 1 }) : say("sentence"),
    "aria-keyshortcuts": "Control+S Escape",
    lang: name.split(".").at(-1),
    spellcheck: "true",
    tabindex: "0",
    oninput: () => later(),
    onkeydown: (event) => press(event),
    onpaste: plainPaste,
  }, chips(wording, said.words)));
  const current = () => editors.map((editor) => text(editor).trim());
  const isSame = () => current().every((wording, at) => wording === view.wordings[at]);

  async function attempt() {
    round += 1;
    const own = round;
    const { status, told: found } = await change("/api/try", { document: name, sentence: view.name, wordings: current() });
    if (own !== round) return;
    if (status === 403) {
      news(say("read-only"), true);
      fill(told, make("p", {}, say("read-only")));
      return;
    }
    const all = found.findings ?? [];
    save.disabled = isSame() || all.some((one) => one.severity === "error");
    fill(told, all.length === 0 ? make("p", { class: "small" }, say("sentence-sound")) : all.map((one) => finding(one)));
  }

  function later() {
    if (isSame()) drafts.delete(key);
    else drafts.set(key, { wordings: current(), state });
    save.disabled = true;
    clearTimeout(timer);
    timer = setTimeout(attempt, PAUSE);
  }

  function press(event) {
    if (event.key === "Escape") back();
    else if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      attempt().then(() => { if (!save.disabled) send(current()); });
    } else return;
    event.stopPropagation();
  }

  function discard() {
    drafts.delete(key);
    return openSentence(name, said, undo, back);
  }

  async function send(wordings) {
    clearTimeout(timer);
    round += 1;
    save.disabled = true;
    const { status, told: answer } = await change("/api/sentence", {
      document: name, sentence: view.name, wordings, state,
    });
    if (status === 200) {
      drafts.delete(key);
      news(say("saved", { path: answer.path }));
      await openSentence(name, said, undo, back);
    } else if (status === 403) {
      news(say("read-only"), true);
      fill(told, make("p", {}, say("read-only")));
    } else {
      news(say("not-saved"));
      fill(told, (answer.findings ?? []).map((one) => finding(one)),
        status === 409 && make("button", { type: "button", onclick: discard }, say("read-again")));
    }
  }

  fill(root,
    make("h2", {}, say("sentence")),
    make("p", { class: "small" }, make("code", {}, view.name), ` ${say("sentence-file", { file: view.file })}`),
    make("p", { class: "small" }, say("sentence-now", { words: plain(said.words) })),
    draft && make("p", { class: "small" }, make("strong", {}, say("sentence-draft"))),
    editors.flatMap((editor, at) => [
      editors.length > 1 && make("p", { class: "small" }, say("wording", { n: at + 1 })),
      editor,
    ]),
    make("p", { class: "small" }, say("sentence-chips")),
    told,
    make("div", { class: "actions" },
      save,
      make("button", { type: "button", onclick: discard }, say("discard")),
      view.is_changed && view.program.length > 0
        && make("button", { type: "button", disabled: !mayWrite(), onclick: () => send([]) }, say("program-again")),
      make("button", { type: "button", disabled: !mayWrite(), onclick: undo }, say("undo"))),
    view.program.length > 0 && [make("h3", {}, say("program-says")), ...view.program.map((wording) => make("p", { class: "small" }, wording))],
    make("p", { class: "small" }, say("sentence-goes", { path: view.goes_into })));
  if (mayWrite()) enter(editors[0]);
  if (draft) later();
  return root;
}
