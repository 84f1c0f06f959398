import {get} from "./api.js";
import {card, field, form, h, json, table} from "./dom.js";
import {t, time} from "./text.js";

export async function people({places}) {
  const pageNo = Number(places[0] || 1);
  const [{users}, {roles}] = await Promise.all([get("/users", {pageNo, pageSize: 50}), get("/roles", {pageNo: 1, pageSize: 100})]);
  return [
    card(t("Users"), table(t("Users"), users, [
      ["Login name", (one) => one.loginName], ["Name", (one) => one.displayName], ["Kind", (one) => one.kind], ["Status", (one) => h("span", {class: "mark"}, one.status)],
      ["Roles", (one) => one.roles.join(", ")], ["Channel", (one) => one.channels.join(", ")], ["Version", (one) => one.version, true]]),
      users.length === 50 && h("button", {type: "button", onclick: () => (location.hash = `#/people/${pageNo + 1}`)}, t("Next page"))),
    card(t("Roles"), table(t("Roles"), roles, [["Code", (one) => one.roleCode], ["Name", (one) => one.name], ["Permissions", (one) => one.permissions.join(", ")]])),
    h("p", {}, h("a", {href: "#/todo/propose"}, t("Propose a change"))),
  ];
}
const ACTS = ["PUBLISH", "ACTIVATE", "RESUME", "JUMP", "FINISH", "REPIN", "BREAKER"];
export async function audit({places}) {
  if (places[0] === "fund") return fundAudit(places[1]);
  const asked = Object.fromEntries(new URLSearchParams(places[0] || ""));
  const {entries, more} = await get("/audit", {...asked, pageSize: 50});
  const to = (query) => (location.hash = `#/audit/${encodeURIComponent(new URLSearchParams(query).toString())}`);
  const last = entries[entries.length - 1];
  return [
    h("p", {class: "soft"}, t("Times are UTC"), " · ", h("a", {href: "#/audit/fund"}, t("What was done on the fund side"))),
    form([field("Who", "who", {value: asked.who}), field("What", "action", {value: asked.action}), field("Kind", "targetKind", {value: asked.targetKind}), field("Code", "targetCode", {value: asked.targetCode}),
      field("From", "from", {type: "datetime-local", value: asked.from}), field("Until", "until", {type: "datetime-local", value: asked.until})], "Search", to),
    table(t("Audit"), entries, [
      ["When", (one) => time(one.at)], ["Who", (one) => one.who], ["What", (one) => one.action], ["Target", (one) => `${one.targetKind} ${one.targetCode}`],
      ["After", (one) => h("details", {}, h("summary", {}, one.requestNo), one.beforeState && h("pre", {}, `${t("Before")} ${json(one.beforeState)}`), h("pre", {}, `${t("After")} ${json(one.afterState)}`))]]),
    more && h("button", {type: "button", onclick: () => to({...asked, afterAt: last.at, afterEntry: last.entryNo})}, t("Next page")),
  ];
}
async function fundAudit(place) {
  const asked = Object.fromEntries(new URLSearchParams(place || ""));
  const {entries, more} = await get("/audit/fund", {...asked, pageSize: 50});
  const to = (query) => (location.hash = `#/audit/fund/${encodeURIComponent(new URLSearchParams(query).toString())}`);
  const last = entries[entries.length - 1];
  return [
    h("p", {class: "soft"}, t("Times are UTC"), " · ", h("a", {href: "#/audit"}, t("Audit"))),
    form([field("Who", "who", {value: asked.who}), field("What", "action", {value: asked.action, choices: [["", t("All")], ...ACTS.map((act) => [act, act])]}), field("Target", "subject", {value: asked.subject})], "Search", to),
    table(t("What was done on the fund side"), entries, [
      ["When", (one) => time(one.at)], ["Who", (one) => one.who], ["Second person", (one) => one.approver], ["What", (one) => one.action], ["Target", (one) => one.subject],
      ["Why", (one) => one.detail], ["Number", (one) => one.requestNo]]),
    more && h("button", {type: "button", onclick: () => to({...asked, afterEntry: last.entryNo})}, t("Next page")),
  ];
}
