import {get} from "./api.js";
import {countBars, overTime} from "./charts.js";
import {card, field, h, refusal, table} from "./dom.js";
import {ORDER_STATES, orderState, t, time} from "./text.js";

const ALARMS = [
  ["Unsent messages", "jl.outbox.pending", 100], ["Oldest unsent message", "jl.outbox.oldest.pending", 60, true], ["Dead letters", "jl.dead.letters.open", 0],
  ["Split mismatches", "jl.split.mismatches", 0], ["Payments without result", "jl.payment.unknown", 10], ["Open breakers", "jl.fund.breakers.open", 0], ["Stuck at institutions", "jl.fund.monitor", 0],
  ["Failing jobs", "jl.job.failing", 0], ["Differences", "jl.reconciliation.differences", 0],
];

export async function overview({again}) {
  const [{providers}, over] = await Promise.all([get("/overview"), ordersOverTime(7)]);
  const figures = providers.flatMap(({application, status}) => (status.data ? status.data.figures.map((one) => ({application, ...one})) : []));
  const of = (name) => figures.filter((one) => one.name === name);
  const orders = of("jl.orders").map((one) => ({code: Number(one.of.replace("status=", "")), value: one.value})).filter((one) => ORDER_STATES[one.code]);
  const tiles = ALARMS.map(([title, name, fine, seconds]) => {
    const values = of(name).map((one) => one.value);
    const value = seconds ? Math.max(0, ...values) : values.reduce((sum, one) => sum + one, 0);
    return values.length > 0 && h("section", {class: "card", "data-figure": name}, h("h2", {}, t(title)),
      h("div", {class: `figure ${value > fine ? "bad" : "good"}`}, value, seconds ? ` ${t("seconds")}` : ""));
  });
  return [
    h("div", {class: "cards"}, tiles),
    orders.length > 0 && card(t("Orders by state"), countBars(orders.map((one) => ({name: orderState(one.code), value: one.value})), t("Orders by state"))),
    over,
    card(t("Providers"), table(t("Providers"), providers, [
      ["Application", (one) => one.application],
      ["State", (one) => (one.status.data ? h("span", {class: "good"}, t("answers")) : h("span", {class: "bad"}, refusal(one.status)))],
      ["Instance", (one) => one.status.data?.instance],
      ["Schema", (one) => one.status.data?.schemaVersion],
      ["Business date", (one) => one.status.data?.businessDate],
    ])),
    h("details", {class: "card"}, h("summary", {}, t("All figures")), table(t("All figures"), figures, [
      ["Application", (one) => one.application], ["Figure", (one) => one.name], ["Of", (one) => one.of], ["Value", (one) => one.value, true]])),
    h("button", {type: "button", onclick: again}, t("Refresh")),
  ];
}

const SPANS = [[1, "a day"], [7, "7 days"], [30, "30 days"], [365, "a year"]];
/** A card of its own: a span that is chosen draws it anew, and a refusal stays inside. */
async function ordersOverTime(days) {
  const place = h("div", {"data-chart": "order-counts"});
  const choice = field("Span", "days", {choices: SPANS.map(([key, name]) => [key, t(name)]), value: days, onchange: (event) => draw(Number(event.target.value))});
  async function draw(span) {
    try {
      const {times} = await get("/order-counts", {days: span});
      const states = Object.keys(ORDER_STATES).map(Number).filter((code) => times.some((one) => one.counts.some((count) => count.status === code && count.orders)));
      place.replaceChildren(...(times.length && states.length
        ? overTime(times.map((one) => ({name: time(one.hourAt).slice(span > 7 ? 0 : 5, span > 7 ? 10 : 16), values: states.map((code) => one.counts.find((count) => count.status === code)?.orders || 0)})),
          states.map(orderState), t("Orders by state over time, UTC"))
        : [h("p", {class: "soft"}, t("Nothing here"))]));
    } catch (e) {
      place.replaceChildren(h("p", {class: "soft"}, e.message));
    }
  }
  await draw(days);
  return card(t("Orders by state over time, UTC"), choice, place);
}
