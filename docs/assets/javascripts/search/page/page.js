// The page of search: what is asked stands in its address, the answer below the box, both new with every key.

import { openAnnouncer } from "../../common/announce.js";
import { element, elementIn } from "../../common/element.js";
import { ROOT } from "../../common/root.js";
import { onSlash } from "../../common/slash-key.js";
import { onNewDay, today } from "../../common/today.js";
import { quoted, repeated } from "../../common/words.js";
import { addressOf, openKeeper, questionFrom, sifted, toggled } from "./address.js";
import { isMendedByReload, newestOnly, openSearch } from "./client.js";
import { csvOf, download } from "./csv.js";
import { drawChips, openFilters, openSheet } from "./filters.js";
import { STEP, openList } from "./list.js";
import { drawFailure, drawNothing, drawNotes } from "./notes.js";
import { keepPlace, placeLeft, returnTo } from "./place.js";
import { countInWords, countsInWords } from "./words.js";

/**
 * @import { Answer } from "../engine/engine.js"
 * @import { Result, Stage } from "../engine/session.js"
 * @import { Question } from "./address.js"
 */

const PATIENCE = 400;

const title = document.title;
const part = (/** @type {string} */ name) => elementIn(document, `[data-${name}]`);
/** @type {HTMLFormElement} */
const form = elementIn(document, "[data-finder-form]");
/** @type {HTMLInputElement} */
const input = elementIn(form, "[name=q]");
/** @type {HTMLSelectElement} */
const sorting = elementIn(document, "[data-sort]");
/** @type {HTMLDetailsElement} */
const drafts = elementIn(document, "[data-drafts]");
const { notice = "", mail = "", usual = "", amounts = "[]" } = part("finder").dataset;
const announce = openAnnouncer(part("announced"));

const client = openSearch();
const askNewest = newestOnly(client.ask);
const filters = openFilters(part("filters"), toggleFilter);
const about = () => ({ names: filters.names, labels: client.labels });
const surroundings = () => ({ root: ROOT, labels: client.labels, today: today(), usual });
const places = { list: part("results"), more: part("more") };
const results = openList(places, (from) => more(from, drawn.published), surroundings);
const draftPlaces = { list: elementIn(drafts, "ul"), more: elementIn(drafts, ".more") };
const unconfirmed = openList(draftPlaces, (from) => more(drawn.published + from, drawn.total), surroundings);

const asked = () => questionFrom(location.search, filters.names);
let question = asked();
let drawn = { question, total: 0, published: 0 };
const keeper = openKeeper(() => question);

/** @param {Question} mine */
const linkTo = (mine) => new URL(location.pathname + addressOf(mine), location.href).href;
/** @param {Question} mine */
const optionsOf = ({ filters: chosen, sort, literal }) => ({ filters: chosen, sort, literal, today: today() });

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

const clear = () => change({ filters: {} });
/** @param {boolean} literal */
const read = (literal) => change({ literal });

// Questions and answers

async function refresh(limit = STEP) {
  try {
    const mine = question;
    if (Object.keys(mine.filters).length > 0 || mine.sort !== "relevance") await client.reached("facets");
    if (mine !== question) return;
    question = sifted(question, about());
    const current = question;
    const answer = await askNewest(current.query, { ...optionsOf(current), limit });
    if (answer) draw(current, answer);
  } catch (error) {
    fail(error);
  }
}

/** @param {number} offset @param {number} end */
async function more(offset, end) {
  const { question: mine } = drawn;
  const options = { ...optionsOf(mine), offset, limit: Math.min(STEP, end - offset) };
  const answer = await client.ask(mine.query, options);
  return mine === drawn.question ? answer.results : undefined;
}

// Drawing

/** @param {Question} mine @param {Answer<Result>} answer */
function draw(mine, answer) {
  const { total, results: found, facets: counts, notes } = answer;
  const published = total - answer.drafts;
  drawn = { question: mine, total, published };
  results(found.slice(0, published), published);
  drawDrafts(answer.drafts);
  if (client.stage !== "titles") filters.draw(counts, mine.filters, client.labels);
  const otherwise = part("count");
  drawChips(part("chips"), mine.filters, about(), { toggle: toggleFilter, clear, otherwise });
  drawNotes(part("notes"), { question: mine, notes, ...about() }, read, otherwise);
  if (total === 0) explain(mine).catch(fail);
  tell(mine, answer);
}

/** @param {number} count */
function drawDrafts(count) {
  drafts.hidden = count === 0;
  elementIn(drafts, "summary").textContent = countInWords({ total: count, drafts: count });
  unconfirmed([], count);
  if (count > 0 && drawn.published === 0) drafts.open = true;
  if (drafts.open) fillDrafts().catch(fail);
}

async function fillDrafts() {
  const { question: mine, total, published } = drawn;
  const found = total > published ? await more(published, total) : [];
  if (found && mine === drawn.question) unconfirmed(found, total - published);
}

/** @param {Question} mine */
async function explain(mine) {
  const isFiltered = Object.keys(mine.filters).length > 0;
  const options = { literal: mine.literal, today: today(), limit: 0 };
  const unfiltered = isFiltered ? (await client.ask(mine.query, options)).total : 0;
  if (mine !== drawn.question) return;
  const { newestPlanYear } = client;
  const nothing = { question: mine, unfiltered, newestPlanYear, today: today(), root: ROOT, mail };
  drawNothing(part("notes"), nothing, clear);
}

/** @param {Question} mine @param {Answer<Result>} answer */
function tell({ query, filters: chosen }, answer) {
  const [first, rest] = countsInWords(answer);
  const purpose = query.trim() ? ` cho ${quoted(query)}` : "";
  const selected = Object.values(chosen).flat().length;
  const count = part("count");
  document.title = query.trim() ? `${repeated(query)} - ${title}` : title;
  count.replaceChildren(first, ...(rest ? [element("small", {}, ` và ${rest}`)] : []), purpose);
  part("open-filters").textContent = selected > 0 ? `Bộ lọc (${selected})` : "Bộ lọc";
  part("show-results").textContent = answer.total > 0 ? `Xem ${first}` : first;
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

async function save() {
  try {
    await client.reached("details");
    const { question: mine, total } = drawn;
    const { results: all } = await client.ask(mine.query, { ...optionsOf(mine), limit: total });
    const table = { ...surroundings(), notice, amounts: JSON.parse(amounts), address: linkTo(mine) };
    download(`tra-cuu-${today()}.csv`, csvOf(all, table));
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
  await whole.then(() => refresh(Math.max(shownNow(), place?.length ?? 0)), fail);
  if (place) returnTo(part("results"), place);
  part("finder").ariaBusy = "false";
}

const shownNow = () => Math.max(STEP, part("results").childElementCount);

/** @type {(time: number) => Promise<void>} */
const passing = (time) => new Promise((resolve) => {
  setTimeout(resolve, time);
});

form.addEventListener("submit", submit);
input.addEventListener("input", () => change({ query: input.value, literal: false }, true));
input.addEventListener("change", () => keeper.keep(true));
sorting.addEventListener("change", () => change({ sort: sorting.value }));
part("clear").addEventListener("click", clear);
part("csv").addEventListener("click", save);
drafts.addEventListener("toggle", () => drafts.open && fillDrafts().catch(fail));
addEventListener("popstate", returnToAddress);
onSlash(() => input.select());
onNewDay(() => refresh(shownNow()));
openSheet(part("finder"), part("filters"));
keepPlace(part("results"));
begin();
