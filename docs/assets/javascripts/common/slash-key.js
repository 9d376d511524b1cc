// The key «/» leads to the box of search, unless somebody is typing.

const TYPING = "input, textarea, select, [contenteditable], dialog[open] *";

/**
 * Calls `lead` when the key is pressed.
 * @param {() => void} lead
 */
export function onSlash(lead) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    event.preventDefault();
    lead();
  });
}
