// What the answers come to, kept in step with them: loads what is to be shown, judges it, draws it.

import { button, elementIn } from "../common/element.js";
import { isFirstRenewal, isSuperseded } from "../common/renewal.js";
import { today } from "../common/today.js";
import { personOf } from "./answers.js";
import { openData } from "./data.js";
import { following } from "./following.js";
import { keepPlace, placeLeft, returnTo, unfoldAsLeft } from "./place.js";
import { worthAsking } from "./questions.js";
import { drawFailure, drawResults, foldsIn, summaryOf } from "./results.js";
import { readerOf } from "./verdict.js";
import { listsOf, outlineOf } from "./view.js";
import { offeredBy } from "./wordings.js";

/**
 * @import { Data } from "./data.js"
 * @import { Form } from "./form.js"
 * @import { Unnamed } from "./naming.js"
 * @import { Narrowing } from "./narrowing.js"
 * @import { Place } from "./place.js"
 * @import { Deciding } from "./questions.js"
 * @import { ListName } from "./verdict.js"
 * @import { Outline } from "./view.js"
 * @import { WordQuestion } from "./wordings.js"
 *
 * The parts of the page, where its data and the site stand, and what it says aloud.
 * @typedef {{
 *   form: HTMLFormElement, asking: HTMLDetailsElement, narrow: HTMLDetailsElement, found: HTMLElement, source: string,
 *   root: string, questions: Form, narrowing: Narrowing, announce: (words: string) => void,
 * }} Parts
 *
 * What is to be drawn: `wanted` are the lists whose programmes are needed, `files` the groups that have them, `lengths`
 * how long lists were that somebody comes back to.
 * @typedef {{
 *   data: Data, outline: Outline, wanted: Set<ListName>, files: string[], deciding: Deciding | undefined,
 *   lengths: {[list: string]: number},
 * }} Drawing
 *
 * `show` draws what the answers come to by now, `ask` shows which questions are worth asking.
 * @typedef {{show: () => Promise<void>, ask: () => Deciding | undefined, load: () => Promise<void>}} Outcome
 */

/** @type {ListName[]} */
const LISTS = ["right", "perhaps", "unknown", "excluded"];
const NEWER = "Trang đã có bản mới. Hãy tải lại trang để đối chiếu.";

/**
 * Takes charge of the results.
 * @param {Parts} parts
 * @returns {Outcome}
 */
export function openOutcome(parts) {
  const { found } = parts;
  /** @type {Awaited<ReturnType<typeof openData>> | undefined} */
  let opened;
  let turn = 0;
  let place = placeLeft();
  keepPlace(found);

  async function show() {
    turn += 1;
    const mine = turn;
    if (!opened) return;
    const drawing = beginning(parts, opened.data, place);
    try {
      await opened.add(drawing.files);
    } catch (error) {
      await fail(parts, error, show, () => mine === turn);
      return;
    }
    if (mine !== turn) return;
    drawOutcome(parts, drawing, show);
    if (!place) return;
    unfoldAsLeft(found, place);
    returnTo(found, place);
    place = undefined;
  }

  async function load() {
    try {
      opened = await openData(parts.source);
      parts.questions.offer(offeredBy(opened.data.groups));
    } catch (error) {
      await fail(parts, error, load, () => !opened);
      return;
    }
    await show();
  }

  return { show, load, ask: () => (opened ? tellQuestions(parts, opened.data) : undefined) };
}

// What can be told before the programmes are there, and which of them are needed.
/** @type {(parts: Parts, data: Data, place: Place | undefined) => Drawing} */
function beginning(parts, data, place) {
  const answers = parts.questions.answers();
  const outline = outlineOf(data, answers);
  parts.announce(summaryOf(outline.counts, answers.size > 0));
  const deciding = tellQuestions(parts, data);
  const wanted = listsWanted(parts.found, outline, answers.size > 0, place?.open ?? []);
  const files = [...wanted].flatMap((name) => [...outline.files[name]]);
  return { data, outline, wanted, files, deciding, lengths: place?.lengths ?? {} };
}

