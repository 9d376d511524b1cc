// The page of search: what is asked stands in its address, the answer below the box, both new with every key.

import { openAnnouncer } from "../../common/announce.js";
import { element, elementIn } from "../../common/element.js";
import { ROOT } from "../../common/root.js";
import { passing } from "../../common/passing.js";
import { onSlash } from "../../common/slash-key.js";
import { onNewDay, today } from "../../common/today.js";
import { quoted, repeated } from "../../common/words.js";
import { addressOf, openKeeper, questionFrom, sifted, toggled } from "./address.js";
import { isMendedByReload, newestOnly, openSearch } from "./client.js";
import { drawChips, openFilters, openSheet } from "./filters.js";
import { drawFailure, drawNothing, drawNotes, isNothing } from "./notes.js";
import { STEP, openParts } from "./parts.js";
import { keepPlace, placeLeft, returnTo } from "./place.js";
import { countsInWords, leftOutInWords, savedInWords } from "./words.js";

/**
 * @import { Answer } from "../engine/engine.js"
 * @import { Result, Stage } from "../engine/session.js"
 * @import { Question } from "./address.js"
 * @import { More, Unfolded } from "./parts.js"
 */

const PATIENCE = 400;
// In the order in which they stand.
const LISTS = ["results", "scattered", "drafts", "partly"];

const title = document.title;
const part = (/** @type {string} */ name) => elementIn(document, `[data-${name}]`);
/** @type {HTMLFormElement} */
const form = elementIn(document, "[data-finder-form]");
/** @type {HTMLInputElement} */
const input = elementIn(form, "[name=q]");
/** @type {HTMLSelectElement} */
const sorting = elementIn(document, "[data-sort]");
const { notice = "", mail = "", usual = "", amounts = "[]" } = part("finder").dataset;
const announce = openAnnouncer(part("announced"));

const client = openSearch();
const askNewest = newestOnly(client.ask);
const filters = openFilters(part("filters"), toggleFilter);
const about = () => ({ names: filters.names, labels: client.labels });
const known = () => ({
  root: ROOT, labels: client.labels, today: today(), sort: drawn.sort, isWhole: client.stage === "details", usual,
});
const showParts = openParts(part, { more, known, fail, unfold });

const asked = () => questionFrom(location.search, filters.names);
let question = asked();
let drawn = question;
const keeper = openKeeper(() => question);

/** @param {Question} mine */
const linkTo = (mine) => new URL(location.pathname + addressOf(mine), location.href).href;
/** @param {Question} mine */
const optionsOf = ({ filters: chosen, sort, literal, scattered, partly }) => {
  return { filters: chosen, sort, literal, scattered, partly, today: today() };
};

// What the reader does

/** @param {Partial<Question>} next @param {boolean} [isTyped] */
function change(next, isTyped = false) {
  question = { ...question, ...next, strange: [] };
  if (isTyped) keeper.keepSoon();
  else keeper.keep(false);
  refresh();
}

/** @param {string} facet @param {string} code */
function toggleFilter(facet, code) {
  change({ filters: toggled(question.filters, facet, code) });
}

function returnToAddress() {
  keeper.beginAnew();
  question = asked();
  show(question);
  refresh();
}

/** @param {Question} mine */
function show({ query, sort }) {
  input.value = query;
  sorting.value = sort;
}

/** @param {SubmitEvent} event */
function submit(event) {
  event.preventDefault();
  question = { ...question, query: input.value };
  keeper.keep(false);
  refresh();
  // The keyboard of a phone covers the results.
  if (matchMedia("(pointer: coarse)").matches) input.blur();
}

// As many results stay as there were: the place that the reader looks at does, too.
/** @param {Unfolded} unfolded */
function unfold(unfolded) {
  question = { ...question, ...unfolded };
  keeper.keep(false);
  refresh(shownNow());
}

const clear = () => change({ filters: {} });
/** @param {boolean} literal */
const read = (literal) => change({ literal });

// Questions and answers

async function refresh(lengths = LISTS.map(() => STEP)) {
  try {
    const mine = question;
    if (Object.keys(mine.filters).length > 0 || mine.sort !== "relevance") await client.reached("facets");
    if (mine !== question) return;
    question = sifted(question, about());
    const current = question;
    const answer = await askNewest(current.query, { ...optionsOf(current), limit: lengths[0] });
    if (answer) await draw(current, answer, lengths);
  } catch (error) {
    fail(error);
  }
}

/** @type {More} */
async function more(offset, end, count = STEP) {
  const mine = drawn;
  const options = { ...optionsOf(mine), offset, limit: Math.min(count, end - offset) };
  const answer = await client.ask(mine.query, options);
  return mine === drawn ? answer.results : undefined;
}

// Drawing

/** @param {Question} mine @param {Answer<Result>} answer @param {number[]} lengths */
function draw(mine, answer, lengths) {
  const { facets: counts } = answer;
  drawn = mine;
  part("saved").textContent = "";
  const filled = showParts(answer, mine, lengths);
  if (client.stage !== "titles") filters.draw(counts, mine.filters, client.labels);
  const otherwise = part("count");
  drawChips(part("chips"), mine.filters, about(), { toggle: toggleFilter, clear, otherwise });
  drawNotes(part("notes"), { question: mine, answer, ...about() }, read, otherwise);
  if (isNothing(answer)) explain(mine, answer).catch(fail);
  tell(mine, answer);
  return filled;
}

