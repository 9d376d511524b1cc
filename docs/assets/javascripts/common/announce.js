// Tells screen readers what came of typing: once it pauses, and not again while it stays the same. A status that speaks at every letter is no help.

const PAUSE = 800;

/** Gives the function that has words said by a status; no words take back what is not said yet, and what was. */
export function openAnnouncer(status) {
  let timer;
  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };
  return (words) => {
    clearTimeout(timer);
    if (words) timer = setTimeout(say, PAUSE, words);
    else say("");
  };
}
