// Runs every behaviour: some once, on the document, the others on the page and on each piece that htmx swaps in.
// What a first visit can do without lies in later/ and comes when it is asked for.
import { caretAtEnd } from "./behaviours/caret-at-end.js";
import { carryOn } from "./behaviours/carry-on.js";
import { firstKeys } from "./behaviours/first-keys.js";
import { freshOnReturn } from "./behaviours/fresh-on-return.js";
import { keepFocus } from "./behaviours/keep-focus.js";
import { oneClick } from "./behaviours/one-click.js";
import { quickAdd } from "./behaviours/quick-add.js";
import { saveFirst } from "./behaviours/save-first.js";
import { tellUnsaved } from "./behaviours/tell-unsaved.js";

const once = [
  oneClick, carryOn, keepFocus, saveFirst, tellUnsaved, freshOnReturn, foldFromTheFirstChange, keysFromTheFirst,
  editorOnceInReach, quickAddFromTheFirst, newDayWhereShown, pickWhereAsked, severalWherePasted,
];
const onEachPiece = [caretAtEnd, editorWhereOpen, timeZoneWhereAsked, menusWhereThere];

htmx.onLoad((root) => {
  if (root === document.body) once.forEach((behaviour) => behaviour());
  onEachPiece.forEach((behaviour) => behaviour(root));
});

function foldFromTheFirstChange() {
  // Offline it does not come, and rows just go.
  document.addEventListener("htmx:before:request", () => import("./later/fold.js").then(({ fold }) => fold(), () => {}), { once: true });
}

function keysFromTheFirst() {
  firstKeys(() => import("./later/keys.js"));
}

function quickAddFromTheFirst() {
  quickAdd(() => import("./later/quick-add.js"));
}

function timeZoneWhereAsked(root) {
  if (root.querySelector("[data-time-zone], [data-time-zone-hint]")) import("./later/time-zone.js").then(({ timeZone }) => timeZone(root));
}

// Before it comes a menu opens and closes by itself alone.
function menusWhereThere(root) {
  if (root.querySelector("[data-menu]")) import("./later/menus.js").then(({ menus }) => menus(), () => {});
}

function newDayWhereShown() {
  if (document.querySelector("[data-until]")) import("./later/new-day.js").then(({ newDay }) => newDay(), () => {});
}

function pickWhereAsked() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-pick]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    import("./later/picker.js").then(({ open }) => open(link));
  });
}

// Several lines where one task was expected are looked at first. Without a network the browser makes them one line.
function severalWherePasted() {
  document.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    if (!event.target.matches(".new-task__title") || !/[\r\n]/.test(text)) return;
    event.preventDefault();
    import("./later/several.js").then(({ several }) => several(event.target, text), () => event.target.setRangeText(text.replace(/\s*[\r\n]+\s*/g, " ")));
  });
}

let editor = null;
let isEditorHere = false;
const EDITOR = "form[data-keep], form[data-forget], a[data-cancel]";

function editorWhereOpen(root) {
  if (root.querySelector(EDITOR) || sessionStorage.getItem("reopen")) fetchEditor().then(({ edit }) => edit(root));
}

// It is fetched when somebody is about to open one, which waits for it.
function editorOnceInReach() {
  for (const name of ["pointerover", "pointerdown", "focusin"]) document.addEventListener(name, (event) => {
    if (openerOf(event.target)) fetchEditor();
    if (event.target.closest?.(".tasks, .steps, [data-select]")) fetchHands(event);
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("a[data-select]");
    if (!opener || areHandsHere || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    fetchHands().then(() => (areHandsHere ? opener.click() : location.assign(opener.href)));
  });
  document.addEventListener("click", (event) => {
    const opener = openerOf(event.target);
    if (!opener || isEditorHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    fetchEditor().then(() => open(opener));
  }, { capture: true });
}

let areHandsHere = false;
const fetchHands = (event) => import("./later/hands.js").then(({ hands }) => hands(event) ?? (areHandsHere = true), () => {});

function open(opener) {
  const wasHere = isEditorHere;
  isEditorHere = true;
  opener.click();
  isEditorHere = wasHere;
}

const openerOf = (target) => target.closest?.(`a[hx-get$="/edit"], a[hx-get*="/new"]`);

// Without a network it does not come: what opens an editor says so by itself then.
function fetchEditor() {
  editor ??= import("./later/editor.js").then((module) => {
    module.listen();
    isEditorHere = true;
    return module;
  });
  return editor.catch(() => (editor = null) ?? { edit() {} });
}
