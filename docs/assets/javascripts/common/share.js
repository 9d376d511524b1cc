// «Gửi cho đồng nghiệp»: the device's own way of sharing, else the address goes to the clipboard, else it is shown to be copied.

async function share({ share: address, title }, said) {
  try {
    if (navigator.share) return await navigator.share({ title, url: address });
    await navigator.clipboard.writeText(address);
    said.textContent = "Đã chép liên kết. Dán vào thư hoặc tin nhắn để gửi.";
  } catch (error) {
    if (error.name !== "AbortError") said.textContent = `Chép liên kết này để gửi: ${address}`;
  }
}

for (const button of document.querySelectorAll("[data-share]")) {
  const said = document.createElement("span");
  said.className = "actions__said";
  said.setAttribute("role", "status");
  button.parentElement.append(said);
  button.addEventListener("click", () => share(button.dataset, said));
}
