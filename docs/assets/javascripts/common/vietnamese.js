// Vietnamese text as people type it: folded, cut into syllables with the tone apart, decoded from Telex and VNI keys.
// Twin of hooks/catalogue/language/vietnamese.py; tests/search/folding.yml holds the cases of both.

import { fold } from "./fold.js";

export { fold };

// Huyền, hỏi, ngã, sắc, nặng as combining marks, in dictionary order. The number of a tone is its place here plus one;
// 0 is none.
const TONES = "\u0300\u0309\u0303\u0301\u0323";

/**
 * A syllable however it is written. `letters` are without the tone (but with ă â đ ê ô ơ ư), so that hoà and hòa are
 * one; a number has no leading zeros. `folded` are the letters as typed without marks; `sound` is that with i for y
 * where the two write the same (lí, lý). `marked` tells whether it has any mark.
 * @typedef {{letters: string, tone: number, folded: string, sound: string, marked: boolean}} Syllable
 */

/** @type {(word: string) => Syllable} */
export function syllable(word) {
  let tone = 0;
  let letters = "";
  let folded = "";
  for (const character of word.toLowerCase().normalize("NFD")) {
    const mark = TONES.indexOf(character);
    if (mark >= 0) tone ||= mark + 1;
    else letters += character === "ð" ? "đ" : character;
    if (!isMark(character)) folded += character === "đ" || character === "ð" ? "d" : character;
  }
  if (/^\d/.test(letters)) letters = folded = letters.replaceAll(/\D/g, "").replace(/^0+(?=\d)/, "");
  const sound = folded.includes("y") ? iForY(folded) : folded;
  return { letters: letters.normalize("NFC"), tone, folded, sound, marked: tone > 0 || letters !== folded };
}

/** @param {string} character */
function isMark(character) {
  if (character < "\u1AB0") return character >= "\u0300" && character <= "\u036F";
  return /\p{Mn}/u.test(character);
}

/**
 * Letters with i for a y that may be written i: alone after its consonants (ly, quy) or before ê (yêu).
 * @param {string} letters
 */
export const iForY = (letters) => letters.replace(/^(qu|[^aeiouyăâêôơư]*)y$/, "$1i").replace(/^y(?=[eê])/, "i");

const LETTER = 1;
const DIGIT = 2;
/** @param {string} character */
const kindOf = (character) => (/[0-9]/.test(character) ? DIGIT : /[\p{L}\p{M}\p{Nd}]/u.test(character) ? LETTER : 0);
// Asked of every character of every text: Latin, its extensions and the combining marks are answered from a table.
const KINDS = Uint8Array.from({ length: 0x2000 }, (_, code) => kindOf(String.fromCharCode(code)));
/** @param {string} text @param {number} at */
const kindAt = (text, at) => KINDS[text.charCodeAt(at)] ?? kindOf(text[at]);

/**
 * Calls `visit` with the place of each run of letters and each number: «200KH/TU» is 200, KH, TU; «5.175» is one.
 * @param {string} text
 * @param {(start: number, end: number) => void} visit
 */
export function eachWord(text, visit) {
  let start = 0;
  let kind = 0;
  for (let at = 0; at < text.length; at += 1) {
    const next = kindAt(text, at);
    if (next === kind || (kind === DIGIT && next === 0 && isGrouping(text, start, at))) continue;
    if (kind) visit(start, at);
    start = at;
    kind = next;
  }
  if (kind) visit(start, text.length);
}

// A sign that sets three digits of a number apart from those before: 5.175, 1.077.386.
const GROUPING = /[.\u00A0\u202F]/;

/** @param {string} text @param {number} start @param {number} at */
function isGrouping(text, start, at) {
  if (!GROUPING.test(text[at]) || (at - start > 3 && !GROUPING.test(text[at - 4]))) return false;
  const [one, two, three, after] = [1, 2, 3, 4].map((next) => kindAt(text, at + next) === DIGIT);
  return one && two && three && !after;
}

/**
 * Where the first letters of a word end, `count` of them, with the marks that may stand behind the last one (NFD).
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {number} count
 */
export function endOfLetters(text, start, end, count) {
  let at = start;
  for (let left = count; at < end && (left > 0 || isMark(text[at])); at += 1) if (!isMark(text[at])) left -= 1;
  return at;
}

const SYLLABLE = /^(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|[nc]h|[cmnpt])?$/;
const LONGEST_SYLLABLE = 7;

/**
 * Whether letters without marks can be a Vietnamese syllable.
 * @param {string} folded
 */
export const isSyllable = (folded) => SYLLABLE.test(folded);

/**
 * Letters that stand together as the Vietnamese syllables that they can be, with spaces between: next to all of these
 * begin with a consonant, and the fewest are the likeliest, with as much as can be in the last ones: đô thị, no «đôt
 * hị». Undefined where they can't be any.
 * @param {string} letters in NFC
 */
export const cutIntoSyllables = (letters) => cutFrom(letters)?.pieces.join(" ");

/** @typedef {{pieces: string[], price: number}} Cut */

/** @type {(letters: string) => Cut | undefined} */
function cutFrom(letters) {
  if (letters === "") return { pieces: [], price: 0 };
  /** @type {Cut | undefined} */
  let best;
  for (let length = Math.min(letters.length, LONGEST_SYLLABLE); length > 1; length -= 1) {
    const first = letters.slice(0, length);
    const folded = fold(first);
    const rest = isSyllable(folded) ? cutFrom(letters.slice(length)) : undefined;
    const price = (rest?.price ?? 0) + (/^[aeiouy]/.test(folded) ? 10 : 1);
    if (rest && (!best || price <= best.price)) best = { pieces: [first, ...rest.pieces], price };
  }
  return best;
}

