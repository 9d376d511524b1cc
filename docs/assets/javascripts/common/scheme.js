// The button that turns the colours dark or light; until it is used, the reader's system decides.

const button = document.querySelector("[data-scheme-toggle]");
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
const show = () => button.setAttribute("aria-pressed", String(isDark()));

function turn() {
  root.dataset.scheme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("scheme", root.dataset.scheme);
  } catch {
    // Storage may be forbidden: then the choice holds for this page.
  }
  show();
}

button.addEventListener("click", turn);
system.addEventListener?.("change", show);
show();
