// «Danh sách của tôi» as entries, each a text: the id of a programme, or of a class behind that of its programme. Pure;
// what can be no entry is left out and told.

const VERSION = 1;
const ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
const ENTRY = new RegExp(`^${ID}(?:_${ID})?$`);
const LONGEST = 161;

/** Entries that a list may have. */
export const MOST = 200;

/**
 * The entry of a programme, or of one of its classes.
 * @param {string} program
 * @param {string} [classId]
 */
export const entryOf = (program, classId = "") => (classId ? `${program}_${classId}` : program);

/**
 * What an entry names: `classId` is empty where it is the programme itself.
 * @param {string} entry
 */
export function partsOf(entry) {
  const [program, classId = ""] = entry.split("_");
  return { program, classId };
}

/**
 * Whether a value is written as an entry is.
 * @param {unknown} value
 * @returns {value is string}
 */
export const isEntry = (value) => typeof value === "string" && value.length <= LONGEST && ENTRY.test(value);

/**
 * The list as a device kept it. `lost` tells that a part of it could not be read, and stays until that has been said.
 * @param {string | null} text null where nothing is kept
 * @returns {{entries: string[], lost: boolean}}
 */
export function readKept(text) {
  if (text === null) return { entries: [], lost: false };
  const { version, entries, lost } = parsed(text);
  if (!Array.isArray(entries)) return { entries: [], lost: true };
  const known = distinct(entries.filter(isEntry));
  const isWhole = version === VERSION && entries.every(isEntry) && known.length <= MOST;
  return { entries: known.slice(0, MOST), lost: lost === true || !isWhole };
}

/** @type {(text: string) => {[key: string]: unknown}} */
function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/**
 * The list as a device keeps it.
 * @param {string[]} entries
 * @param {boolean} lost
 */
export function writeKept(entries, lost) {
  return JSON.stringify({ version: VERSION, entries, ...(lost && { lost }) });
}

/**
 * One list and another behind it, and how many entries are too many.
 * @param {string[]} entries
 * @param {string[]} others
 */
export function joined(entries, others) {
  const all = distinct([...entries, ...others]);
  return { entries: all.slice(0, MOST), left: Math.max(0, all.length - MOST) };
}

/** @param {string[]} values */
const distinct = (values) => [...new Set(values)];
