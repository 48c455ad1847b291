// Runs every behaviour: some once, on the document, the others on the page and on each piece that htmx swaps in.
// What a first visit can do without lies in later/ and comes when it is asked for.
import { cancel } from "./behaviours/cancel.js";
import { caretAtEnd } from "./behaviours/caret-at-end.js";
import { carryOn } from "./behaviours/carry-on.js";
import { freshOnReturn } from "./behaviours/fresh-on-return.js";
import { keepDraft } from "./behaviours/keep-draft.js";
import { keepFocus } from "./behaviours/keep-focus.js";
import { keepText } from "./behaviours/keep-text.js";
import { keys } from "./behaviours/keys.js";
import { oneClick } from "./behaviours/one-click.js";
import { oneLine } from "./behaviours/one-line.js";
import { saveFirst } from "./behaviours/save-first.js";
import { saveOnLeave } from "./behaviours/save-on-leave.js";
import { tellUnsaved } from "./behaviours/tell-unsaved.js";

const once = [
  oneClick, saveOnLeave, cancel, oneLine, carryOn, keepDraft, keepFocus, keys, saveFirst, tellUnsaved, freshOnReturn,
  foldFromTheFirstChange, editorOnceInReach,
];
const onEachPiece = [caretAtEnd, keepText, timeZoneWhereAsked];

htmx.onLoad((root) => {
  if (root === document.body) once.forEach((behaviour) => behaviour());
  onEachPiece.forEach((behaviour) => behaviour(root));
});

function foldFromTheFirstChange() {
  // Offline it does not come, and rows just go.
  document.addEventListener("htmx:before:request", () => import("./later/fold.js").then(({ fold }) => fold(), () => {}), { once: true });
}

function editorOnceInReach() {
  const load = ({ target }) => target.closest?.("a.task__title, .editor--full") && import("./later/editor.js").then(({ editor }) => editor());
  for (const name of ["pointerover", "focusin"]) document.addEventListener(name, load);
}

function timeZoneWhereAsked(root) {
  if (root.querySelector("[data-time-zone], [data-time-zone-hint]")) import("./later/time-zone.js").then(({ timeZone }) => timeZone(root));
}
