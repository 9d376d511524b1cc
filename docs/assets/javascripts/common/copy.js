// «Chép dòng này»: the text of the element that a button names goes to the clipboard, or else it is selected, so that a
// key or a long press copies it.

/** @param {HTMLElement} button */
function openCopying(button) {
  const source = document.getElementById(button.dataset.copy ?? "");
  const said = document.createElement("span");
  said.className = "actions__said";
  said.setAttribute("role", "status");
  button.parentElement?.append(said);
  button.addEventListener("click", () => source && copy(source, said));
}

/** @param {HTMLElement} source @param {HTMLElement} said */
async function copy(source, said) {
  try {
    await navigator.clipboard.writeText(source.textContent ?? "");
    said.textContent = "Đã chép.";
  } catch {
    getSelection()?.selectAllChildren(source);
    said.textContent = "Dòng đã được chọn: bấm Ctrl+C, hoặc nhấn giữ rồi chép.";
  }
}

/** Lets every button copy that names what. */
export function offerCopying() {
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll("[data-copy]");
  buttons.forEach(openCopying);
}
