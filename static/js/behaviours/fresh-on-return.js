// Back shows a page as it was first sent, without what was changed on it since, unless the browser has
// kept it alive. A page with data-fresh is then fetched anew.
export function freshOnReturn(root) {
  if (root !== document.body || !root.querySelector("[data-fresh]")) return;
  const [arrival] = performance.getEntriesByType("navigation");
  if (arrival?.type === "back_forward" && arrival.transferSize === 0) location.reload();
}
