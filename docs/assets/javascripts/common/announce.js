// Tells a screen reader what came of typing once it pauses: a status that speaks at every letter is no help.

const PAUSE = 800;

/**
 * Gives the function that makes a status say words. The same words are said once; no words empty the status,
 * and what still waited to be said is dropped.
 * @param {Element} status
 * @returns {(words: string) => void}
 */
export function openAnnouncer(status) {
  /** @type {number | undefined} */
  let timer;
  const say = (/** @type {string} */ words) => {
    if (status.textContent !== words) status.textContent = words;
  };
  return (words) => {
    clearTimeout(timer);
    if (words) timer = setTimeout(say, PAUSE, words);
    else say("");
  };
}
