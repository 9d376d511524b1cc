// Vietnamese text as people type it: folded, cut into syllables with the tone apart, decoded from Telex and VNI keys.
// Twin of hooks/catalogue/vietnamese.py; tests/search/folding.yml holds the cases of both.

// Huyền, hỏi, ngã, sắc, nặng as combining marks, in dictionary order; their place here plus one is the number of a tone, 0 is none.
const TONES = "\u0300\u0309\u0303\u0301\u0323";

/** The text as it is typed without marks: small letters, no tone, no hat or horn, d for đ (and for the Icelandic ð that old fonts put in its place). */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[đð]/g, "d");
}

/**
 * What a syllable is, however it is written: its letters (with ă â đ ê ô ơ ư) apart from its tone, so that hoà and hòa are one.
 * Numbers lose their leading zeros. `sound` is the folded form in which i and y are one where they may be (lí, lý).
 */
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
  if (letters[0] === "0") letters = folded = letters.replace(/^0+(?=\d)/, "");
  return { letters: letters.normalize("NFC"), tone, folded, sound: folded.includes("y") ? iForY(folded) : folded, marked: tone > 0 || letters !== folded };
}

const isMark = (character) => (character < "\u1ab0" ? character >= "\u0300" && character <= "\u036f" : /\p{Mn}/u.test(character));

/** Letters with i for a y that may be written i: alone after its consonants (ly, quy) or before ê (yêu). */
export const iForY = (letters) => letters.replace(/^(qu|[^aeiouyăâêôơư]*)y$/, "$1i").replace(/^y(?=[eê])/, "i");

const LETTER = 1;
const DIGIT = 2;
const kindOf = (character) => (/[0-9]/.test(character) ? DIGIT : /[\p{L}\p{M}\p{Nd}]/u.test(character) ? LETTER : 0);
// Asked for every character of every text: Latin, its extensions and the combining marks are answered from a table.
const KINDS = Uint8Array.from({ length: 0x2000 }, (_, code) => kindOf(String.fromCharCode(code)));
const kindAt = (text, at) => KINDS[text.charCodeAt(at)] ?? kindOf(text[at]);

/** Calls `visit(start, end)` for each run of letters and each run of digits: «200KH/TU» is 200, KH, TU. */
export function eachWord(text, visit) {
  let start = 0;
  let kind = 0;
  for (let at = 0; at < text.length; at += 1) {
    const next = kindAt(text, at);
    if (next === kind) continue;
    if (kind) visit(start, at);
    start = at;
    kind = next;
  }
  if (kind) visit(start, text.length);
}

/** Where the first letters of a word end in a text that may write marks apart (NFD): the end of the last of them with its marks. */
export function endOfLetters(text, start, end, count) {
  let at = start;
  for (let left = count; at < end && (left > 0 || isMark(text[at])); at += 1) if (!isMark(text[at])) left -= 1;
  return at;
}

// Beginnings that sound the same to many who write: tranh/chanh, phong/fong, giáo/dáo, and single letters.
const ALIKE = [["tr", "ch"], ["ph", "f"], ["gi", "d"], ["gi", "r"], ["s", "x"], ["l", "n"], ["d", "r"], ["c", "k"]];

/** Whether one letter put in, left out or replaced, two neighbours exchanged, or a beginning that sounds the same, make one word of the other. */
export function isOneSlipAway(one, other) {
  // Asked of every syllable there is: what is cheap to see comes first.
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  if (one[0] !== other[0] && ALIKE.some(([begin, end]) => isAlike(one, other, begin, end) || isAlike(other, one, begin, end))) return true;
  // One letter for another makes any word of two letters of any other.
  if (one.length === other.length && one.length < 3) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const rest = (word, skip) => word.slice(from + skip);
  if (rest(one, 1) === rest(other, 1) || rest(one, 1) === rest(other, 0) || rest(one, 0) === rest(other, 1)) return true;
  return one[from] === other[from + 1] && one[from + 1] === other[from] && rest(one, 2) === rest(other, 2);
}

const isAlike = (one, other, begin, otherBegin) => one.startsWith(begin) && other.startsWith(otherBegin) && one.slice(begin.length) === other.slice(otherBegin.length);

const VOWEL = /[aeiouyăâêôơư]/;
const HATS = { a: "â", e: "ê", o: "ô" };
const HORNS = { a: "ă", o: "ơ", u: "ư" };
const TONE_OF_KEY = { f: 1, r: 2, x: 3, s: 4, j: 5, z: 0, 2: 1, 3: 2, 4: 3, 1: 4, 5: 5, 0: 0 };

/** The text with each word that was typed as raw Telex (ddaof, taoj) or VNI (d9ao2) keys as those keys would have made it, marks in any place. */
export function decodeKeys(text) {
  return text.replace(/[\p{L}\p{M}\d]+/gu, (word) => {
    const keys = word.toLowerCase().normalize("NFC");
    const decoded = decodeWord(keys);
    return decoded === keys ? word : decoded;
  });
}

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

// The letters after a key that shapes one of them; undefined where the key is a letter of its own.
function shaped(letters, key) {
  if (key === "d" || key === "9") return letters.startsWith("d") ? `đ${letters.slice(1)}` : undefined;
  if (key === "6") return reshaped(letters, /[aeo](?=[^aeo]*$)/, HATS);
  if (key === "w" && !VOWEL.test(letters)) return `${letters}ư`;
  if (/[w78]/.test(key)) return reshaped(letters, /uo(?=[^aeiou]*$)|(^|[^q])u(?=a$)|[aou](?=[^aou]*$)/, HORNS);
  return HATS[key] && reshaped(letters, new RegExp(`${key}(?=[^${key}]*$)`), HATS);
}

function reshaped(letters, place, shapes) {
  return place.test(letters) ? letters.replace(place, (found) => found.replace(/[aeou]/g, (vowel) => shapes[vowel] ?? vowel)) : undefined;
}

// Where a tone stands: on the vowel with a hat or horn, else on the last before a final consonant, else on the last but one, else on the only one.
const PLACES_OF_TONE = [/[ăâêôơư](?!ơ)/, /[aeiouy](?=[^aeiouy]+$)/, /[aeiouy](?=[aeiouy]$)/, /[aeiouy]/];

function withTone(letters, tone) {
  if (tone === 0) return letters;
  const vowels = letters.replace(/^(qu|gi)(?=[aeiouy])/, "  ");
  const at = PLACES_OF_TONE.map((place) => vowels.search(place)).find((found) => found >= 0) ?? letters.length - 1;
  return (letters.slice(0, at + 1) + TONES[tone - 1] + letters.slice(at + 1)).normalize("NFC");
}
