// What records say in full, and what a result shows.

import { checked, lines, programsOf } from "./columns.js";

/** @import { Details, Library, Record } from "./records.js" */

const NEW = "+";

/**
 * @param {Library} library
 * @param {Details} data
 */
export function addDetails(library, data) {
  addSaid(library, data);
  addCalled(library.records, data.called);
  const venues = lines(data.venues);
  const amounts = Object.entries(data.amounts).map(([sort, column]) => ({ sort, column: lines(column) }));
  programsOf(library.records).forEach((record, place) => {
    record.venue = venues[place];
    record.amounts = Object.fromEntries(amounts.map(({ sort, column }) => [sort, column[place]]));
  });
}

/**
 * Tells what each record says, field by field: a new text is the next one of all, another stands there by its number.
 * @param {Library} library
 * @param {Details} data
 */
function addSaid({ records, fields }, data) {
  const texts = lines(data.texts);
  const textOf = nextOf(texts);
  for (const [field, column] of Object.entries(data.said)) {
    fields.push(field);
    const rows = lines(column);
    checked(rows.length <= records.length - data.pages.length);
    for (let position = 0; position < rows.length; position += 1) {
      const said = rows[position] ? rows[position].split(" ").map(textOf) : [];
      records[position].texts.push(...said);
      records[position].fields.push(...said.map(() => fields.length - 1));
    }
  }
  checked(data.texts === "" || textOf(NEW) === undefined);
  const first = records.length - data.pages.length;
  data.pages.forEach((words, turn) => records[first + turn].texts.push(words));
}

/** @param {Record[]} records @param {Details["called"]} called */
function addCalled(records, { fields, values }) {
  const places = records.flatMap(({ kind, names, called }) => (kind === "page" ? [] : names.map(() => called)));
  checked(places.length === values.length);
  places.forEach((called, turn) => called.push(fields[Number.parseInt(values[turn], 36)]));
}

/** @param {string[]} texts */
function nextOf(texts) {
  let next = 0;
  return (/** @type {string} */ code) => texts[code === NEW ? next++ : Number(code)];
}
