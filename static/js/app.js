// Runs every behaviour: some once, on the document, the others on the page and on each piece that htmx swaps in.
import { caretAtEnd } from "./behaviours/caret-at-end.js";
import { carryOn } from "./behaviours/carry-on.js";
import { freshOnReturn } from "./behaviours/fresh-on-return.js";
import { keepDraft } from "./behaviours/keep-draft.js";
import { keepFocus } from "./behaviours/keep-focus.js";
import { keepText } from "./behaviours/keep-text.js";
import { keys } from "./behaviours/keys.js";
import { saveOnLeave } from "./behaviours/save-on-leave.js";
import { tellEscape } from "./behaviours/tell-escape.js";
import { tellUnsaved } from "./behaviours/tell-unsaved.js";
import { timeZone } from "./behaviours/time-zone.js";

const once = [carryOn, freshOnReturn, keepDraft, keepFocus, keys, tellEscape, tellUnsaved];
const onEachPiece = [caretAtEnd, keepText, saveOnLeave, timeZone];

htmx.onLoad((root) => {
  if (root === document.body) once.forEach((behaviour) => behaviour());
  onEachPiece.forEach((behaviour) => behaviour(root));
});
