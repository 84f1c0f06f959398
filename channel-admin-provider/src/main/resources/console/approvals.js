import {get, number, post} from "./api.js";
import {card, field, form, h, json, say, table} from "./dom.js";
import {t, time} from "./text.js";

const LISTS = [["TO_DECIDE", "To decide"], ["MINE", "Mine"], ["ALL", "All"]];

export async function approvals({places, person}) {
  if (places[0] === "propose") return propose(person);
  if (/^\d+$/.test(places[0] || "")) return one(places[0], person);
  const list = places[0] || "TO_DECIDE";
  const {commands, toDecide} = await get("/approvals", {list, pageSize: 50, beforeNo: places[1]});
  const shown = LISTS.filter(([key]) => key !== "ALL" || person.permissions.includes("channel:approval:read"));
  return [
    h("p", {class: "row"}, shown.map(([key, title]) => h("a", {href: `#/todo/${key}`, "aria-current": key === list ? "true" : null}, key === "TO_DECIDE" ? `${t(title)} (${toDecide})` : t(title))),
      h("a", {href: "#/todo/propose"}, t("Propose a change"))),
    table(t("To do"), commands, [
      ["Action", (row) => h("a", {href: `#/todo/${row.commandNo}`}, `${row.commandNo} ${row.action}`)], ["Target", (row) => `${row.targetKind} ${row.targetCode}`], ["Status", (row) => h("span", {class: "mark"}, row.status)],
      ["Proposed by", (row) => row.maker], ["When", (row) => time(row.madeAt)], ["Reason", (row) => row.reason]]),
    commands.length === 50 && h("button", {type: "button", onclick: () => (location.hash = `#/todo/${list}/${commands[49].commandNo}`)}, t("Next page")),
  ];
}
async function one(commandNo, person) {
  const command = await get(`/approvals/${commandNo}`);
  const place = h("div", {});
  const decide = (path) => async (entered) => {
    try {
      const {command: after, oneTimePassword} = await post(`/approvals/${commandNo}/${path}`, entered);
      say(`${t("Done")}: ${after.status}`);
      place.replaceChildren(...(await one(commandNo, person)), oneTimePassword ? card(t("One-time password, shown this once"), h("pre", {}, oneTimePassword)) : "");
    } catch (e) {
      say(e.message);
    }
  };
  const note = () => [field("Note", "note", {required: true, maxlength: 500, size: 40})];
  const pending = command.status === "PENDING";
  const mine = command.maker === person.loginName;
  place.append(
    card(`${command.action} ${command.targetCode}`, h("div", {class: "row"}, h("span", {class: "mark", "data-state": command.status}, command.status),
      h("span", {}, `${t("Proposed by")} ${command.maker} ${time(command.madeAt)}`), command.checker && h("span", {}, `${t("Decided by")} ${command.checker} ${time(command.decidedAt)}`),
      pending && h("span", {class: "soft"}, `${t("Expires")} ${time(command.expiresAt)}`)), h("p", {}, command.reason), command.note && h("p", {class: "soft"}, command.note)),
    card(t("Payload"), h("pre", {}, json(command.payload))),
    command.result ? card(t("Result"), h("pre", {}, json(command.result))) : "",
    pending ? card(null, mine ? form(note(), "Withdraw", decide("withdraw")) : [form(note(), "Approve", decide("approve")), form(note(), "Reject", decide("reject"))]) : "");
  return [place];
}
async function propose(person) {
  const actions = (await get("/actions")).filter((rule) => person.permissions.includes(rule.makePermission));
  const requestNo = number();
  return [card(t("Propose a change"), form([
    field("Action", "action", {choices: actions.map((rule) => [rule.action, `${rule.action} (${rule.payloadType})`])}),
    field("Reason", "reason", {required: true, maxlength: 500, size: 50}),
    field("Payload", "payload", {rows: 14, required: true, wide: true, spellcheck: "false", value: "{\n}"}),
  ], "Propose", async (entered) => {
    try {
      const command = await post("/approvals", {requestNo, ...entered});
      location.hash = `#/todo/${command.commandNo}`;
    } catch (e) {
      say(e.message);
    }
  }))];
}
