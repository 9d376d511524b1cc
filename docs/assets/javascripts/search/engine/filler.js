// Words that say little in a query: those that ask, greet or join, and those that only tell that a class is meant.

import { keptOf } from "./kept.js";
import { hasBegun, isQuoted } from "./query.js";
import { eachWord, syllable } from "../../common/vietnamese.js";

/**
 * @import { Syllable } from "../../common/vietnamese.js"
 * @import { Index, Typed } from "./index.js"
 * @import { Asked } from "./query.js"
 *
 * Texts of some syllables, the longest first.
 * @typedef {Syllable[][]} Texts
 */

// Anywhere in a query: how people ask and greet, with what they ask for; and what joins.
const ASKING = listed(
  "vui lòng cho biết, xin vui lòng, vui lòng, làm ơn, anh cho em hỏi, chị cho em hỏi, thầy cho em hỏi, cô cho em "
  + "hỏi, anh ơi, chị ơi, thầy ơi, cô ơi, bác ơi, ad ơi, cho tôi hỏi, cho em hỏi, cho mình hỏi, cho hỏi, xin hỏi, "
  + "hỏi, cho tôi xin, cho em xin, cho xin, xin cho biết, cho biết, xin chào, xin, muốn biết, muốn tìm hiểu, muốn "
  + "tìm, muốn hỏi, muốn, cần tìm, cần biết, đang tìm, tìm hiểu về, tìm hiểu, tìm kiếm, tìm, thông tin về, giúp tôi, "
  + "giúp em, với ạ, ạ, nhé, nhỉ, tôi là, em là, mình là, tôi làm ở, đang làm việc tại, làm việc tại, làm việc ở, "
  + "đang làm ở, làm ở, tôi, em, mình, anh chị ơi, anh chị, ơi, là gì, là ai, gồm những gì, những gì, gì, do ai, ai "
  + "là, của ai, cơ quan nào, đơn vị nào, cử mấy người, cử bao nhiêu người, mấy người, bao nhiêu người, mở được bao "
  + "nhiêu lớp, mở bao nhiêu lớp, bao nhiêu lớp, mở mấy lớp, mấy lớp, đăng ký học ở đâu, đăng ký ở đâu, học ở đâu, "
  + "những ai, ai, ở đâu, tại đâu, nơi nào, vào đâu, đâu, khi nào khai giảng, bao giờ khai giảng, khi nào, lúc nào, "
  + "bao giờ, bây giờ, hiện giờ, giờ còn, hiện còn, hiện có, đổi tên thành gì, bao nhiêu, bao lâu, mấy giờ, mấy, như "
  + "thế nào, thế nào, ra sao, thì sao, làm sao, nào, thì, ai ký, do ai ký, có đổi tên không, đã đổi tên chưa, đổi tên "
  + "chưa, đổi tên không, có hiệu lực chưa, còn hiệu lực không, hết hiệu lực chưa, có hiệu lực từ bao giờ, có hiệu lực "
  + "khi nào, thay bằng gì, thay thế bằng gì, kéo dài mấy ngày, kéo dài bao lâu, học mấy ngày, học bao lâu, nay là gì, "
  + "giờ là gì, bao nhiêu lượt, mấy lượt, bao nhiêu học viên, mấy học viên, đc, ntn, bn, cho e hỏi, cho e xin, e là",
);
const JOINING = listed(
  "danh sách các, danh sách, dành cho, đối với, thuộc về, liên quan đến, cho, của, về, ở, tại, những, các, một "
  + "số, một, và, với, được, phải, mỗi, làm, xong, là, có, đi, để, thành phố, tp, khai giảng ngày, khai giảng vào",
);
const ANYWHERE = inOrder([...ASKING, ...JOINING]);
const AT_THE_END = listed(
  "được không, được ko, đc ko, hay không, có không, không, ko, chưa, vậy, thế, thế ạ, "
  + "vậy ạ, đấy, đó, à, hả, rồi",
);
// Words that have one of these as a syllable, and say all.
const COMPOUNDS = listed(
  "việc làm, cách làm, làm chủ, làm giàu, tại chỗ, tại chức, tại ngũ, tại gia, phải thu, phải trả, phải chăng, được "
  + "mùa, có hại, có lợi, đi lại, hỏi đáp, câu hỏi, hỏi cung, hỏi thi, nhà ở, chỗ ở, nơi ở, một cửa, của cải, thì giờ, "
  + "để dành",
);
// Before what a programme is about.
const CLASS_WORDS = listed(
  "các lớp học, các lớp đã mở, các lớp được mở, các lớp mở, các lớp, các khóa học, các khóa, lớp học, lớp đã mở, lớp "
  + "được mở, lớp mở, mở các lớp, mở lớp, lớp, khóa học, khóa, chương trình, đào tạo, bồi dưỡng, tập huấn, khai giảng, "
  + "đi học, học",
);
// Behind what asks or joins, anywhere.
const LEARNING = listed("khai giảng, đi học, theo học, học");
// What asks how many, with what is counted in programmes, plans and reports.
const HOW_MANY = listed(
  ["bao nhiêu", "mấy"].flatMap((much) => {
    return ["người", "lớp", "lượt", "học viên", "cán bộ", "công chức", "viên chức", "đảng viên", "khoa", "phòng"]
      .map((counted) => `${much} ${counted}`);
  }).join(", "),
);
// Before the name of who published what is looked for; but these are other words.
const PRESS_WORDS = listed("các bài báo, bài báo, tờ báo, báo");
const NO_PRESS_WORDS = listed("báo cáo, báo chí");

