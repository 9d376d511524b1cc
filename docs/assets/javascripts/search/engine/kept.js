// What a search keeps for the next key, or needs room for with every key. It belongs to the texts of an index: with new
// ones it is made anew.

/** @import { Index, Text } from "./index.js" */

/**
 * Something that is made once for an index.
 * @template T
 * @param {(index: Index) => T} make
 * @returns {(index: Index) => T}
 */
export function keptOf(make) {
  /** @type {WeakMap<Text, T>} */
  const kept = new WeakMap();
  return (index) => {
    const known = kept.get(index.text);
    if (known) return known;
    const made = make(index);
    kept.set(index.text, made);
    return made;
  };
}
