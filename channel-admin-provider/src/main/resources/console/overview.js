import {get} from "./api.js";
import {countBars} from "./charts.js";
import {card, h, part, refusal, table} from "./dom.js";
import {ORDER_STATES, orderState, t} from "./text.js";

const ALARMS = [
  ["Unsent messages", "jl.outbox.pending", 100], ["Oldest unsent message", "jl.outbox.oldest.pending", 60, true], ["Dead letters", "jl.dead.letters.open", 0],
  ["Split mismatches", "jl.split.mismatches", 0], ["Payments without result", "jl.payment.unknown", 10], ["Open breakers", "jl.fund.breakers.open", 0],
  ["Failing jobs", "jl.job.failing", 0], ["Differences", "jl.reconciliation.differences", 0],
];

export async function overview({again}) {
  const {providers} = await get("/overview");
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
