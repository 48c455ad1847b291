// Runs every behaviour on the page and on each piece that htmx swaps in.
import { carryOn } from "./behaviours/carry-on.js";
import { freshOnReturn } from "./behaviours/fresh-on-return.js";
import { keepFocus } from "./behaviours/keep-focus.js";
import { keepText } from "./behaviours/keep-text.js";
import { keys } from "./behaviours/keys.js";
import { saveOnLeave } from "./behaviours/save-on-leave.js";
import { tellEscape } from "./behaviours/tell-escape.js";
import { tellUnsaved } from "./behaviours/tell-unsaved.js";
import { timeZone } from "./behaviours/time-zone.js";

const behaviours = [carryOn, freshOnReturn, keepFocus, keepText, keys, saveOnLeave, tellEscape, tellUnsaved, timeZone];

htmx.onLoad((root) => behaviours.forEach((behaviour) => behaviour(root)));
