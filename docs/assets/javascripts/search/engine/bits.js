// Numbers as sets: bit i stands for slot i of a reading.

/** @param {ArrayLike<number>} values @param {(value: number, at: number) => boolean} is */
export const bitsWhere = (values, is) => {
  let bits = 0;
  for (let at = 0; at < values.length; at += 1) if (is(values[at], at)) bits |= 1 << at;
  return bits;
};

/**
 * Values of slots, and the sums of all sets of the first of them.
 * @typedef {{values: Float64Array, sums: Float64Array}} Summable
 */

// Of so many slots all sets are summed at once; hardly a query has more.
const MOST_SUMMED = 12;

/**
 * @param {Float64Array} values
 * @returns {Summable}
 */
export function summable(values) {
  const sums = new Float64Array(1 << Math.min(values.length, MOST_SUMMED));
  for (let bits = 1; bits < sums.length; bits += 1) {
    const last = 31 - Math.clz32(bits);
    sums[bits] = sums[bits & ~(1 << last)] + values[last];
  }
  return { values, sums };
}

/**
 * The sum of the values whose bits are set.
 * @param {Summable} summed
 * @param {number} bits
 */
export function sumAt({ values, sums }, bits) {
  if (bits >= 0 && bits < sums.length) return sums[bits];
  let found = 0;
  for (let left = bits; left; left &= left - 1) found += values[31 - Math.clz32(left & -left)];
  return found;
}

/**
 * Counts each bit that is set.
 * @param {Uint32Array} counts
 * @param {number} bits
 */
export function countBits(counts, bits) {
  for (let left = bits; left; left &= left - 1) counts[31 - Math.clz32(left & -left)] += 1;
}

/** @param {number} bits */
export const hasSeveral = (bits) => (bits & (bits - 1)) !== 0;

/** @param {number} bits */
export function countOf(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count += 1;
  return count;
}
