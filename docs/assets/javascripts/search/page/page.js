// The page of search: what is asked stands in its address, the answer below the box, both new with every key.

import { openAnnouncer } from "../../common/announce.js";
import { element } from "../../common/element.js";
import { dayOf } from "../../common/moment.js";
import { ROOT } from "../../common/root.js";
import { addressOf, questionFrom, sifted, toggled } from "./address.js";
import { newestOnly, openSearch } from "./client.js";
import { csvOf, download } from "./csv.js";
import { drawChips, openFilters, openSheet } from "./filters.js";
import { STEP, openList } from "./list.js";
import { drawFailure, drawNothing, drawNotes } from "./notes.js";
import { keepPlace, placeLeft, returnTo } from "./place.js";
import { countInWords, countsInWords, quoted, repeated } from "./words.js";
import { onSlash } from "../../common/slash-key.js";

const PATIENCE = 400;
const PAUSE_OF_TYPING = 400;

const today = dayOf(new Date());
const title = document.title;
const part = (name) => document.querySelector(`[data-${name}]`);
const form = part("finder-form");
const input = form.elements.q;
const drafts = part("drafts");
const { notice, mail } = part("finder").dataset;
const announce = openAnnouncer(part("announced"));

const client = openSearch(ROOT);
const askNewest = newestOnly(client.ask);
const filters = openFilters(part("filters"), (facet, code) => change({ filters: toggled(question.filters, facet, code) }));
const about = () => ({ names: filters.names, labels: client.labels });
const surroundings = () => ({ root: ROOT, labels: client.labels, today });
const results = openList({ list: part("results"), more: part("more") }, (offset) => more(offset, drawn.published), surroundings);
const unconfirmed = openList({ list: drafts.querySelector("ul"), more: drafts.querySelector(".more") }, (offset) => more(drawn.published + offset, drawn.total), surroundings);

const asked = () => questionFrom(location.search, filters.names);
let question = asked();
let drawn = { question, total: 0, published: 0 };
let isTyping = false;
let timer;

const linkTo = (mine) => new URL(location.pathname + addressOf(mine), location).href;
const optionsOf = ({ filters: chosen, sort, literal }) => ({ filters: chosen, sort, literal, today });

// What the reader does

function change(next, isTyped = false) {
  question = { ...question, ...next, strange: [] };
  clearTimeout(timer);
  if (isTyped) timer = setTimeout(keepAddress, PAUSE_OF_TYPING, true);
  else keepAddress(false);
  refresh();
}

// A run of typing is one step of the history, every other change one of its own.
function keepAddress(isTyped) {
  clearTimeout(timer);
  const address = addressOf(question);
  const isNew = address !== location.search;
  if (isNew) history[isTyped && isTyping ? "replaceState" : "pushState"](null, "", location.pathname + address);
  isTyping = isTyped && (isTyping || isNew);
}

function returnToAddress() {
  clearTimeout(timer);
  isTyping = false;
  question = asked();
  show(question);
  refresh();
}

function show({ query, sort }) {
  input.value = query;
  part("sort").value = sort;
}

function submit(event) {
  event.preventDefault();
  question = { ...question, query: input.value };
  keepAddress(false);
  refresh();
  // The keyboard of a phone covers the results.
  if (matchMedia("(pointer: coarse)").matches) input.blur();
}

const clear = () => change({ filters: {} });

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

async function more(offset, end) {
  const { question: mine } = drawn;
  const answer = await client.ask(mine.query, { ...optionsOf(mine), offset, limit: Math.min(STEP, end - offset) });
  return mine === drawn.question ? answer.results : undefined;
}

// Drawing

function draw(mine, answer) {
  const { total, results: found, facets: counts, notes } = answer;
  const published = total - answer.drafts;
  drawn = { question: mine, total, published };
  results(found.slice(0, published), published);
  drawDrafts(answer.drafts);
  if (client.stage !== "titles") filters.draw(counts, mine.filters, client.labels);
  drawChips(part("chips"), mine.filters, about(), { toggle: (facet, code) => change({ filters: toggled(question.filters, facet, code) }), clear, otherwise: part("count") });
  drawNotes(part("notes"), { question: mine, notes, ...about() }, (literal) => change({ literal }), part("count"));
  if (total === 0) explain(mine).catch(fail);
  tell(mine, answer);
}

