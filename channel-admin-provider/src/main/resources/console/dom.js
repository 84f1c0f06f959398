// Elements made one by one: whatever a provider answers is text, never markup.
import {t} from "./text.js";

export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}
export function s(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}
function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}
export const card = (title, ...content) => h("section", {class: "card"}, title && h("h2", {}, title), content);
export const none = () => h("p", {class: "soft"}, t("Nothing here"));

/** A table; columns are [title, cell of a row, is it a number]. */
export function table(caption, rows, columns) {
  if (!rows || rows.length === 0) return none();
  const head = columns.map(([title, , number]) => h("th", {scope: "col", class: number ? "number" : null}, t(title)));
  const body = rows.map((row) => h("tr", {}, columns.map(([, cell, number]) => h("td", {class: number ? "number" : null}, cell(row)))));
  return h("div", {class: "scroll"}, h("table", {}, h("caption", {}, caption), h("thead", {}, h("tr", {}, head)), h("tbody", {}, body)));
}
export function field(label, name, options = {}) {
  const {choices, value, wide, ...attributes} = options;
  const input = choices
    ? h("select", {name, ...attributes}, choices.map(([key, text]) => h("option", {value: key, selected: key === value}, text)))
    : h(attributes.rows ? "textarea" : "input", {name, value: attributes.rows ? null : value, ...attributes}, attributes.rows ? value || "" : null);
  return h("label", {class: wide ? "wide" : null}, t(label), input);
}
/** A form; what is entered goes to `send` as an object without empty fields. */
export function form(fields, button, send) {
  const submit = h("button", {type: "submit"}, t(button));
  return h("form", {
    onsubmit: async (event) => {
      event.preventDefault();
      const entered = Object.fromEntries([...new FormData(event.target)].map(([k, v]) => [k, v.trim()]).filter(([, v]) => v !== ""));
      submit.disabled = true;
      try {
        await send(entered, event.target);
      } finally {
        submit.disabled = false;
      }
    },
  }, fields, submit);
}
export const json = (text) => {
  if (!text) return "";
  try {
    return JSON.stringify(JSON.parse(text), null, 1);
  } catch {
    return text;
  }
};
export function say(message) {
  const place = document.getElementById("said");
  place.textContent = message;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (place.textContent = ""), 8000);
}
/** The words of a part of a page that could not be had. */
export const refusal = (part) => h("p", {class: "soft"}, `${part.code} ${part.message}`);
/** What `show` makes of the data of a part, or why there is none. */
export const part = (result, show) => (result.code === "00000" ? show(result.data) : refusal(result));
