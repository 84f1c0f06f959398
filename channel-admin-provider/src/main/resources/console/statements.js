import {get} from "./api.js";
import {field, form, h, table} from "./dom.js";
import {APPLICATIONS} from "./messages.js";
import {t, time} from "./text.js";

const ORDERS = [["TOTAL", "in total"], ["AVERAGE", "on average"], ["MAX", "once"]];
const millis = (micros) => (micros / 1000).toFixed(micros < 10_000 ? 2 : 0);

export async function statements({places}) {
  const [application = APPLICATIONS[0], order = "TOTAL"] = places;
  const {instance, since, statements: found} = await get(`/statements/${application}`, {order, limit: 50});
  return [
    form([field("Application", "application", {choices: APPLICATIONS.map((name) => [name, name]), value: application}),
      field("Most time", "order", {choices: ORDERS.map(([code, name]) => [code, t(name)]), value: order})],
    "Search", (entered) => (location.hash = `#/statements/${entered.application}/${entered.order}`)),
    h("p", {class: "soft"}, `${instance} ${t("since")} ${time(since)} UTC`),
    table(t("Slow SQL"), found, [
      ["Statement", (one) => h("details", {}, h("summary", {}, one.name), h("pre", {}, one.sql))], ["Calls", (one) => one.calls, true],
      ["Total, ms", (one) => millis(one.totalMicros), true], ["Average, ms", (one) => millis(one.averageMicros), true], ["Slowest, ms", (one) => millis(one.maxMicros), true]]),
  ];
}
