// What is typed while a field is on its way is meant for it, or for nothing if none comes: keys.js listens.
export async function fieldComes(request, selector) {
  document.body.dataset.fieldComes = "";
  await request.catch(() => {});
  delete document.body.dataset.fieldComes;
  const field = document.querySelector(selector);
  field?.focus();
  document.dispatchEvent(new CustomEvent("field-came", { detail: field }));
}
