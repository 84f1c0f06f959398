import {get} from "./api.js";
import {planBars, shareBar} from "./charts.js";
import {card, field, form, h, none, part, table} from "./dom.js";
import {orderState, t, time, yuan} from "./text.js";

const COMPONENTS = {PRINCIPAL: "Principal", INTEREST: "Interest", PENALTY: "Penalty", FEE: "Fee"};
const total = (installments, side) => installments.reduce((sum, one) => sum + one[side].principalFen + one[side].interestFen + one[side].penaltyFen + one[side].feeFen, 0);

export async function orders({places}) {
  const search = form([field("Order number", "orderNo", {required: true, pattern: "[0-9]{22}", inputmode: "numeric", size: 26, value: places[0] || ""})], "Show",
    ({orderNo}) => (location.hash = `#/orders/${orderNo}`));
  if (!places[0]) return [search];
  const page = await get(`/orders/${encodeURIComponent(places[0])}`);
  const order = page.order;
  return [
    search,
    card(null, h("div", {class: "row"}, h("span", {class: "figure"}, `${yuan(order.amountFen)} ${t("yuan")}`), h("span", {class: "mark", "data-state": order.status}, orderState(order.status))),
      h("div", {class: "row soft"}, [["Borrower", order.borrowerNo], ["Product", order.productCode], ["Scheme", order.schemeCode], ["Installment", order.installments], ["Start date", order.startDate], ["Created", time(order.createdAt)]]
        .filter(([, value]) => value !== null).map(([name, value]) => h("span", {}, `${t(name)} ${value}`)))),
    card(t("Plan as issued"), part(page.plan, plan)),
    card(t("Sub-orders side by side"), part(page.ledger, (ledger) => sideBySide(ledger, page.conservation))),
    card(t("Funding"), part(page.funding, funding), part(page.decisions, decisions)),
    card(t("Tasks with institutions"), part(page.tasks, ({tasks}) => table(t("Tasks with institutions"), tasks, [
      ["Flow", (one) => h("a", {href: `#/flows/task/${one.taskNo}`}, `${one.flow} ${one.flowVersion}`)], ["Step", (one) => one.step], ["State", (one) => `${one.status} ${one.phase}`], ["Reason", (one) => one.reason]]))),
    card(t("Time line"), h("p", {class: "soft"}, t("Times are UTC")), timeLine(page)),
  ];
}
function plan(issued) {
  return [planBars(issued.installments), h("details", {}, h("summary", {}, `${t("Installment")} 1–${issued.installments.length}`), table(t("Plan as issued"), issued.installments, [
    ["Installment", (one) => one.installmentNo, true], ["Due date", (one) => one.dueDate], ["Principal", (one) => yuan(one.principalFen), true],
    ["Interest", (one) => yuan(one.interestFen), true], ["Fee", (one) => yuan(one.feeFen), true], ["Balance", (one) => yuan(one.balanceAfterFen), true]]))];
}
function sideBySide(ledger, conservation) {
  if (ledger.subLedgers.length === 0) return h("p", {class: "soft"}, t("No sub-orders yet"));
  const one = (title, soft, state, installments) => h("div", {class: "card"}, h("h3", {}, title), h("p", {class: "soft"}, soft), h("p", {}, h("span", {class: "mark"}, state)),
    h("p", {}, `${t("Due")} ${yuan(total(installments, "due"))}`, h("br"), `${t("Settled")} ${yuan(total(installments, "settled"))}`));
  return [
    h("div", {class: "side"}, one(t("Master order"), ledger.orderNo, ledger.status, ledger.installments),
      ledger.subLedgers.map((sub) => one(sub.institutionCode, `${sub.subOrderNo} · ${t("Weight")} ${sub.weight} · ${t("Contribution")} ${yuan(sub.contributionFen)}`, sub.status, sub.installments))),
    table(t("Conservation"), conservation, [
      ["Conservation", (line) => t(COMPONENTS[line.component])],
      ["Due", (line) => yuan(line.masterDueFen), true], ["Sub-orders together", (line) => yuan(line.partsDueFen), true],
      ["Settled", (line) => yuan(line.masterSettledFen), true], ["Sub-orders together", (line) => yuan(line.partsSettledFen), true],
      ["State", (line) => h("span", {class: line.holds ? "good" : "bad", "data-holds": String(line.holds)}, t(line.holds ? "holds" : "BROKEN"))]]),
  ];
}
function funding(found) {
  return [found.subOrders.length > 0 && shareBar(found.subOrders.map((sub) => ({name: sub.institutionCode, value: sub.contributionFen, text: yuan(sub.contributionFen)})), t("Funding")),
    table(t("Legs"), found.legs, [["Institution", (leg) => leg.institutionCode + (leg.lead ? ` (${t("lead")})` : "")], ["Amount", (leg) => yuan(leg.amountFen), true], ["State", (leg) => leg.status], ["Reason", (leg) => leg.reason]])];
}
const decisions = (found) => found.decisions.length > 0 && table(t("Routing"), found.decisions, [["Attempts", (one) => one.attempt, true], ["Result", (one) => one.outcome], ["Scheme", (one) => one.schemeCode],
  ["Reason", (one) => one.candidates.map((candidate) => `${candidate.schemeCode} ${candidate.result} ${candidate.reason || ""}`).join("; ")]]);

function timeLine(page) {
  // states are told in Asia/Shanghai, which has no summer time; messages in UTC
  const utc = (text) => new Date(`${text}+08:00`).toISOString().slice(0, 19);
  const states = (page.history.data?.changes || []).map((one) => ({at: utc(one.changedAt), words: `${orderState(one.fromStatus)} → ${orderState(one.toStatus)}`, soft: `${one.cause} ${one.reference}`}));
  const sent = page.messages.flatMap(({application, found}) => (found.data?.messages || []).map((message) => ({
    at: message.createdAt, words: message.type, soft: `${application} ${message.state}${message.endedAt ? ` ${time(message.endedAt)}` : ""} ${message.problem || ""}`, link: `#/messages/${application}/${message.source}/${message.id}`})));
  const line = [...states, ...sent].sort((a, b) => (a.at < b.at ? -1 : 1));
  return line.length === 0 ? none() : h("ol", {class: "line"}, line.map((one) => h("li", {}, h("div", {}, one.link ? h("a", {href: one.link}, one.words) : one.words), h("div", {class: "soft"}, `${time(one.at)} · ${one.soft}`))));
}
