import {get, number, post} from "./api.js";
import {flowDiagram} from "./charts.js";
import {card, field, form, h, say, table} from "./dom.js";
import {t} from "./text.js";

const SIZE = 50;
const KINDS = ["APP", "H5", "PARTNER", "OFFLINE"];
const NEXT = {APPLIED: ["REVIEWED", "REJECTED"], REVIEWED: ["ENABLED", "CLOSED"], ENABLED: ["DISABLED"], DISABLED: ["ENABLED", "CLOSED"], REJECTED: [], CLOSED: []};
const COMMANDS = {ENABLED: "Enable", DISABLED: "Disable", CLOSED: "Close for ever"};
const looks = (status) => ({ENABLED: "good", DISABLED: "warn", REJECTED: "bad", CLOSED: "bad"})[status] || "";
const mark = (one) => h("span", {class: `mark ${looks(one.status)}`, "data-state": one.status}, t(`channel ${one.status}`));
const kind = (one) => t(`channel kind ${one.kind}`);

/** Where borrowers come from: the list, one of them with what can become of it, and an application for another. */
export async function acquisition({places, person, again}) {
  if (places[0] === "one") return one(places[1], person, again);
  // a user of channels sees the own ones and cannot ask for a list
  if (person.kind === "CHANNEL_USER") return list(await Promise.all(person.channels.map((code) => get(`/acquisition-channels/${code}`))));
  const [status = "", afterCode = ""] = places;
  const {channels} = await get("/acquisition-channels", {status, afterCode, pageSize: SIZE});
  return [
    form([field("Status", "status", {choices: [["", t("All")], ...Object.keys(NEXT).map((name) => [name, t(`channel ${name}`)])], value: status})], "Show",
      (entered) => (location.hash = `#/acquisition/${entered.status || ""}`)),
    list(channels),
    channels.length === SIZE && h("button", {type: "button", onclick: () => (location.hash = `#/acquisition/${status}/${encodeURIComponent(channels[SIZE - 1].channelCode)}`)}, t("Next page")),
    person.permissions.includes("channel:channel:apply") && application(),
  ];
}
const list = (channels) => table(t("Acquisition channels"), channels, [
  ["Code", (row) => h("a", {href: `#/acquisition/one/${row.channelCode}`}, row.channelCode)], ["Name", (row) => row.name], ["Kind", kind], ["Status", mark],
  ["Applied by", (row) => row.applicant], ["Reviewed by", (row) => row.reviewer], ["Version", (row) => row.version, true]]);

function application() {
  const requestNo = number();
  return card(t("Apply for a channel"), form([
    field("Code", "channelCode", {required: true, pattern: "[A-Z0-9_\\-]{1,32}", maxlength: 32}), field("Name", "name", {required: true, maxlength: 64}),
    field("Kind", "kind", {choices: KINDS.map((name) => [name, t(`channel kind ${name}`)])})], "Apply", async (entered) => {
    try {
      await post("/acquisition-channels", {requestNo, ...entered});
      say(t("Done"));
      location.hash = `#/acquisition/one/${entered.channelCode}`;
    } catch (e) {
      say(e.message);
    }
  }));
}
async function one(code, person, again) {
  const channel = await get(`/acquisition-channels/${code}`);
  return [
    card(`${channel.channelCode} ${channel.name}`, h("p", {class: "row"}, mark(channel), h("span", {}, kind(channel)), h("span", {class: "soft"}, `${t("Version")} ${channel.version}`)),
      h("p", {}, `${t("Applied by")} ${channel.applicant}`, channel.reviewer && ` · ${t("Reviewed by")} ${channel.reviewer}: ${channel.reviewNote}`),
      person.permissions.includes("loan:channel:read") && h("p", {}, h("a", {href: `#/statistics/${channel.channelCode}`}, t("Daily statistics")))),
    card(t("Life cycle"), flowDiagram(life(), `${t("Life cycle")}: ${t("now")} ${t(`channel ${channel.status}`)}`, t(`channel ${channel.status}`))),
    review(channel, person, again),
    ways(channel, person),
  ];
}
function life() {
  const name = (status) => t(`channel ${status}`).replaceAll(" ", "-");
  const start = `[*] --> ${name("APPLIED")}`;
  return [start, ...Object.entries(NEXT).flatMap(([from, all]) => all.map((to) => `${name(from)} --> ${name(to)}`))].join("\n");
}
/** Whoever applied does not review: the page says so before the provider has to. */
function review(channel, person, again) {
  if (channel.status !== "APPLIED" || !person.permissions.includes("channel:channel:review")) return null;
  if (channel.applicant === person.loginName) return card(t("Review"), h("p", {class: "soft"}, t("Another person reviews what you applied for.")));
  const requestNo = number();
  return card(t("Review"), form([
    field("Decision", "decision", {choices: [["REVIEWED", t("Accept")], ["REJECTED", t("Reject")]]}),
    field("Note", "note", {required: true, maxlength: 500, size: 40})], "Review", async (entered) => {
    try {
      await post(`/acquisition-channels/${channel.channelCode}/review`, {requestNo, ...entered});
      say(t("Done"));
      again();
    } catch (e) {
      say(e.message);
    }
  }));
}
/** What else can become of it takes two persons: this proposes it. */
function ways(channel, person) {
  const open = NEXT[channel.status].filter((status) => COMMANDS[status]);
  if (!open.length || !person.permissions.includes("channel:channel:update")) return null;
  const requestNo = number();
  return card(t("Propose a change"), h("p", {class: "soft"}, t("It is carried out when another person has approved it.")), form([
    field("Change", "status", {choices: open.map((status) => [status, t(COMMANDS[status])])}), field("Reason", "reason", {required: true, maxlength: 500, size: 40})],
  "Propose", async ({status, reason}) => {
    try {
      const command = await post("/approvals", {requestNo, action: "channel.changeChannelStatus", reason, baseVersion: channel.version, payload: JSON.stringify({channelCode: channel.channelCode, status})});
      location.hash = `#/todo/${command.commandNo}`;
    } catch (e) {
      say(e.message);
    }
  }));
}
