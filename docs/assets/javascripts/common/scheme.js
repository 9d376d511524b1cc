// The button that turns the colours dark or light; until it is used, the reader's system decides.

const button = document.querySelector("[data-scheme-toggle]");
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
const show = () => button?.setAttribute("aria-pressed", String(isDark()));

function turn() {
  const scheme = isDark() ? "light" : "dark";
  root.dataset.scheme = scheme;
  try {
    localStorage.setItem("scheme", scheme);
  } catch {
    // Storage may be forbidden: then the choice holds for this page.
  }
  show();
}

button?.addEventListener("click", turn);
system.addEventListener?.("change", show);
show();
