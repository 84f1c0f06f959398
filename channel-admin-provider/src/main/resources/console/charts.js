import {h, s, table} from "./dom.js";
import {t, yuan} from "./text.js";

const legend = (names) => h("p", {class: "row"}, names.map((name, i) => h("span", {}, h("span", {class: `key k${i + 1}`}), t(name))));

/** The plan: a bar for each installment, its components on top of each other. */
export function planBars(installments) {
  const parts = [["Principal", "principalFen"], ["Interest", "interestFen"], ["Fee", "feeFen"]];
  const width = 640, height = 180, foot = 22, gap = 4;
  const most = Math.max(1, ...installments.map((one) => parts.reduce((sum, [, key]) => sum + one[key], 0)));
  const step = width / installments.length;
  const bars = installments.map((one, i) => {
    let y = height;
    const words = parts.map(([name, key]) => `${t(name)} ${yuan(one[key])}`).join(", ");
    const stack = parts.map(([, key], k) => {
      const tall = (one[key] / most) * height;
      y -= tall;
      return s("rect", {class: `k${k + 1}`, x: i * step + gap / 2, y, width: Math.max(1, step - gap), height: tall});
    });
    const label = installments.length <= 36 || one.installmentNo % 6 === 0
      ? s("text", {x: i * step + step / 2, y: height + 16, "text-anchor": "middle"}, String(one.installmentNo)) : null;
    return s("g", {}, s("title", {}, `${one.installmentNo} ${one.dueDate}: ${words}`), stack, label);
  });
  return h("figure", {}, legend(parts.map(([name]) => name)),
    s("svg", {viewBox: `0 0 ${width} ${height + foot}`, role: "img", "aria-label": t("Plan as issued")},
      s("line", {class: "axis", x1: 0, x2: width, y1: height, y2: height}), bars));
}
/** One bar of parts that are one whole, such as who funds an order. */
export function shareBar(parts, label) {
  const whole = parts.reduce((sum, one) => sum + one.value, 0) || 1;
  let x = 0;
  const bar = parts.map((one, i) => {
    const wide = (one.value / whole) * 640;
    const piece = s("rect", {class: `k${(i % 6) + 1}`, x, y: 0, width: wide, height: 26}, s("title", {}, `${one.name} ${one.text}`));
    x += wide;
    return piece;
  });
  return h("figure", {}, s("svg", {viewBox: "0 0 640 26", role: "img", "aria-label": `${label}: ${parts.map((one) => `${one.name} ${one.text}`).join(", ")}`}, bar),
    h("figcaption", {class: "row"}, parts.map((one, i) => h("span", {}, h("span", {class: `key k${(i % 6) + 1}`}), `${one.name} ${one.text}`))));
}
/** Bars with a name and a number each. */
export function countBars(rows, label) {
  const most = Math.max(1, ...rows.map((row) => row.value));
  const tall = 26;
  return s("svg", {viewBox: `0 0 640 ${Math.max(1, rows.length) * tall}`, role: "img", "aria-label": `${label}: ${rows.map((r) => `${r.name} ${r.value}`).join(", ")}`},
    rows.map((row, i) => s("g", {},
      s("text", {x: 0, y: i * tall + 17}, row.name),
      s("rect", {class: "k1", x: 170, y: i * tall + 5, width: Math.max(row.value ? 2 : 0, (row.value / most) * 380), height: 16}),
      s("text", {x: 176 + (row.value / most) * 380, y: i * tall + 17}, String(row.value)))));
}
/** How many there were over time: a column for each time, its parts on top of each other, and every number in a table beside it. */
export function overTime(times, names, title, show = String) {
  const width = 640, height = 180, head = 16, foot = 22;
  const most = Math.max(1, ...times.map((one) => one.values.reduce((sum, value) => sum + value, 0)));
  const step = width / times.length;
  const every = Math.ceil(times.length / 6);
  const columns = times.map((one, i) => {
    let y = height;
    const parts = one.values.map((value, k) => {
      const tall = (value / most) * height;
      y -= tall;
      return value ? s("rect", {class: `k${k + 1}`, x: i * step, y, width: Math.max(1, step - (step > 6 ? 2 : 0)), height: tall}) : null;
    });
    const label = i % every === 0 ? s("text", {class: "soft", x: i * step, y: height + 16}, one.name) : null;
    return s("g", {}, s("title", {}, `${one.name}: ${names.map((name, k) => `${name} ${show(one.values[k])}`).join(", ")}`), parts, label);
  });
  const last = times[times.length - 1];
  const figure = h("figure", {}, h("p", {class: "row"}, names.map((name, k) => h("span", {}, h("span", {class: `key k${k + 1}`}), name))),
    s("svg", {viewBox: `0 ${-head} ${width} ${head + height + foot}`, role: "img", "aria-label": `${title}: ${last.name}: ${names.map((name, k) => `${name} ${show(last.values[k])}`).join(", ")}`},
      s("text", {class: "soft", x: 0, y: -4}, show(most)), columns, s("line", {class: "axis", x1: 0, x2: width, y1: height, y2: height})));
  return [figure, h("details", {}, h("summary", {}, t("As a table")), table(title, [...times].reverse(), [["When", (one) => one.name], ...names.map((name, k) => [name, (one) => show(one.values[k]), true])]))];
}
/** A state diagram in the notation of Mermaid as a picture: levels by distance from the start; one state may be the present one. */
export function flowDiagram(text, label, present) {
  const edges = [...text.matchAll(/^\s*(\S+) --> (\S+?)(?: : (.*))?$/gm)].map(([, from, to, words]) => ({from, to: to === "[*]" ? "(end)" : to, words: words || ""}));
  const level = new Map();
  const queue = [["[*]", 0]];
  while (queue.length) {
    const [node, depth] = queue.shift();
    if (level.has(node)) continue;
    level.set(node, depth);
    edges.filter((edge) => edge.from === node).forEach((edge) => queue.push([edge.to, depth + 1]));
  }
  edges.flatMap((edge) => [edge.from, edge.to]).forEach((node) => level.has(node) || level.set(node, 1));
  const rows = [];
  for (const [node, depth] of level) (rows[depth] ||= []).push(node);
  const wide = 150, tall = 34, down = 92;
  const width = Math.max(...rows.filter(Boolean).map((row) => row.length)) * (wide + 60) + 120;
  const at = new Map();
  rows.forEach((row, depth) => row.forEach((node, i) => at.set(node, {x: ((i + 0.5) * (width - 100)) / row.length, y: 24 + depth * down})));
  const lines = edges.map((edge, i) => {
    const a = at.get(edge.from), b = at.get(edge.to);
    const back = b.y <= a.y;
    const bend = back ? width - 20 - (i % 5) * 14 : (a.x + b.x) / 2 + ((i % 3) - 1) * 26;
    const from = {x: a.x + (back ? wide / 2 : 0), y: a.y + (back ? 0 : tall / 2)};
    const to = {x: b.x + (back ? wide / 2 : 0), y: b.y - (back ? 0 : tall / 2)};
    const middle = (from.y + to.y) / 2;
    return s("g", {},
      s("path", {class: "edge", "marker-end": "url(#tip)", d: `M${from.x} ${from.y} Q${bend} ${middle} ${to.x} ${to.y}`}),
      s("text", {class: "soft", x: (from.x + 2 * bend + to.x) / 4 + 3, y: (from.y + 2 * middle + to.y) / 4}, edge.words));
  });
  const nodes = [...at].map(([node, {x, y}]) => node === "[*]"
    ? s("circle", {class: "k1", cx: x, cy: y, r: 8})
    : s("g", {}, s("rect", {class: node === "(end)" ? "end" : node === present ? "box present" : "box", x: x - wide / 2, y: y - tall / 2, width: wide, height: tall, rx: 6}),
      s("text", {x, y: y + 4, "text-anchor": "middle"}, node)));
  return h("div", {class: "scroll"}, s("svg", {viewBox: `0 0 ${width} ${rows.length * down + 10}`, role: "img", "aria-label": label},
    s("defs", {}, s("marker", {id: "tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto"}, s("path", {class: "tip", d: "M0 0 L8 4 L0 8 z"}))),
    lines, nodes));
}
