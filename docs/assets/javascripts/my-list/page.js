// The page «Danh sách của tôi»: the list of the device, or the one that a link carries; what the reader takes off,
// saves, compares and prints.

import { button, element, elementIn } from "../common/element.js";
import { onNewDay, today } from "../common/today.js";
import { openCalendar } from "./calendar-button.js";
import { clashesOf } from "./clashes.js";
import { drawComparison } from "./comparison-table.js";
import { FORBIDDEN, follow, keep, kept } from "./device.js";
import { MOST, entryOf, joined, partsOf } from "./entries.js";
import { byDay, itemOf, nameOf } from "./items.js";
import { fragmentOf, readFragment } from "./link.js";
import { drawNotices, movedWords } from "./notices.js";
import { openPrograms } from "./programs.js";
import { drawItems } from "./table.js";

/**
 * @import { Child } from "../common/element.js"
 * @import { Clash } from "./clashes.js"
 * @import { Item } from "./items.js"
 *
 * What became of an entry: its item, and the entry that it is now, where its programme was found.
 * @typedef {{entry: string, now?: string, hasFailed?: boolean, item?: Item}} Answer
 */

const MOST_COMPARED = 3;
const LOST = "Danh sách lưu trên thiết bị này có phần không đọc được; phần ấy đã bỏ.";

const part = (/** @type {string} */ name) => elementIn(document, `[data-${name}]`);
/** @type {HTMLTableElement} */
const table = elementIn(document, "[data-table]");
/** @type {HTMLButtonElement} */
const comparing = elementIn(document, "[data-compare]");
const [comparison, count] = [part("comparison"), part("count")];
const folder = new URL(part("my-list").dataset.programs ?? "", location.href).href;
const programOf = openPrograms(folder);
const [ownHeading, ownTitle] = [part("heading").textContent ?? "", document.title];
/** @type {Set<string>} */
const chosen = new Set(comparedHere());
/** @type {Set<string>} */
const lasting = new Set();

let list = asked();
/** @type {Answer[]} */
let found = [];
/** @type {Item[]} */
let items = [];
/** @type {number | undefined} */
let focusedNext;

// The list of the link where the address carries one, else that of the device.
function asked() {
  const sent = readFragment(location.hash);
  return { sent, ...kept(), ...(sent && { entries: sent.entries }) };
}

async function show() {
  const mine = asked();
  list = mine;
  if (items.length === 0 && mine.entries.length > 0) count.textContent = "Đang đọc danh sách…";
  const answers = await Promise.all(mine.entries.map(answerFor));
  if (mine !== list) return;
  found = answers;
  items = byDay([...byEntry(found.flatMap(({ item }) => item ?? [])).values()]);
  if (!mine.sent) settle();
  draw();
}

/** @param {Item[]} all */
const byEntry = (all) => new Map(all.map((item) => [item.entry, item]));

/** @type {(entry: string) => Promise<Answer>} */
async function answerFor(entry) {
  const { program: id, classId } = partsOf(entry);
  const { program, hasFailed } = await programOf(id);
  if (!program) return { entry, hasFailed };
  const now = entryOf(program.id, classId);
  return { entry, now, item: itemOf(now, program, today()) };
}

/** @param {Answer} answer */
const isGone = ({ item, hasFailed }) => !item && !hasFailed;
/** @param {Answer} answer */
const hasMoved = ({ entry, now, item }) => item !== undefined && now !== entry;
/** @param {Answer} answer */
const newEntry = ({ entry, now }) => now ?? entry;
/** @param {Answer[]} answers */
const entriesOf = (answers) => answers.map(({ entry }) => entry);

// What was lost or has moved is said as long as the page is open, and is no longer kept.
function settle() {
  const moved = found.filter(hasMoved).length;
  if (!list.lost && moved === 0) return;
  if (list.lost) lasting.add(LOST);
  if (moved > 0) lasting.add(movedWords(moved));
  keep([...new Set(found.map((answer) => (hasMoved(answer) ? newEntry(answer) : answer.entry)))]);
}

// Drawing

function draw() {
  const failed = entriesOf(found.filter(({ hasFailed }) => hasFailed));
  const gone = entriesOf(found.filter(isGone));
  const about = { ...list, lasting: [...lasting], gone, moved: found.filter(hasMoved).length, failed };
  drawNotices(part("notices"), about, { takeOff, again: show });
  drawHeading();
  drawTable();
  drawActions();
  part("ways").hidden = items.length > 0 && failed.length === 0;
  part("empty").hidden = list.entries.length > 0;
}

function drawHeading() {
  part("heading").textContent = list.sent ? "Danh sách được gửi tới" : ownHeading;
  document.title = list.sent ? ownTitle.replace(ownHeading, "Danh sách được gửi tới") : ownTitle;
}

function drawTable() {
  const dated = new Map(items.flatMap((item) => (item.dated ? [[item.dated.entry, item.dated]] : [])));
  const clashes = clashesOf([...dated.values()]);
  const shown = byEntry(items);
  for (const entry of chosen) if (!shown.has(entry)) chosen.delete(entry);
  table.hidden = items.length === 0;
  const ways = { takeOff: (/** @type {string} */ entry) => takeOff([entry]), choose };
  drawItems(table, items, { folder, clashes, isSent: Boolean(list.sent), chosen }, ways);
  count.textContent = countInWords(clashes);
  part("announced").textContent = count.textContent;
  if (focusedNext !== undefined) focusNear(focusedNext);
  focusedNext = undefined;
}

