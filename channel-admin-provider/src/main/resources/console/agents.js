import {get, number, post} from "./api.js";
import {card, field, form, h, say, table} from "./dom.js";
import {orderState, t, time, yuan} from "./text.js";

const SIZE = 50;
const CODE = {required: true, pattern: "[A-Z0-9_\\-]{1,32}", maxlength: 32};

/** Who manages customers of which channel, and whose a customer is. */
export async function agents({places, person, again}) {
  const [channelCode = "", afterAgentNo = ""] = places;
  const {agents: found} = await get("/agents", {channelCode, afterAgentNo, pageSize: SIZE});
  const may = person.permissions.includes("channel:agent:update");
  return [
    form([field("Channel", "channelCode", {value: channelCode, pattern: CODE.pattern})], "Show", (entered) => (location.hash = `#/agents/${encodeURIComponent(entered.channelCode || "")}`)),
    table(t("Customer managers"), found, [
      ["Number", (one) => one.agentNo], ["Channel", (one) => one.channelCode], ["Login name", (one) => one.loginName],
      ["Status", (one) => h("span", {class: `mark ${one.status === "ENABLED" ? "good" : "warn"}`, "data-agent": one.agentNo}, t(`channel ${one.status}`))], ["Version", (one) => one.version, true],
      ["Actions", (one) => may && turn(one, again)]]),
    found.length === SIZE && h("button", {type: "button", onclick: () => (location.hash = `#/agents/${encodeURIComponent(channelCode)}/${encodeURIComponent(found[SIZE - 1].agentNo)}`)}, t("Next page")),
    customer(may),
    may && registration(again),
  ];
}
function turn(agent, again) {
  const requestNo = number();
  const [status, title] = agent.status === "ENABLED" ? ["DISABLED", "Disable"] : ["ENABLED", "Enable"];
  return h("button", {type: "button", class: "quiet", "aria-label": `${t(title)} ${agent.agentNo}`, onclick: async () => {
    try {
      await post(`/agents/${agent.agentNo}/status`, {requestNo, status});
      say(t("Done"));
      again();
    } catch (e) {
      say(e.message);
    }
  }}, t(title));
}
function customer(may) {
  const answer = h("p", {"aria-live": "polite", "data-answer": "customer"});
  const borrower = () => field("Borrower", "borrowerNo", {required: true, pattern: "[A-Za-z0-9_\\-]{1,32}", maxlength: 32});
  const show = (one) => (answer.textContent = `${one.borrowerNo}: ${one.agentNo} (${t("Version")} ${one.version})`);
  const ask = (work) => async (entered) => {
    try {
      show(await work(entered));
    } catch (e) {
      answer.textContent = e.message;
    }
  };
  return card(t("Whose customer"), form([borrower()], "Search", ask(({borrowerNo}) => get(`/customers/${borrowerNo}`))),
    may && form([borrower(), field("Customer manager", "agentNo", CODE)], "Assign", ask(({borrowerNo, agentNo}) => post(`/customers/${borrowerNo}/assign`, {requestNo: number(), agentNo}))), answer);
}
function registration(again) {
  const requestNo = number();
  return card(t("Register a customer manager"), form([field("Number", "agentNo", CODE), field("Channel", "channelCode", CODE),
    field("Login name", "loginName", {required: true, maxlength: 32, autocapitalize: "none"})], "Register", async (entered) => {
    try {
      await post("/agents", {requestNo, ...entered});
      say(t("Done"));
      again();
    } catch (e) {
      say(e.message);
    }
  }));
}
/** Orders of the customers of whoever looks, masked by the provider. */
export async function myOrders({places, person}) {
  const [channelCode = person.channels[0] || "", beforeOrderNo = ""] = places;
  const choose = form([person.channels.length ? field("Channel", "channelCode", {choices: person.channels.map((code) => [code, code]), value: channelCode}) : field("Channel", "channelCode", {...CODE, value: channelCode})],
    "Show", (entered) => (location.hash = `#/my-orders/${entered.channelCode}`));
  if (!channelCode) return choose;
  const {agentNo, orders} = await get("/my-orders", {channelCode, beforeOrderNo, pageSize: SIZE});
  return [
    choose,
    h("p", {class: "soft"}, `${t("Customer manager")} ${agentNo}`),
    table(t("Orders of my customers"), orders, [
      ["Order number", (one) => one.orderNo], ["Borrower", (one) => `${one.maskedName || ""} ${one.maskedBorrowerNo}`], ["Product", (one) => one.productCode],
      ["Amount", (one) => yuan(one.amountFen), true], ["Installment", (one) => one.installments, true], ["State", (one) => orderState(one.status)], ["Created", (one) => time(one.createdAt)]]),
    orders.length === SIZE && h("button", {type: "button", onclick: () => (location.hash = `#/my-orders/${channelCode}/${orders[SIZE - 1].orderNo}`)}, t("Next page")),
  ];
}
