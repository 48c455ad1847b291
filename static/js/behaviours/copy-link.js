// data-copy: a press on the link copies its address, where the browser lets us; elsewhere it is a link.
export function copyLink() {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-copy]");
    if (!link || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    link.dataset.copied = "";
    setTimeout(() => delete link.dataset.copied, SHOWN);
  });
}

const SHOWN = 2000;
