// Two or three items side by side: every label that one of them has, with the texts of each, and how they stand to one
// another. Pure.

/**
 * How the items stand to one another: "partly" where one says nothing and the others do not differ, since that
 * something is unknown is no difference.
 * @typedef {"differing" | "same" | "partly"} Sort
 *
 * @typedef {{label: string, values: string[][], sort: Sort}} Row
 *
 * @typedef {{facts: Map<string, string[]>}} Compared
 */

/**
 * A row for each label, in the order of the items; a label of which nothing is known is left out.
 * @param {Compared[]} items
 */
export function compared(items) {
  const rows = labelsOf(items).map((label) => rowOf(label, items.map(({ facts }) => facts.get(label) ?? [])));
  return rows.filter(({ values }) => values.some((texts) => texts.length > 0));
}

/**
 * The labels of which no item knows anything.
 * @param {Compared[]} items
 */
export function unknownIn(items) {
  return labelsOf(items).filter((label) => items.every(({ facts }) => (facts.get(label) ?? []).length === 0));
}

/** @type {(label: string, values: string[][]) => Row} */
function rowOf(label, values) {
  const known = values.filter((texts) => texts.length > 0);
  const isDiffering = new Set(known.map((texts) => JSON.stringify(texts))).size > 1;
  if (isDiffering) return { label, values, sort: "differing" };
  return { label, values, sort: known.length < values.length ? "partly" : "same" };
}

// A label that only later items have stands behind the one that it follows there.
/** @param {Compared[]} items */
function labelsOf(items) {
  /** @type {string[]} */
  const labels = [];
  for (const { facts } of items) {
    let place = 0;
    for (const label of facts.keys()) {
      const found = labels.indexOf(label);
      if (found < 0) labels.splice(place, 0, label);
      place = (found < 0 ? place : found) + 1;
    }
  }
  return labels;
}
