// The page «Danh sách của tôi»: the list of the device, or the one that a link carries; what the reader takes off, saves, compares and prints.

import { clashesOf } from "./clashes.js";
import { button, element } from "../common/element.js";
import { dayOf } from "../common/moment.js";
import { drawComparison } from "./comparison-table.js";
import { FORBIDDEN, follow, keep, kept } from "./device.js";
import { byDay, itemOf, nameOf } from "./items.js";
import { fragmentOf, readFragment } from "./link.js";
import { drawNotices, movedWords } from "./notices.js";
import { openPrograms } from "./programs.js";
import { drawItems } from "./table.js";
import { MOST, entryOf, joined, partsOf } from "./entries.js";

const MOST_COMPARED = 3;
const LOST = "Danh sách lưu trên thiết bị này có phần không đọc được; phần ấy đã bỏ.";

const part = (name) => document.querySelector(`[data-${name}]`);
const [table, comparison, count] = [part("table"), part("comparison"), part("count")];
const folder = new URL(part("my-list").dataset.programs, location.href).href;
const programOf = openPrograms(folder);
const today = dayOf(new Date());
const [ownHeading, ownTitle] = [part("heading").textContent, document.title];
const chosen = new Set();
const lasting = new Set();

let list = asked();
let found = [];
let items = [];
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
  items = byDay([...new Map(found.flatMap(({ item }) => (item ? [[item.entry, item]] : []))).values()]);
  if (!mine.sent) settle();
  draw();
}

async function answerFor(entry) {
  const { program: id, classId } = partsOf(entry);
  const { program, hasFailed } = await programOf(id);
  const now = program && entryOf(program.id, classId);
  return { entry, now, hasFailed, item: program && itemOf(now, program, today) };
}

const isGone = ({ item, hasFailed }) => !item && !hasFailed;
const hasMoved = ({ entry, now, item }) => item && now !== entry;
const entriesOf = (answers) => answers.map(({ entry }) => entry);

// What was lost or has moved is said as long as the page is open, and is no longer kept.
function settle() {
  const moved = found.filter(hasMoved).length;
  if (!list.lost && moved === 0) return;
  if (list.lost) lasting.add(LOST);
  if (moved > 0) lasting.add(movedWords(moved));
  keep([...new Set(found.map((answer) => (hasMoved(answer) ? answer.now : answer.entry)))]);
}

// Drawing

function draw() {
  const failed = found.filter(({ hasFailed }) => hasFailed);
  const about = { ...list, lasting: [...lasting], gone: entriesOf(found.filter(isGone)), moved: found.filter(hasMoved).length, failed: entriesOf(failed) };
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
  const dated = new Map(items.flatMap(({ dated: each }) => (each ? [[each.entry, each]] : [])));
  const clashes = clashesOf([...dated.values()]);
  for (const entry of chosen) if (!items.some((item) => item.entry === entry)) chosen.delete(entry);
  table.hidden = items.length === 0;
  drawItems(table, items, { folder, clashes, isSent: Boolean(list.sent), chosen }, { takeOff: (entry) => takeOff([entry]), choose });
  count.textContent = countInWords(clashes);
  part("announced").textContent = count.textContent;
  if (focusedNext !== undefined) focusNear(focusedNext);
  focusedNext = undefined;
}

function countInWords(clashes) {
  const met = items.map(({ dated }) => clashes.get(dated?.entry)).filter(Boolean);
  const certain = met.filter((each) => each.some(({ isCertain }) => isCertain)).length;
  if (items.length === 0) return list.entries.length > 0 ? "Chưa hiện được mục nào" : "Chưa có mục nào";
  const parts = [`${items.length} mục`, certain > 0 && `${certain} mục trùng ngày`, met.length > certain && `${met.length - certain} mục có thể trùng ngày`];
  return parts.filter(Boolean).join(", ");
}

function focusNear(place) {
  const buttons = [...table.querySelectorAll("td > button")];
  (buttons[place] ?? buttons.at(-1) ?? count).focus();
}

function drawActions() {
  const isEmpty = items.length === 0;
  part("share").dataset.share = new URL(location.pathname + fragmentOf(list.entries), location.href).href;
  for (const name of ["share", "print"]) part(name).hidden = isEmpty;
  part("compare").hidden = items.length < 2;
  part("hint").hidden = items.length < 2;
  part("clear").hidden = Boolean(list.sent) || list.entries.length === 0;
  for (const name of ["save-all", "own"]) part(name).hidden = !list.sent || (name === "save-all" && isEmpty);
  drawChoice();
}

// What the reader does

function say(words, ...more) {
  part("said").replaceChildren(words, " ", ...more);
}

function takeOff(entries) {
  const { entries: before, lost } = kept();
  const refusal = keep(before.filter((entry) => !entries.includes(entry)), lost);
  if (refusal) return say(refusal);
  const shown = items.filter(({ entry }) => entries.includes(entry));
  const words = entries.length === 1 && shown.length === 1 ? `Đã bỏ «${nameOf(shown[0])}» khỏi danh sách.` : `Đã bỏ ${entries.length} mục khỏi danh sách.`;
  focusedNext = Math.max(0, items.indexOf(shown[0]));
  return say(words, button("button", () => putBack(entries), "Lấy lại"));
}

function putBack(entries) {
  const { entries: now, lost } = kept();
  say(keep(joined(now, entries).entries, lost) || "Đã lấy lại.");
  count.focus();
}

function saveAll() {
  const { entries: before, lost, isForbidden } = kept();
  if (isForbidden) return say(FORBIDDEN);
  const sent = found.filter((answer) => !isGone(answer)).map(({ entry, now }) => now ?? entry);
  const { entries, left } = joined(before, sent);
  const refusal = keep(entries, lost);
  return refusal ? say(refusal) : say(savedInWords(entries.length - before.length, left, sent.length), element("a", { href: location.pathname }, "Xem danh sách của tôi"));
}

function savedInWords(added, left, all) {
  const sentences = [`Đã lưu ${added} mục.`, added + left < all && `${all - added - left} mục đã có trong danh sách.`, left > 0 && `${left} mục chưa lưu, vì danh sách đã đủ ${MOST} mục.`];
  return sentences.filter(Boolean).join(" ");
}

function choose(entry, isWanted) {
  if (isWanted) chosen.add(entry);
  else chosen.delete(entry);
  drawChoice();
}

function drawChoice() {
  part("compare").disabled = chosen.size < 2;
  part("compare").textContent = chosen.size > 0 ? `So sánh (${chosen.size})` : "So sánh";
  for (const box of table.querySelectorAll("[data-choice]")) box.disabled = chosen.size >= MOST_COMPARED && !box.checked;
}

function compare() {
  drawComparison(comparison, items.filter(({ entry }) => chosen.has(entry)), folder, closeComparison);
}

function closeComparison() {
  comparison.hidden = true;
  part("compare").focus();
}

// Where the address comes to carry another list, that one is shown. A step within the page must not lose the list that the address carries.
function followAddress() {
  if (location.hash !== "" && !readFragment(location.hash)) return list.sent && history.replaceState(null, "", fragmentOf(list.entries));
  [found, items] = [[], []];
  chosen.clear();
  comparison.hidden = true;
  part("said").replaceChildren();
  return show();
}

part("print").addEventListener("click", () => print());
part("compare").addEventListener("click", compare);
part("clear").addEventListener("click", () => takeOff(kept().entries));
part("save-all").addEventListener("click", saveAll);
addEventListener("hashchange", followAddress);
follow(() => list.sent || show());
part("without").hidden = true;
part("my-list").hidden = false;
show();