/** @param {Question} mine @param {Answer<Result>} answer */
async function explain(mine, { notes }) {
  const isFiltered = Object.keys(mine.filters).length > 0;
  const options = { literal: mine.literal, today: today(), limit: 0 };
  const unfiltered = isFiltered ? (await client.ask(mine.query, options)).total : 0;
  if (mine !== drawn) return;
  const { newestPlanYear } = client;
  const nothing = { question: mine, notes, unfiltered, newestPlanYear, today: today(), root: ROOT, mail };
  drawNothing(part("notes"), nothing, clear);
}

/** @param {Question} mine @param {Answer<Result>} answer */
function tell({ query, filters: chosen }, answer) {
  const [first, rest] = countsInWords(answer);
  const purpose = query.trim() ? [element("span", { class: "finder__purpose" }, ` cho ${quoted(query)}`)] : [];
  const selected = Object.values(chosen).flat().length;
  const count = part("count");
  document.title = query.trim() ? `${repeated(query)} - ${title}` : title;
  count.replaceChildren(first, ...(rest ? [element("small", {}, ` và ${rest}`)] : []), ...purpose);
  part("open-filters").textContent = selected > 0 ? `Bộ lọc (${selected})` : "Bộ lọc";
  part("show-results").textContent = isNothing(answer) ? first : `Xem ${first}`;
  part("actions").hidden = answer.total === 0;
  part("share").dataset.share = linkTo(question);
  announce(count.textContent ?? "");
}

/** @param {unknown} error */
function fail(error) {
  // Whoever has begun to type is not interrupted.
  if (document.activeElement !== input && isMendedByReload(error)) return location.reload();
  part("ways").hidden = false;
  part("finder").classList.add("finder--failed");
  const hasNoFilters = !filters.fail();
  part("open-filters").hidden = hasNoFilters;
  for (const label of sorting.labels) label.hidden = hasNoFilters;
  drawFailure(part("failure"), error instanceof Error ? error.message : String(error));
  if (part("results").childElementCount === 0) part("count").textContent = "Chưa tra cứu được";
}

// Not needed for the first results; there long before the network may be gone.
const tables = () => import("./csv.js");

// The table holds what the page lists: what waits behind the results while it is unfolded.
async function save() {
  try {
    await client.reached("details");
    const { csvOf, downloadTable } = await tables();
    const mine = drawn;
    const options = { ...optionsOf(mine), limit: Infinity, why: false };
    const { results: all, ...found } = await client.ask(mine.query, options);
    const table = { ...known(), notice, amounts: JSON.parse(amounts), address: linkTo(mine) };
    downloadTable(`tra-cuu-${today()}.csv`, csvOf(all, { ...table, leftOut: leftOutInWords(found, mine) }));
    part("saved").textContent = savedInWords(found, mine);
  } catch (error) {
    fail(error);
  }
}

// Titles come first and are shown at once, unless everything is there in a moment: then nothing is drawn twice. Until
// all of it is there, more will change.
async function begin() {
  part("finder").ariaBusy = "true";
  const isTypedAlready = document.activeElement === input && input.value !== "";
  if (isTypedAlready) question = { ...question, query: input.value };
  show(question);
  part("ways").hidden = true;
  const place = placeLeft();
  if (place && LISTS[place.list] === "drafts") part("drafts").setAttribute("open", "");
  let isWhole = false;
  const whole = client.reached("details").then(() => (isWhole = true));
  const soon = Promise.race([whole.catch(() => {}), passing(PATIENCE)]);
  const refreshAt = async (/** @type {Stage} */ stage) => {
    await client.reached(stage);
    await soon;
    if (!isWhole) await refresh();
  };
  refreshAt("titles").catch(fail);
  refreshAt("facets").catch(fail);
  await whole.then(() => refresh(shownNow().map((length, at) => Math.max(length, place?.lengths[at] ?? 0))), fail);
  if (place) returnTo(lists(), place);
  part("finder").ariaBusy = "false";
  tables().catch(() => {});
}

const lists = () => LISTS.map((name) => elementIn(part("finder"), `[data-${name}] ul, ul[data-${name}]`));
const shownNow = () => lists().map(({ childElementCount }) => Math.max(STEP, childElementCount));

form.addEventListener("submit", submit);
input.addEventListener("input", () => {
  change({ query: input.value, literal: false, scattered: false, partly: false }, true);
});
input.addEventListener("change", () => keeper.keep(true));
sorting.addEventListener("change", () => change({ sort: sorting.value }));
part("clear").addEventListener("click", clear);
part("csv").addEventListener("click", save);
addEventListener("popstate", returnToAddress);
onSlash(() => input.select());
onNewDay(() => refresh(shownNow()));
openSheet(part("finder"), part("filters"));
keepPlace(lists());
begin();
