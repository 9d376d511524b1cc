// The data of search, loaded in three stages.

import { BROKEN } from "./columns.js";
import { addDetails } from "./details.js";
import { addCodes, addPrograms } from "./programs.js";
import { recordsOf } from "./titles.js";
import { OUTDATED } from "../../common/renewal.js";

/** @import { Details, Facets, Library, Titles } from "./records.js" */

/**
 * What is needed to find by title and name. Like every loader here it rejects with an Error in Vietnamese where its
 * file does not load, is not whole, or is that of another build.
 * @param {string} folder the address of the folder with the files of one build, ending in a slash
 * @returns {Promise<Library>}
 */
export async function loadTitles(folder) {
  /** @type {Titles} */
  const data = await fetched(folder, "titles");
  const glossary = [
    ...data.glossary.map(([short, long]) => ({ short, long })),
    ...data.everyday.map(([short, long]) => ({ short, long, oneWay: true })),
  ];
  return { ...recordsOf(data), glossary, labels: {}, fields: [], newestPlanYear: data.newestPlanYear };
}

/**
 * Puts into the records, in place, what filters and ranks them by time, and ties them to one another.
 * @param {string} folder
 * @param {Library} library
 */
export async function loadFacets(folder, library) {
  /** @type {Facets} */
  const data = await fetched(folder, "facets");
  addCodes(library.records, data);
  addPrograms(library.records, data);
  Object.assign(library.labels, data.labels);
}

/**
 * Puts into the records, in place, what a result shows, and the words that are looked through last.
 * @param {string} folder
 * @param {Library} library
 */
export async function loadDetails(folder, library) {
  /** @type {Details} */
  const data = await fetched(folder, "details");
  addDetails(library, data);
}

/**
 * A file of a folder, which bears the folder's name as its mark.
 * @template T
 * @param {string} folder
 * @param {string} name
 * @returns {Promise<T>}
 */
async function fetched(folder, name) {
  const answer = await fetch(new URL(`${name}.json`, folder));
  const data = answer.ok ? await answer.json().catch(() => null) : null;
  if (!data) throw new Error(BROKEN);
  if (!folder.endsWith(`/${data.mark}/`)) throw new Error(OUTDATED);
  return data;
}
