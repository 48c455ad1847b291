// Keys that are pressed before it is known what they do wait for that. The browser does nothing with them meanwhile:
// a letter would stand twice in the field to which they lead.
export function firstKeys(fetchKeys) {
  let keys = null;
  const first = (event) => {
    hold(event);
    keys ??= fetchKeys().then((module) => {
      document.removeEventListener("keydown", first);
      module.keys({ held, hold, isField, isTheirs });
    }, () => (keys = forget()));
  };
  if (document.querySelector("body:not([data-keys=off]) :is(dialog[data-keys], [data-step])")) document.addEventListener("keydown", first);
}

const TYPED_INTO = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])";
const MAY_LEAD = /^(\S|ArrowUp|ArrowDown|F2)$/u;
const MAY_FOLLOW = /^(\s|Enter|Escape)$/;
const isField = (element) => element.matches(TYPED_INTO);
// What a field does with a key of its own: arrows choose among radio buttons.
const isTheirs = ({ target, key }) => isField(target) || (target.matches("[type=radio]") && /^Arrow/.test(key));
const held = [];

// Enter, Escape and a space are the browser's, unless they follow a key that waits.
function hold(event) {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (altKey || metaKey || event.isComposing || event.keyCode === 229 || isTheirs(event)) return;
  if (!MAY_LEAD.test(key) && !(held.length && MAY_FOLLOW.test(key))) return;
  held.push(event);
  if (!ctrlKey) event.preventDefault();
}

function forget() {
  held.length = 0;
  return null;
}
