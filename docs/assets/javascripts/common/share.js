// «Gửi cho đồng nghiệp»: the device's own way to share, or else the address goes to the clipboard, or else it is
// shown to be copied. What is shared is the address that the reader is at: the one that the site was built for may
// be another.

import { element } from "./element.js";

/**
 * Shares what a button names, and has `said` tell what became of it.
 * @param {DOMStringMap} named the address as `share`, where it is another than this page's; the title that goes with it
 * @param {HTMLElement} said
 */
async function share({ share: given, title }, said) {
  const address = given || new URL(location.pathname, location.href).href;
  try {
    if (navigator.share) {
      await navigator.share({ title, url: address });
      return;
    }
    await navigator.clipboard.writeText(address);
    said.textContent = "Đã chép liên kết. Dán vào thư hoặc tin nhắn để gửi.";
  } catch (error) {
    const isGivenUp = error instanceof Error && error.name === "AbortError";
    if (!isGivenUp) showCopy(address, said);
  }
}

/**
 * Shows the address in a box, selected, so that a key or a long press copies it.
 * @param {string} address
 * @param {HTMLElement} said
 */
function showCopy(address, said) {
  const box = element("input", { type: "text", class: "actions__copy", readonly: true, value: address });
  said.replaceChildren(element("label", {}, "Chép liên kết này để gửi:", box));
  box.focus();
  box.select();
}

/** @param {HTMLElement} button */
function openSharing(button) {
  const said = document.createElement("span");
  said.className = "actions__said";
  said.setAttribute("role", "status");
  button.parentElement?.append(said);
  button.addEventListener("click", () => share(button.dataset, said));
}

/** @type {NodeListOf<HTMLElement>} */
const buttons = document.querySelectorAll("[data-share]");
buttons.forEach(openSharing);