/**
 * What each word of a query says: all, that a class or an article is meant, little, or perhaps little, where the last
 * one may go on to it.
 */
export const [SAYS_ALL, SAYS_CLASS, SAYS_LITTLE, SAYS_PERHAPS] = [0, 1, 2, 3];

/** @type {(text: string) => Texts} */
function listed(text) {
  return inOrder(text.split(", ").map(syllablesOf));
}

/** @type {(texts: Texts) => Texts} */
function inOrder(texts) {
  return texts.sort((one, other) => other.length - one.length);
}

/** @param {string} text */
function syllablesOf(text) {
  /** @type {Syllable[]} */
  const syllables = [];
  eachWord(text, (start, end) => syllables.push(syllable(text.slice(start, end))));
  return syllables;
}

const SINGLE = new Map([ANYWHERE, AT_THE_END, CLASS_WORDS, PRESS_WORDS].flat().filter(({ length }) => length === 1)
  .map(([one]) => [one.folded, one]));

/**
 * Whether a word says little by itself: nobody is corrected to it.
 * @param {Syllable} word
 */
export function saysLittle(word) {
  const little = SINGLE.get(word.folded);
  return little !== undefined && areSame(little, word);
}

/**
 * The neighbours that some words of records have which are written like one of little without its marks: «cơ quan» for
 * the «co» of «có». Whoever types marks never asks.
 * @type {(index: Index) => Set<string>}
 */
const namesakesOf = keptOf(({ words: { list }, title, names, text }) => {
  const isNamesake = Uint8Array.from(list, (word) => Number(SINGLE.has(word.folded) && !saysLittle(word)));
  /** @type {Set<string>} */
  const found = new Set();
  for (const { values } of [title, names, text.lines]) {
    for (let at = 0; at < values.length; at += 1) {
      if (!isNamesake[values[at]]) continue;
      if (values[at + 1]) found.add(`${list[values[at]].folded} ${list[values[at + 1]].sound}`);
      if (values[at - 1]) found.add(`${list[values[at - 1]].sound} ${list[values[at]].folded}`);
    }
  }
  return found;
});

/**
 * Words of several syllables that say all, though one of them by itself says little: everyday words for what records
 * call otherwise, and compounds.
 * @type {(index: Index) => Texts}
 */
const tellingOf = keptOf(({ glossary }) => {
  const everyday = glossary.filter(({ oneWay }) => oneWay).map(({ shortWords }) => shortWords);
  return inOrder([...COMPOUNDS, ...everyday.filter(({ length }) => length > 1)]);
});

/**
 * What each word of a query says. The last one, which may go on, says all.
 * @param {Index} index
 * @param {Asked} asked
 */
