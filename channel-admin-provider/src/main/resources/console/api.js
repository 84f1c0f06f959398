// The token lives in the tab and goes out in a header: never in an address, never in a cookie.
const KEY = "session";
const listeners = [];

export const token = () => sessionStorage.getItem(KEY);
export function keep(value) {
  if (value) sessionStorage.setItem(KEY, value);
  else sessionStorage.removeItem(KEY);
}
export const onEnd = (listener) => listeners.push(listener);

export class Refused extends Error {
  constructor(answer) {
    super(`${answer.code} ${answer.message}`);
    this.code = answer.code;
  }
}
async function call(method, path, body) {
  const headers = {Accept: "application/json"};
  if (token()) headers.Authorization = `Bearer ${token()}`;
  if (body) headers["Content-Type"] = "application/json";
  const response = await fetch(`api${path}`, {method, headers, body: body && JSON.stringify(body), cache: "no-store", credentials: "omit"});
  const text = await response.text();
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = {code: `HTTP ${response.status}`, message: ""};
  }
  if (answer.code !== "00000") {
    if (response.status === 401) {
      keep(null);
      listeners.forEach((listener) => listener());
    }
    throw new Refused(answer);
  }
  return answer.data;
}
export function get(path, query = {}) {
  const text = new URLSearchParams(Object.entries(query).filter(([, v]) => v !== undefined && v !== null && v !== "")).toString();
  return call("GET", text ? `${path}?${text}` : path);
}
export const post = (path, body = {}) => call("POST", path, body);
/** A number for one command: the same click twice is the same command. */
export function number() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `console-${[...bytes].map((b) => b.toString(16).padStart(2, "0")).join("")}`;
}