/** @param {Map<string, Clash[]>} clashes */
function countInWords(clashes) {
  if (items.length === 0) return list.entries.length > 0 ? "Chưa hiện được mục nào" : "Chưa có mục nào";
  const met = items.flatMap(({ dated }) => (dated && clashes.has(dated.entry) ? [clashes.get(dated.entry) ?? []] : []));
  const certain = met.filter((each) => each.some(({ isCertain }) => isCertain)).length;
  const parts = [`${items.length} mục`];
  if (certain > 0) parts.push(`${certain} mục trùng ngày`);
  if (met.length > certain) parts.push(`${met.length - certain} mục có thể trùng ngày`);
  return parts.join(", ");
}

/** @param {number} place */
function focusNear(place) {
  /** @type {HTMLElement[]} */
  const buttons = Array.from(table.querySelectorAll("td > button"));
  (buttons[place] ?? buttons.at(-1) ?? count).focus();
}

function drawActions() {
  const isEmpty = items.length === 0;
  part("share").dataset.share = new URL(location.pathname + fragmentOf(list.entries), location.href).href;
  part("share").hidden = part("print").hidden = part("calendar").hidden = isEmpty;
  comparing.hidden = part("hint").hidden = items.length < 2;
  part("clear").hidden = Boolean(list.sent) || list.entries.length === 0;
  part("save-all").hidden = !list.sent || isEmpty;
  part("own").hidden = !list.sent;
  drawChoice();
}

// What the reader does

/** @param {string} words @param {...Child} more */
function say(words, ...more) {
  part("said").replaceChildren(words, " ", ...more);
}

/** @param {string[]} entries */
function takeOff(entries) {
  const { entries: before, lost } = kept();
  const refusal = keep(before.filter((entry) => !entries.includes(entry)), lost);
  if (refusal) return say(refusal);
  const shown = items.filter(({ entry }) => entries.includes(entry));
  const isOne = entries.length === 1 && shown.length === 1;
  focusedNext = Math.max(0, items.indexOf(shown[0]));
  const what = isOne ? `«${nameOf(shown[0])}»` : `${entries.length} mục`;
  return say(`Đã bỏ ${what} khỏi danh sách.`, button("button", () => putBack(entries), "Lấy lại"));
}

/** @param {string[]} entries */
function putBack(entries) {
  const { entries: now, lost } = kept();
  say(keep(joined(now, entries).entries, lost) || "Đã lấy lại.");
  count.focus();
}

function saveAll() {
  const { entries: before, lost, isForbidden } = kept();
  if (isForbidden) return say(FORBIDDEN);
  const sent = found.filter((answer) => !isGone(answer)).map(newEntry);
  const { entries, left } = joined(before, sent);
  const refusal = keep(entries, lost);
  if (refusal) return say(refusal);
  const link = element("a", { href: location.pathname }, "Xem danh sách của tôi");
  return say(savedInWords(entries.length - before.length, left, sent.length), link);
}

/** @param {number} added @param {number} left @param {number} all */
function savedInWords(added, left, all) {
  const known = all - added - left;
  const sentences = [`Đã lưu ${added} mục.`];
  if (known > 0) sentences.push(`${known} mục đã có trong danh sách.`);
  if (left > 0) sentences.push(`${left} mục chưa lưu, vì danh sách đã đủ ${MOST} mục.`);
  return sentences.join(" ");
}

/** @param {string} entry @param {boolean} isWanted */
function choose(entry, isWanted) {
  if (isWanted) chosen.add(entry);
  else chosen.delete(entry);
  drawChoice();
}

function drawChoice() {
  comparing.disabled = chosen.size < 2;
  comparing.textContent = chosen.size > 0 ? `So sánh (${chosen.size})` : "So sánh";
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = table.querySelectorAll("[data-choice]");
  for (const box of boxes) box.disabled = chosen.size >= MOST_COMPARED && !box.checked;
}

// A comparison is a step of its own in the browser's history: going back from it stays in the list, and coming back
// from a page that it leads to shows it again.
function compare() {
  history.pushState({ compared: [...chosen] }, "");
  showStep();
}

/** @returns {string[]} */
function comparedHere() {
  return history.state?.compared ?? [];
}

function showStep() {
  if (isWithinPage()) return;
  const entries = comparedHere();
  const compared = items.filter(({ entry }) => entries.includes(entry));
  const wasOpen = !comparison.hidden;
  comparison.hidden = compared.length < 2;
  if (!comparison.hidden) drawComparison(comparison, compared, folder, () => history.back());
  else if (wasOpen) comparing.focus();
}

// Whether the address names a place of this page, as that of the skip link does.
const isWithinPage = () => location.hash !== "" && !readFragment(location.hash);

// Where the address comes to carry another list, that one is shown. A step within the page must not lose the list that
// the address carries.
function followAddress() {
  if (isWithinPage()) {
    if (list.sent) history.replaceState(null, "", fragmentOf(list.entries));
    return;
  }
  [found, items] = [[], []];
  chosen.clear();
  comparison.hidden = true;
  part("said").replaceChildren();
  show();
}

part("print").addEventListener("click", () => print());
openCalendar(part("calendar"), () => items, say);
comparing.addEventListener("click", compare);
part("clear").addEventListener("click", () => takeOff(kept().entries));
part("save-all").addEventListener("click", saveAll);
onNewDay(() => show().then(showStep));
addEventListener("hashchange", followAddress);
addEventListener("popstate", showStep);
follow(() => {
  if (!list.sent) show();
});
part("without").hidden = true;
part("my-list").hidden = false;
show().then(showStep);
