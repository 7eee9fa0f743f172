// Elements and words. Texts of the study only ever become text nodes.

let words = {};

export function setWords(all) {
  words = all;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
  }
  get("wanted").placeholder = say("search");
}

/** A sentence of the page in the user's language; `{name}` stands for a value. */
export function say(id, values = {}) {
  const text = words[id] ?? id;
  return text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** The element of an id. */
export const get = (id) => document.getElementById(id);

/** A new element with attributes (those that begin with `on` are listeners) and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "style") Object.assign(element.style, value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** Replaces what is in an element, where it is not the same already. */
export function fill(element, ...children) {
  const all = children.flat().filter((child) => child !== undefined && child !== null && child !== false);
  element.replaceChildren(...all);
}

/** How long news stand that are not of a lasting state, in milliseconds. */
const NEWS = 12000;

/** Tells what has happened; what `lasts` stands until other news come. */
export function news(text, lasts = false) {
  get("news").textContent = text;
  clearTimeout(news.timer);
  if (!lasts) news.timer = setTimeout(() => { get("news").textContent = ""; }, NEWS);
}

/** What a sentence says without the signs of its markup. */
export const plain = (words) => words.replace(/\*\*/g, "").replace(/\\(?=[^\w\s])/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