function drawDrafts(count) {
  drafts.hidden = count === 0;
  drafts.querySelector("summary").textContent = countInWords({ total: count, drafts: count });
  unconfirmed([], count);
  if (count > 0 && drawn.published === 0) drafts.open = true;
  if (drafts.open) fillDrafts().catch(fail);
}

async function fillDrafts() {
  const { question: mine, total, published } = drawn;
  const found = total > published ? await more(published, total) : [];
  if (found && mine === drawn.question) unconfirmed(found, total - published);
}

async function explain(mine) {
  const isFiltered = Object.keys(mine.filters).length > 0;
  const { total } = isFiltered ? await client.ask(mine.query, { literal: mine.literal, today, limit: 0 }) : { total: 0 };
  if (mine === drawn.question) drawNothing(part("notes"), { question: mine, unfiltered: total, newestPlanYear: client.newestPlanYear, today, root: ROOT, mail }, clear);
}

function tell({ query, filters: chosen }, answer) {
  const [first, rest] = countsInWords(answer);
  const purpose = query.trim() ? ` cho ${quoted(query)}` : "";
  const selected = Object.values(chosen).flat().length;
  document.title = query.trim() ? `${repeated(query)} - ${title}` : title;
  part("count").replaceChildren(first, ...(rest ? [element("small", {}, ` và ${rest}`)] : []), purpose);
  part("open-filters").textContent = selected > 0 ? `Bộ lọc (${selected})` : "Bộ lọc";
  part("show-results").textContent = answer.total > 0 ? `Xem ${first}` : first;
  part("actions").hidden = answer.total === 0;
  document.querySelector("[data-share]").dataset.share = linkTo(question);
  announce(part("count").textContent);
}

function fail({ message }) {
  part("ways").hidden = false;
  part("finder").classList.add("finder--failed");
  part("sort").labels[0].hidden = part("open-filters").hidden = !filters.fail();
  drawFailure(part("failure"), message);
  if (part("results").childElementCount === 0) part("count").textContent = "Chưa tra cứu được";
}

async function save() {
  try {
    await client.reached("details");
    const { question: mine, total } = drawn;
    const { results: all } = await client.ask(mine.query, { ...optionsOf(mine), limit: total });
    download(`tra-cuu-${today}.csv`, csvOf(all, { ...surroundings(), notice, address: linkTo(mine) }));
  } catch (error) {
    fail(error);
  }
}

// Titles come first and are shown at once, unless everything is there in a moment: then nothing is drawn twice. Until all of it is there, more will change.
async function begin() {
  part("finder").ariaBusy = "true";
  const isTypedAlready = document.activeElement === input && input.value !== "";
  if (isTypedAlready) question = { ...question, query: input.value };
  show(question);
  part("ways").hidden = true;
  const place = placeLeft();
  let isWhole = false;
  const whole = client.reached("details").then(() => (isWhole = true));
  const soon = Promise.race([whole.catch(() => {}), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  const begun = ["titles", "facets"].map((stage) => client.reached(stage).then(() => soon).then(() => isWhole || refresh()));
  for (const each of begun) each.catch(fail);
  await whole.then(() => refresh(Math.max(STEP, place?.length ?? 0, part("results").childElementCount)), fail);
  if (place) returnTo(part("results"), place);
  part("finder").ariaBusy = "false";
}

form.addEventListener("submit", submit);
input.addEventListener("input", () => change({ query: input.value, literal: false }, true));
input.addEventListener("change", () => keepAddress(true));
part("sort").addEventListener("change", () => change({ sort: part("sort").value }));
part("clear").addEventListener("click", clear);
part("csv").addEventListener("click", save);
drafts.addEventListener("toggle", () => drafts.open && fillDrafts().catch(fail));
addEventListener("popstate", returnToAddress);
onSlash(() => input.select());
openSheet(part("finder"), part("filters"));
keepPlace(part("results"));
begin();