// Beginnings that sound the same to many who write: tranh/chanh, phong/fong, giáo/dáo, and single letters.
const ALIKE = [["tr", "ch"], ["ph", "f"], ["gi", "d"], ["gi", "r"], ["s", "x"], ["l", "n"], ["d", "r"], ["c", "k"]];

/**
 * Whether one slip makes one word of the other: a letter put in, left out or replaced, two neighbours exchanged, or a
 * beginning that sounds the same.
 * @param {string} one
 * @param {string} other
 */
export function isOneSlipAway(one, other) {
  // Asked of every syllable there is: what is cheap to see comes first.
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  if (one[0] !== other[0] && ALIKE.some((beginnings) => areAlike(one, other, beginnings))) return true;
  // One letter for another makes any word of two letters of any other.
  if (one.length === other.length && one.length < 3) return areExchanged(one, other, 0);
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  return areOneLetterApart(one, other, from) || areExchanged(one, other, from);
}

/** @param {string} one @param {string} other @param {string[]} beginnings */
const areAlike = (one, other, [begin, end]) => isAlike(one, other, begin, end) || isAlike(other, one, begin, end);

/** @param {string} one @param {string} other @param {string} begin @param {string} otherBegin */
function isAlike(one, other, begin, otherBegin) {
  if (!one.startsWith(begin) || !other.startsWith(otherBegin)) return false;
  return one.slice(begin.length) === other.slice(otherBegin.length);
}

/** @param {string} one @param {string} other @param {number} from the place of the first difference */
function areOneLetterApart(one, other, from) {
  const [ours, theirs] = [one.slice(from + 1), other.slice(from + 1)];
  return ours === theirs || ours === other.slice(from) || one.slice(from) === theirs;
}

/** @param {string} one @param {string} other @param {number} from the place of the first difference */
function areExchanged(one, other, from) {
  if (one[from] !== other[from + 1] || one[from + 1] !== other[from]) return false;
  return one.slice(from + 2) === other.slice(from + 2);
}

const VOWEL = /[aeiouyăâêôơư]/;
/** @type {Record<string, string>} */
const HATS = { a: "â", e: "ê", o: "ô" };
/** @type {Record<string, string>} */
const HORNS = { a: "ă", o: "ơ", u: "ư" };
/** @type {Record<string, number>} */
const TONE_OF_KEY = { f: 1, r: 2, x: 3, s: 4, j: 5, z: 0, 2: 1, 3: 2, 4: 3, 1: 4, 5: 5, 0: 0 };

/**
 * The text with what was typed as raw Telex (ddaof, taoj) or VNI (d9ao2) keys as those keys would have made it,
 * wherever in a word they stand.
 * @param {string} text
 */
export function decodeKeys(text) {
  return text.replaceAll(/[\p{L}\p{M}\d]+/gu, (word) => {
    const keys = word.toLowerCase().normalize("NFC");
    const decoded = decodeWord(keys);
    return decoded === keys ? word : decoded;
  });
}

/** @param {string} keys */
function decodeWord(keys) {
  let letters = "";
  let tone = 0;
  for (const key of keys) {
    const asTone = VOWEL.test(letters) ? TONE_OF_KEY[key] : undefined;
    if (asTone === undefined) letters = shaped(letters, key) ?? letters + key;
    else tone = asTone;
  }
  return withTone(letters, tone);
}

/**
 * The letters after a key that shapes one of them; undefined where the key is a letter of its own.
 * @param {string} letters
 * @param {string} key
 */
function shaped(letters, key) {
  if (key === "d" || key === "9") return letters.startsWith("d") ? `đ${letters.slice(1)}` : undefined;
  if (key === "6") return reshaped(letters, /[aeo](?=[^aeo]*$)/, HATS);
  if (key === "w" && !VOWEL.test(letters)) return `${letters}ư`;
  if (/[w78]/.test(key)) return reshaped(letters, /uo(?=[^aeiou]*$)|(^|[^q])u(?=a$)|[aou](?=[^aou]*$)/, HORNS);
  return HATS[key] && reshaped(letters, new RegExp(`${key}(?=[^${key}]*$)`), HATS);
}

/** @param {string} letters @param {RegExp} place @param {Record<string, string>} shapes */
function reshaped(letters, place, shapes) {
  if (!place.test(letters)) return undefined;
  return letters.replace(place, (found) => found.replaceAll(/[aeou]/g, (vowel) => shapes[vowel] ?? vowel));
}

// Where a tone stands: on the vowel with a hat or horn, else on the last before a final consonant, else on the last but
// one, else on the only one.
const PLACES_OF_TONE = [/[ăâêôơư](?!ơ)/, /[aeiouy](?=[^aeiouy]+$)/, /[aeiouy](?=[aeiouy]$)/, /[aeiouy]/];

/** @param {string} letters @param {number} tone */
function withTone(letters, tone) {
  if (tone === 0) return letters;
  const vowels = letters.replace(/^(qu|gi)(?=[aeiouy])/, "  ");
  const at = PLACES_OF_TONE.map((place) => vowels.search(place)).find((found) => found >= 0) ?? letters.length - 1;
  return (letters.slice(0, at + 1) + TONES[tone - 1] + letters.slice(at + 1)).normalize("NFC");
}
