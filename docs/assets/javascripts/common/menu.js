// The menu of a phone: the tabs, opened and closed by a button or closed by Escape.

/** @param {HTMLElement} button */
function openMenu(button) {
  const tabs = document.getElementById(button.getAttribute("aria-controls") ?? "");
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const show = (/** @type {boolean} */ wanted) => {
    button.setAttribute("aria-expanded", String(wanted));
    tabs?.classList.toggle("tabs--open", wanted);
  };
  button.addEventListener("click", () => show(!isOpen()));
  button.closest("header")?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    show(false);
    button.focus();
  });
}

/** @type {HTMLElement | null} */
const toggle = document.querySelector("[data-menu-toggle]");
if (toggle) openMenu(toggle);
