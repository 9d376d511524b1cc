// What the page of a programme says, as plain texts: the site has every programme in words once, and this reads them there. Nothing of a page is ever put into another as markup.

const LEVELS = ".tag--official, .tag--reported, .tag--draft";

/**
 * A state as the page has it: its words whatever the day, its sort, and the days from which `standingOn` works out the rest.
 * @typedef {{text: string, sort: string, start?: string, end?: string, deadline?: string, year?: string, planned?: string}} State
 *
 * `facts` are labels with their texts, empty where nothing is known; `since` is the first day that is named, where one is.
 * @typedef {{id: string, title: string, facts: [string, string[]][], since?: string, state: State}} Class
 * @typedef {{id: string, title: string, facts: [string, string[]][], since?: string, deadline?: string, state?: State, verification: State, classes: Class[]}} Program
 */

/**
 * @param {Document} page
 * @returns {Program | undefined} undefined where it is no programme's page
 */
export function readProgram(page) {
  const place = page.querySelector("[data-program]");
  if (!place) return undefined;
  const tags = page.querySelector("h1 + .tags");
  const state = tags.querySelector(".state");
  return {
    id: place.dataset.program,
    title: wordsOf(page.querySelector("h1")),
    state: state ? stateOf(state) : undefined,
    verification: stateOf(tags.querySelector(LEVELS)),
    facts: [...place.querySelectorAll(".facts > div")].map((fact) => [wordsOf(fact.firstElementChild), textsOf(fact.lastElementChild)]),
    since: dayIn(factNamed(place, "Thời gian")),
    deadline: dayIn(factNamed(place, "Cử người học")),
    classes: [...place.querySelectorAll("tr[id]")].map(classOf),
  };
}

/** Where a page leads to that has moved, as it is written there; undefined for any other page. */
export function redirectOf(page) {
  return /url=(.+)$/i.exec(page.querySelector("meta[http-equiv=refresh]")?.content ?? "")?.[1];
}

function classOf(row) {
  const [name, ...cells] = row.children;
  return {
    id: row.id,
    title: wordsOf(name),
    state: stateOf(row.querySelector(".state")),
    facts: cells.map((cell) => [cell.dataset.label, textsOf(cell)]),
    since: dayIn(cells[0]),
  };
}

function stateOf(tag) {
  const sort = [...tag.classList].find((name) => name.startsWith("tag--")) ?? "";
  return { ...tag.dataset, text: wordsOf(tag), sort: sort.replace("tag--", "") };
}

const factNamed = (place, label) => [...place.querySelectorAll(".facts dt")].find((name) => wordsOf(name) === label)?.nextElementSibling;

const dayIn = (place) => place?.querySelector("time")?.dateTime;

// The texts of a value: those of its list where it is one; none where nothing is known.
function textsOf(place) {
  if (place.matches(".unknown") || place.querySelector(":scope > .unknown")) return [];
  const items = place.querySelectorAll("li");
  return (items.length > 0 ? [...items] : [place]).map(wordsOf);
}

const wordsOf = (place) => place.textContent.replace(/\s+/g, " ").trim();
