// Two languages scroll together: what stands at the upper edge of one stands there in the other, block by block.

/** How often each sentence is printed, by its name: the key of an anchor without its count. */
function counts(document) {
  const found = new Map();
  for (const { key } of document.anchors) {
    const name = key.split(" ")[0];
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
}

/**
 * Anchors that both documents have, in the order of both. A sentence that one language prints more often than the other
 * is counted differently from there on, and tells no place.
 */
export function common(one, other) {
  const places = new Map(other.anchors.map((anchor) => [anchor.key, anchor]));
  const [own, others] = [counts(one), counts(other)];
  const isAlike = (name) => own.get(name) === others.get(name);
  const both = one.anchors.filter(({ key }) => places.has(key) && isAlike(key.split(" ")[0]));
  const pairs = [];
  let last = { page: -1, y: 0 };
  for (const anchor of both) {
    const theirs = places.get(anchor.key);
    const goesOn = theirs.page > last.page || (theirs.page === last.page && theirs.y >= last.y);
    if (!goesOn) continue;
    pairs.push([anchor, theirs]);
    last = theirs;
  }
  return pairs;
}

/** Moves `other` to where `column` stands. */
export function follow(column, other) {
  if (!column.document?.anchors || !other.document?.anchors) return;
  const pairs = common(column.document, other.document);
  const top = column.root.scrollTop;
  const end = [column.root.scrollHeight, other.root.scrollHeight];
  let before = [0, 0];
  let after = end;
  for (const [own, theirs] of pairs) {
    const place = [column.top(own.page, own.y), other.top(theirs.page, theirs.y)];
    if (place[0] > top) {
      after = place;
      break;
    }
    before = place;
  }
  const part = after[0] > before[0] ? (top - before[0]) / (after[0] - before[0]) : 0;
  other.root.scrollTop = before[1] + part * (after[1] - before[1]);
}