export function sayingsOf(index, asked) {
  const { words } = asked;
  const found = new Uint8Array(words.length);
  let isBefore = true;
  for (let at = 0; at < words.length; ) {
    const asking = lengthOfOne(ANYWHERE, asked, at, index) || lengthAtTheEnd(asked, at);
    const telling = lengthOfOne(tellingOf(index), asked, at);
    const little = telling >= asking ? 0 : asking;
    const isAsked = found[at - 1] === SAYS_LITTLE;
    /** @type {number} */
    const ofClass = telling + little > 0 ? 0
      : isBefore ? lengthOfKind(asked, at, index) : isAsked ? lengthOfOne(LEARNING, asked, at, index) : 0;
    found.fill(little > 0 ? SAYS_LITTLE : SAYS_CLASS, at, at + little + ofClass);
    isBefore &&= little + ofClass > 0;
    at += (little > 0 ? little : telling + ofClass) || 1;
  }
  found.fill(SAYS_PERHAPS, words.length - lengthBegun(asked));
  return found;
}

/**
 * How many words at the end of a query have begun a longer text that says little («khi n»), the last one not whole yet.
 * @param {Asked} asked
 */
function lengthBegun({ words, phrases }) {
  if (!words.at(-1)?.prefix || phrases.length > 0) return 0;
  const isBegun = (/** @type {Syllable[]} */ text, /** @type {number} */ length) => {
    const typed = words.slice(-length);
    return typed.every((word, at) => (at < length - 1 ? isTypedFor : hasBegun)(word, text[at]));
  };
  const lengths = ANYWHERE.flatMap((text) => {
    return text.slice(1).map((_, at) => at + 2).filter((length) => length <= words.length && isBegun(text, length));
  });
  return Math.max(0, ...lengths);
}

/** @type {(typed: Typed, word: Syllable) => boolean} */
const isTypedFor = (typed, word) => (typed.marked ? areSame(typed, word) : typed.folded === word.folded);

/** @type {(asked: Asked, at: number, index: Index) => number} */
function lengthOfKind(asked, at, index) {
  const isPress = lengthOfOne(NO_PRESS_WORDS, asked, at) === 0;
  return lengthOfOne(CLASS_WORDS, asked, at, index) || (isPress ? lengthOfOne(PRESS_WORDS, asked, at, index) : 0);
}

/**
 * Whether a query asks, and has not said yet for what; `tells` where a word of it tells at least that a class is meant.
 * @type {(index: Index, asked: Asked) => {asks: boolean, tells: boolean}}
 */
export function askingOf(index, asked) {
  const sayings = sayingsOf(index, asked);
  const asks = sayings.some((saying) => saying === SAYS_LITTLE) && !sayings.includes(SAYS_ALL);
  return { asks, tells: sayings.includes(SAYS_CLASS) };
}

/**
 * Whether a query asks how many people or classes there are.
 * @param {Asked} asked
 */
export const asksHowMany = (asked) => asked.words.some((_, at) => lengthOfOne(HOW_MANY, asked, at) > 0);

/** @param {Asked} asked @param {number} at */
function lengthAtTheEnd(asked, at) {
  const length = lengthOfOne(AT_THE_END, asked, at);
  return at + length === asked.words.length ? length : 0;
}

/**
 * How many syllables the longest of several texts takes that stands in a query from a place on, outside quotation
 * marks, with all of its marks or none; 0 where none stands there.
 * @param {Texts} several
 * @param {Asked} asked
 * @param {number} at
 * @param {Index} [index] whose words may be written alike and say more
 */
function lengthOfOne(several, { words, phrases }, at, index) {
  const stands = (/** @type {Syllable[]} */ one) => {
    const typed = words.slice(at, at + one.length);
    if (typed.length < one.length || typed.some((word) => word.capital || isQuoted(phrases, word))) return false;
    if (typed.some(({ marked }) => marked)) return typed.every((word, next) => areSame(word, one[next]));
    if (!typed.every((word, next) => word.folded === one[next].folded)) return false;
    if (!index || one.length > 1) return true;
    return (areSame(words[at], one[0]) && words.some(({ marked }) => marked)) || !hasNamesake(index, words, at);
  };
  return several.find(stands)?.length ?? 0;
}

/** @param {Index} index @param {Typed[]} words @param {number} at */
function hasNamesake(index, words, at) {
  const namesakes = namesakesOf(index);
  const { folded } = words[at];
  return namesakes.has(`${folded} ${words[at + 1]?.sound}`) || namesakes.has(`${words[at - 1]?.sound} ${folded}`);
}

/** @param {Syllable} one @param {Syllable} other */
const areSame = (one, other) => one.letters === other.letters && one.tone === other.tone;
