import {get, number, post} from "./api.js";
import {card, field, form, h, json, say, table} from "./dom.js";
import {t, time} from "./text.js";

export const APPLICATIONS = ["loan-provider", "fund-router-provider", "repayment-provider", "channel-admin-provider"];
const STATES = {OUTBOX: ["PENDING", "SENT", "DEAD", "EXPIRED", "CANCELLED"], CONSUMER: ["OPEN", "REPLAYED", "GIVEN_UP"]};

export async function messages({places, again}) {
  if (places.length === 3 && /^\d+$/.test(places[2])) return one(places, again);
  const [application = APPLICATIONS[0], source = "OUTBOX", state = "", key = "", afterId = "0"] = places;
  const found = await get(`/messages/${application}`, {source, state, key, afterId, limit: 50});
  const to = (next) => (location.hash = `#/messages/${next.map((one) => encodeURIComponent(one)).join("/")}/`);
  const last = found.messages[found.messages.length - 1];
  return [
    form([
      field("Application", "application", {choices: APPLICATIONS.map((name) => [name, name]), value: application}),
      field("Source", "source", {choices: [["OUTBOX", t("outgoing")], ["CONSUMER", t("not consumed")]], value: source}),
      field("State", "state", {choices: [["", "—"], ...STATES.OUTBOX.concat(STATES.CONSUMER).map((name) => [name, name])], value: state}),
      field("Key", "key", {value: key, maxlength: 96}),
    ], "Search", (entered) => to([entered.application, entered.source, entered.state || "", entered.key || "", "0"])),
    table(t("Messages"), found.messages, [
      ["Type", (message) => h("a", {href: `#/messages/${application}/${source}/${message.id}`}, message.type)], ["Key", (message) => message.key], ["State", (message) => message.state],
      ["Attempts", (message) => message.attempts, true], ["Problem", (message) => message.problem], ["Created", (message) => time(message.createdAt)]]),
    found.more && h("button", {type: "button", onclick: () => to([application, source, state, key, String(last.id)])}, t("Next page")),
  ];
}
async function one([application, source, id], again) {
  const {message, body, actions} = await get(`/messages/${application}/${source}/${id}`);
  const requestNo = number();
  const act = (path) => async (entered) => {
    try {
      await post(`/messages/${application}/${path}`, {requestNo: `${requestNo}-${path}`, source, id: Number(id), ...entered});
      say(t("Done"));
      again();
    } catch (e) {
      say(e.message);
    }
  };
  const open = ["DEAD", "EXPIRED", "OPEN"].includes(message.state);
  return [
    card(`${message.type} ${message.key}`, h("div", {class: "row"}, h("span", {class: "mark", "data-state": message.state}, message.state), h("span", {class: "soft"}, `${application} ${message.topic} ${message.consumerGroup || ""} ${time(message.createdAt)}`)),
      message.problem && h("p", {class: "bad"}, message.problem)),
    open && card(null, form([field("Why", "note", {required: true, maxlength: 255, size: 40})], "Send again", act("replay")),
      form([field("Why", "note", {required: true, maxlength: 255, size: 40})], "Give up", act("give-up"))),
    card(t("Body"), h("pre", {}, json(body))),
    card(t("Actions"), table(t("Actions"), actions, [["When", (action) => time(action.at)], ["Who", (action) => action.operator], ["What", (action) => action.action], ["Why", (action) => action.note], ["Result", (action) => action.outcome]])),
  ];
}
