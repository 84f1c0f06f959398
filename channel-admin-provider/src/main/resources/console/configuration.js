import {get} from "./api.js";
import {card, field, form, h, refusal, table} from "./dom.js";
import {t, time, yuan} from "./text.js";

const quiet = (promise) => promise.catch((e) => ({refused: {code: e.code || "", message: e.message}}));

export async function configuration({places}) {
  if (places[0] === "institution") return institution(places[1]);
  const pageNo = Number(places[0] || 1);
  const {products, total} = await get("/products", {pageNo, pageSize: 20});
  const codes = [...new Set(products.flatMap((one) => one.schemeCodes))];
  const schemes = await Promise.all(codes.map((code) => quiet(get(`/schemes/${code}`))));
  const banks = [...new Set(schemes.flatMap((one) => (one.shares || []).map((share) => share.institutionCode)))];
  return [
    card(t("Products"), table(t("Products"), products, [
      ["Code", (one) => one.productCode], ["Name", (one) => one.name], ["Status", (one) => h("span", {class: "mark"}, one.status)], ["Rate", (one) => one.annualRate, true],
      ["Terms", (one) => one.terms.join(", ")], ["Amount", (one) => `${yuan(one.minAmountFen)} – ${yuan(one.maxAmountFen)}`], ["Scheme", (one) => one.schemeCodes.join(", ")], ["Version", (one) => one.version, true]]),
      (total === undefined || total > pageNo * 20) && products.length === 20 && h("button", {type: "button", onclick: () => (location.hash = `#/channels/${pageNo + 1}`)}, t("Next page"))),
    card(t("Ratio scheme"), table(t("Ratio scheme"), schemes.filter((one) => one.schemeCode), [
      ["Code", (one) => one.schemeCode], ["Name", (one) => one.name],
      ["Shares", (one) => one.shares.map((share) => `${share.institutionCode} ${(share.shareBp / 100).toFixed(2)}%${share.lead ? ` (${t("lead")})` : ""}`).join(" · ")]])),
    card(t("Fund channel"), h("p", {class: "row"}, banks.map((code) => h("a", {href: `#/channels/institution/${code}`}, code))),
      form([field("Code", "code", {required: true, pattern: "[A-Z0-9_\\-]{1,32}"})], "Show", ({code}) => (location.hash = `#/channels/institution/${code}`))),
    h("p", {}, h("a", {href: "#/todo/propose"}, t("Propose a change"))),
  ];
}
async function institution(code) {
  const [bank, channel] = await Promise.all([quiet(get(`/institutions/${code}`)), quiet(get(`/fund-channels/${code}`))]);
  return [
    card(code, bank.refused ? refusal(bank.refused) : h("p", {}, `${bank.name} · ${bank.kind} · `, h("span", {class: "mark"}, bank.status))),
    card(t("Fund channel"), channel.refused ? refusal(channel.refused) : [
      h("p", {class: "row"}, h("span", {class: "mark"}, channel.status), h("span", {}, `${t("Hours")} ${channel.openHours.join(", ")}`), h("span", {class: "soft"}, `${t("Version")} ${channel.version}`)),
      h("p", {}, `${t("Hosts that it may be asked at")}: ${channel.hosts.join(", ") || t("none")}`),
      table(t("Limits"), channel.quotas, [["Kind", (one) => one.dimension], ["Amount", (one) => yuan(one.limitFen), true]]),
      table(t("Windows"), channel.windows, [["From", (one) => time(one.closedFrom)], ["Until", (one) => time(one.closedTo)], ["Reason", (one) => one.reason]]),
    ]),
    h("p", {}, h("a", {href: "#/todo/propose"}, t("Propose a change"))),
  ];
}
