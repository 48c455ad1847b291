// Runs every behaviour: some once, on the document, the others on the page and on each piece that htmx swaps in.
import { addStep } from "./behaviours/add-step.js";
import { cancel } from "./behaviours/cancel.js";
import { caretAtEnd } from "./behaviours/caret-at-end.js";
import { carryOn } from "./behaviours/carry-on.js";
import { copyLink } from "./behaviours/copy-link.js";
import { ctrlEnter } from "./behaviours/ctrl-enter.js";
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
import { timeZone } from "./behaviours/time-zone.js";

const once = [
  oneClick, saveOnLeave, cancel, addStep, ctrlEnter, copyLink, oneLine, carryOn, keepDraft, keepFocus, keys, saveFirst, tellUnsaved, freshOnReturn,
];
const onEachPiece = [caretAtEnd, keepText, timeZone];

htmx.onLoad((root) => {
  if (root === document.body) once.forEach((behaviour) => behaviour());
  onEachPiece.forEach((behaviour) => behaviour(root));
});
