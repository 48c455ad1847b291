// Proposes the browser's time zone: silently where nothing is chosen yet, else as a button.
export function timeZone(root) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const input of root.querySelectorAll("input[data-time-zone]")) input.value = zone;
  for (const hint of root.querySelectorAll("[data-time-zone-hint]")) {
    propose(hint, document.getElementById(hint.dataset.timeZoneHint), zone);
  }
}

function propose(hint, select, zone) {
  const option = [...select.options].find(({ value, dataset }) => value === zone || dataset.oldNames?.split(" ").includes(zone));
  if (!option || option.selected || select.value === zone) return;
  hint.querySelector("strong").textContent = option.text;
  hint.querySelector("button").addEventListener("click", () => {
    option.selected = true;
    hint.hidden = true;
    select.focus();
  });
  hint.hidden = false;
}