// Where the site has a newer build, that is why. The answers stand in its address; whoever types is not interrupted.
/** @type {(parts: Parts, error: unknown, again: () => void, isDue: () => boolean) => Promise<void>} */
async function fail({ found, source, root, announce }, error, again, isDue) {
  const mark = source.split("/").at(-2) ?? "";
  const isOutdated = await isSuperseded(mark);
  if (!isDue()) return;
  const isTyping = document.activeElement?.matches("input[type=text]");
  if (isOutdated && !isTyping && isFirstRenewal(mark)) return location.reload();
  announce("");
  const sentence = error instanceof Error ? error.message : String(error);
  if (isOutdated) drawFailure(found, NEWER, root, button("button", () => location.reload(), "Tải lại trang"));
  else drawFailure(found, sentence, root, button("button", again, "Thử lại"));
}

// Which questions are worth asking by now, and how what was typed is read. The form has none that no group answers: to
// begin with all of them are asked.
/** @param {Parts} parts @param {Data} data */
function tellQuestions({ questions }, data) {
  const { choices } = questions;
  const answers = questions.answers();
  const { asked, deciding } = answers.size > 0
    ? worthAsking(data, personOf(answers), choices)
    : { asked: new Set(choices.keys()), deciding: undefined };
  questions.show(asked);
  const read = readerOf(data);
  const follows = Object.entries(following(data.groups, personOf(answers), read));
  const told = follows.map(([field, code]) => data.labels[field][code]);
  questions.tell((name, typed) => {
    const reading = read(/** @type {WordQuestion} */ (name), typed);
    return { ...reading, follows: name === "position" ? told : [], isAlone: answers.size <= 1 };
  });
  return deciding;
}

// The undecided are asked for where they are unfolded, or where there is nothing else.
/** @type {(found: HTMLElement, outline: Outline, isAnswered: boolean, left: string[]) => Set<ListName>} */
function listsWanted(found, { counts }, isAnswered, left) {
  const open = new Set(foldsIn(found).filter((each) => each.open).map(({ dataset }) => dataset.fold ?? ""));
  for (const name of left) open.add(name);
  const isNothing = counts.right + counts.perhaps === 0;
  return new Set(LISTS.filter((name) => {
    if (name === "right" || name === "perhaps") return isAnswered;
    return open.has(name) || (name === "unknown" && isAnswered && isNothing);
  }));
}

/** @type {(parts: Parts, drawing: Drawing, show: () => void) => void} */
function drawOutcome(parts, { data, outline: { counts, others, unnamed }, wanted, deciding, lengths }, show) {
  const { found, root, questions, narrowing, narrow } = parts;
  const answers = questions.answers();
  const isNarrowed = narrowing.isUsed();
  const narrowed = isNarrowed || narrow.open ? { chosen: narrowing.chosen(), shown: wanted } : undefined;
  const { lists, facets } = listsOf(data, answers, today(), narrowed);
  if (narrowed) narrowing.draw(facets, data.labels);
  narrow.hidden = answers.size === 0;
  const missing = new Set(LISTS.filter((name) => !wanted.has(name)));
  // The form has no question that no group answers.
  const asked = (/** @type {Unnamed} */ each) => {
    return { ...each, elsewhere: each.elsewhere.filter((question) => questions.choices.has(question)) };
  };
  drawResults(found, {
    data, root, lists, counts, others, unnamed: unnamed.map(asked), deciding, missing, isNarrowed,
    isAnswered: answers.size > 0, lengths, titleOf: (question) => titleOf(parts, question),
  }, { answer: (question) => goTo(parts, question), unfold: show });
}

/** @param {Parts} parts @param {string} question */
const placeOf = ({ form }, question) => elementIn(form, `[data-question="${question}"]`);

/** @param {Parts} parts @param {string} question */
const titleOf = (parts, question) => elementIn(placeOf(parts, question), "legend, label").textContent?.trim() ?? "";

/** @param {Parts} parts @param {string} question */
function goTo(parts, question) {
  parts.asking.open = true;
  const place = placeOf(parts, question);
  place.hidden = false;
  place.scrollIntoView({ block: "center" });
  parts.questions.focus(question);
}
