import {get} from "./api.js";
import {countBars, overTime} from "./charts.js";
import {card, field, form, h, table} from "./dom.js";
import {t, yuan} from "./text.js";

const DAY = 86_400_000, MOST_DAYS = 400, BARS = 12;
const EMPTY = {submittedCount: 0, submittedFen: 0, lentCount: 0, lentFen: 0, failedCount: 0, orderCount: 0, overdueFen: 0};
/** A business day so many days ago: Shanghai has no summer time. */
const day = (ago) => new Date(Date.now() + DAY / 3 - ago * DAY).toISOString().slice(0, 10);
const COLUMNS = [
  ["Submitted", (one) => one.submittedCount, true], ["Amount", (one) => yuan(one.submittedFen), true], ["Lent", (one) => one.lentCount, true], ["Amount", (one) => yuan(one.lentFen), true],
  ["Failed", (one) => one.failedCount, true], ["Overdue orders", (one) => one.orderCount, true], ["Overdue amount", (one) => yuan(one.overdueFen), true]];

/** What channels brought by day, and what is overdue of it. */
export async function statistics({places, person}) {
  const own = person.kind === "CHANNEL_USER" ? person.channels : null;
  const [asked = own ? own[0] || "" : "", from = day(30), until = day(1)] = places;
  const choose = form([
    own ? field("Channel", "channelCode", {choices: own.map((code) => [code, code]), value: asked}) : field("Channel, empty for all", "channelCode", {value: asked, pattern: "[A-Z0-9_\\-]{1,32}"}),
    field("From", "from", {type: "date", required: true, value: from}), field("Until", "until", {type: "date", required: true, value: until})],
  "Show", (entered) => (location.hash = `#/statistics/${entered.channelCode || ""}/${entered.from}/${entered.until}`));
  const note = h("p", {class: "soft"}, t("Orders count on the day they were submitted; what is overdue is as it was at the end of the day, whenever the orders were submitted."));
  return [choose, note, ...(asked ? await ofChannel(asked, from, until) : own ? [] : await ofDay(until))];
}
/** Lines of two providers as one: a provider that does not answer leaves its words, and the figures of the other. */
async function together(paths, key) {
  const problems = [];
  const [brought, overdue] = await Promise.all(paths.map(([path, query]) => get(path, query).catch((e) => {
    problems.push(h("p", {class: "soft", role: "status"}, e.message));
    return {days: []};
  })));
  if (problems.length === paths.length) return {problems, lines: new Map()};
  const lines = new Map();
  for (const one of [...brought.days, ...overdue.days]) lines.set(one[key], {...EMPTY, ...lines.get(one[key]), ...one});
  return {problems, lines};
}
async function ofChannel(channelCode, from, until) {
  const query = {channelCode, fromDate: from, toDate: until};
  const {problems, lines} = await together([["/channel-days", query], ["/channel-overdue", query]], "businessDate");
  const days = [];
  for (let at = Date.parse(from); at <= Date.parse(until) && days.length < MOST_DAYS; at += DAY) {
    const businessDate = new Date(at).toISOString().slice(0, 10);
    days.push({...EMPTY, ...lines.get(businessDate), businessDate});
  }
  if (!lines.size) return [...problems, card(channelCode, table(channelCode, [], []))];
  const waiting = (one) => one.submittedCount - one.lentCount - one.failedCount;
  return [
    ...problems,
    card(t("Orders by day"), h("div", {"data-chart": "channel-days"}, overTime(days.map((one) => ({name: one.businessDate, values: [one.lentCount, waiting(one), one.failedCount]})), [t("Lent"), t("Waiting"), t("Failed")], t("Orders by day")))),
    card(t("Overdue amount by day"), h("div", {"data-chart": "channel-overdue"}, overTime(days.map((one) => ({name: one.businessDate, values: [one.overdueFen]})), [t("Overdue amount")], t("Overdue amount by day"), yuan))),
    card(channelCode, table(channelCode, days.filter((one) => lines.has(one.businessDate)).reverse(), [["Day", (one) => one.businessDate], ...COLUMNS])),
  ];
}
async function ofDay(date) {
  const {problems, lines} = await together([[`/channel-days/${date}`], [`/channel-overdue/${date}`]], "channelCode");
  const channels = [...lines.values()].sort((a, b) => b.submittedCount - a.submittedCount || a.channelCode.localeCompare(b.channelCode));
  const name = (one) => (one.channelCode === "(none)" ? t("without a channel") : one.channelCode);
  return [
    ...problems,
    channels.length > 0 && card(`${t("Submitted")} ${date}`, h("div", {"data-chart": "day-of-channels"}, countBars(channels.slice(0, BARS).map((one) => ({name: name(one), value: one.submittedCount})), `${t("Submitted")} ${date}`))),
    card(date, table(date, channels, [["Channel", (one) => (one.channelCode === "(none)" ? name(one) : h("a", {href: `#/statistics/${one.channelCode}`}, name(one)))], ...COLUMNS])),
  ];
}
