import {get} from "./api.js";
import {card, field, form, h, table} from "./dom.js";
import {t} from "./text.js";

const VERDICTS = [["", "All"], ["UNUSED", "unused"], ["TOO_YOUNG", "counted too short"], ["UNKNOWN", "not known"], ["USED", "in use"]];
const words = (verdict) => t(VERDICTS.find(([code]) => code === verdict)[1]);
const simple = (contract) => contract.slice(contract.lastIndexOf(".") + 1);

export async function rpc({places}) {
  const [days = "30", verdict = ""] = places;
  const {unused, providers, methods} = await get("/rpc-usage", {days, verdict});
  return [
    h("p", {class: "soft"}, t("A method is unused when no consumer of its contract is registered, it was not called in these days, and it has been counted for as long.")),
    form([field("Days", "days", {type: "number", min: 1, max: 366, required: true, value: days}),
      field("Show", "verdict", {choices: VERDICTS.map(([code, name]) => [code, t(name)]), value: verdict})],
    "Search", (entered) => (location.hash = `#/rpc/${encodeURIComponent(entered.days)}/${entered.verdict || ""}`)),
    h("div", {class: "cards"}, h("section", {class: "card", "data-figure": "unused"}, h("h2", {}, t("Unused RPC")), h("div", {class: `figure ${unused ? "warn" : "good"}`}, unused))),
    card(t("Providers"), table(t("Providers"), providers, [
      ["Application", (one) => one.application], ["Counted since", (one) => one.countedSince],
      ["Problem", (one) => one.problem && h("span", {class: "bad"}, one.problem)]])),
    table(t("Methods"), methods, [
      ["Provider", (one) => one.application], ["Interface", (one) => h("span", {title: one.contract}, simple(one.contract))], ["Method", (one) => one.method],
      ["Instances", (one) => one.instances, true], ["Consumers", (one) => one.consumers.join(", ")], ["Calls", (one) => one.calls, true],
      ["Counted since", (one) => one.countedSince], ["Last call", (one) => one.lastCalledOn],
      ["State", (one) => h("span", {class: "mark", "data-verdict": one.verdict, title: one.reason}, words(one.verdict))]]),
  ];
}
