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
      if (!rows[position]) continue;
      const record = records[position];
      const said = rows[position].split(" ").map(textOf);
      record.texts = [...record.texts, ...said];
      record.fields = [...record.fields, ...said.map(() => fields.length - 1)];
    }
  }
  checked(data.texts === "" || textOf(NEW) === undefined);
  const first = records.length - data.pages.length;
  data.pages.forEach((words, turn) => (records[first + turn].texts = [words]));
}

/** @param {Record[]} records @param {Details["called"]} called */
function addCalled(records, { fields, values }) {
  const named = records.filter(({ kind }) => kind !== "page");
  checked(values.length === named.reduce((count, { names }) => count + names.length, 0));
  let turn = 0;
  for (const record of named) {
    const own = values.slice(turn, turn + record.names.length);
    record.called = Array.from(own, (code) => fields[Number.parseInt(code, 36)]);
    turn += own.length;
  }
}

/** @param {string[]} texts */
function nextOf(texts) {
  let next = 0;
  return (/** @type {string} */ code) => texts[code === NEW ? next++ : Number(code)];
}
