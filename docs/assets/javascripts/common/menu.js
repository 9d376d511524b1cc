// The menu of a phone: the tabs, opened and closed by a button or closed by Escape.

const button = document.querySelector("[data-menu-toggle]");
const tabs = button && document.getElementById(button.getAttribute("aria-controls"));

function open(wanted) {
  button.setAttribute("aria-expanded", String(wanted));
  tabs.classList.toggle("tabs--open", wanted);
}

function closeOnEscape(event) {
  if (event.key !== "Escape" || button.getAttribute("aria-expanded") !== "true") return;
  open(false);
  button.focus();
}

if (button) {
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
  button.closest("header").addEventListener("keydown", closeOnEscape);
}
