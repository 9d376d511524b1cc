// The page of search: what is asked stands in its address, the answer below the box, both new with every key.

import { dayOf } from "./moment.js";
import { addressOf, questionFrom, toggled } from "./search-address.js";
import { newestOnly, openSearch } from "./search-client.js";
import { csvOf, download } from "./search-csv.js";
import { drawChips, openFilters, openSheet } from "./search-filters.js";
import { STEP, openList } from "./search-list.js";
import { drawFailure, drawNothing, drawNotes } from "./search-notes.js";
import { countInWords, counted, labelOf } from "./search-words.js";
import { onSlash } from "./slash-key.js";

const PATIENCE = 400;
const PAUSE_OF_TYPING = 400;
const PAUSE_OF_TELLING = 800;

const root = new URL("../../", import.meta.url).href;
const today = dayOf(new Date());
const title = document.title;
const part = (name) => document.querySelector(`[data-${name}]`);
const form = part("finder-form");
const input = form.elements.q;
const drafts = part("drafts");
const { notice, mail } = part("finder").dataset;

const client = openSearch(root);
const askNewest = newestOnly(client.ask);
const filters = openFilters(part("filters"), (facet, code) => change({ filters: toggled(question.filters, facet, code) }));
const facets = Object.keys(filters.names);
const surroundings = () => ({ root, labels: client.labels, today });
const results = openList({ list: part("results"), more: part("more") }, (offset) => more(offset, drawn.published), surroundings);
const unconfirmed = openList({ list: drafts.querySelector("ul"), more: drafts.querySelector(".more") }, (offset) => more(drawn.published + offset, drawn.total), surroundings);

let question = asked();
let drawn = { question, total: 0, published: 0 };
let returning = history.state;
let isTyping = false;
let timer;
let telling;

function asked() {
  return { ...questionFrom(location.search, facets), strange: [] };
}

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
  const address = location.pathname + addressOf(question);
  if (address !== location.pathname + location.search) history[isTyped && isTyping ? "replaceState" : "pushState"](null, "", address);
  isTyping = isTyped;
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
    question = sifted(question);
    const current = question;
    const answer = await askNewest(current.query, { ...optionsOf(current), limit });
    if (answer) draw(current, answer);
  } catch (error) {
    fail(error);
  }
}

// Takes out of the filters what the catalogue does not know, to be told in a note.
function sifted(whole) {
  const isKnown = (facet, code) => labelOf(client.labels, facet, code) !== undefined;
  const entries = Object.entries(whole.filters);
  const strange = entries.flatMap(([facet, codes]) => codes.filter((code) => !isKnown(facet, code)).map((code) => `${filters.names[facet]}: ${code.slice(0, 40)}`));
  if (strange.length === 0) return whole;
  const known = entries.map(([facet, codes]) => [facet, codes.filter((code) => isKnown(facet, code))]).filter(([, codes]) => codes.length > 0);
  return { ...whole, filters: Object.fromEntries(known), strange: strange.slice(0, 5) };
}

async function more(offset, end) {
  const { question: mine } = drawn;
  const answer = await client.ask(mine.query, { ...optionsOf(mine), offset, limit: Math.min(STEP, end - offset) });
  return mine === drawn.question ? answer.results : undefined;
}

// Drawing

function draw(mine, { total, drafts: ofDrafts, results: found, facets: counts, notes }) {
  const published = total - ofDrafts;
  drawn = { question: mine, total, published };
  results(found.slice(0, published), published);
  drawDrafts(ofDrafts);
  if (Object.keys(counts).length > 2) filters.draw(counts, mine.filters, client.labels);
  drawChips(part("chips"), mine.filters, filters.names, client.labels, { toggle: (facet, code) => change({ filters: toggled(question.filters, facet, code) }), clear });
  drawNotes(part("notes"), { question: mine, notes, names: filters.names, labels: client.labels, strange: mine.strange }, (literal) => change({ literal }));
  if (total === 0) explain(mine);
  tell(mine, total);
}

function drawDrafts(count) {
  drafts.hidden = count === 0;
  drafts.querySelector("summary").textContent = `${counted(count)} bản ghi chưa xác minh`;
  unconfirmed([], count);
  if (count > 0 && drawn.published === 0) drafts.open = true;
  if (drafts.open) fillDrafts();
}

async function fillDrafts() {
  const { question: mine, total, published } = drawn;
  const found = total > published ? await more(published, total) : [];
  if (found && mine === drawn.question) unconfirmed(found, total - published);
}

async function explain(mine) {
  const isFiltered = Object.keys(mine.filters).length > 0;
  const { total } = isFiltered ? await client.ask(mine.query, { literal: mine.literal, today, limit: 0 }) : { total: 0 };
  if (mine === drawn.question) drawNothing(part("notes"), { question: mine, unfiltered: total, newestPlanYear: client.newestPlanYear, today, root, mail }, clear);
}

function tell({ query, filters: chosen }, total) {
  const words = countInWords(total, query);
  const selected = Object.values(chosen).flat().length;
  document.title = query.trim() ? `${query.trim()} - ${title}` : title;
  part("count").textContent = words;
  part("open-filters").textContent = selected > 0 ? `Bộ lọc (${selected})` : "Bộ lọc";
  part("show-results").textContent = total > 0 ? `Xem ${counted(total)} kết quả` : "Không có kết quả";
  part("actions").hidden = total === 0;
  document.querySelector("[data-share]").dataset.share = new URL(location.pathname + addressOf(question), location).href;
  clearTimeout(telling);
  telling = setTimeout(() => (part("announced").textContent = words), PAUSE_OF_TELLING);
}

function fail({ message }) {
  part("ways").hidden = false;
  drawFailure(part("failure"), message);
  if (part("results").childElementCount === 0) part("count").textContent = "Chưa tra cứu được";
  part("filters").querySelector(".filters__waiting").textContent = "Bộ lọc không tải được.";
}

async function save() {
  const { question: mine, total } = drawn;
  const { results: all } = await client.ask(mine.query, { ...optionsOf(mine), limit: total });
  download(`tra-cuu-${today}.csv`, csvOf(all, { ...surroundings(), notice, address: location.href }));
}

// Whoever comes back to the list finds it as it was.
function keepPlace(event) {
  if (event.target.closest("a")) history.replaceState({ length: part("results").childElementCount, top: scrollY }, "");
}

async function begin() {
  const isTypedAlready = document.activeElement === input && input.value !== "";
  if (isTypedAlready) question = { ...question, query: input.value };
  show(question);
  part("ways").hidden = true;
  const details = client.reached("details");
  const soon = Promise.race([details, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  for (const stage of ["titles", "facets"]) client.reached(stage).then(() => soon).then(() => refresh(), fail);
  await details.then(() => refresh(Math.max(STEP, returning?.length ?? 0, part("results").childElementCount)), fail);
  if (returning) scrollTo(0, returning.top);
  returning = undefined;
}

form.addEventListener("submit", submit);
input.addEventListener("input", () => change({ query: input.value, literal: false }, true));
input.addEventListener("change", () => isTyping || keepAddress(true));
part("sort").addEventListener("change", () => change({ sort: part("sort").value }));
part("clear").addEventListener("click", clear);
part("csv").addEventListener("click", save);
part("results").addEventListener("click", keepPlace);
drafts.addEventListener("toggle", () => drafts.open && fillDrafts());
addEventListener("popstate", returnToAddress);
onSlash(() => input.select());
openSheet(part("finder"), part("filters"));
begin();
