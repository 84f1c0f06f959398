import {get, number, post} from "./api.js";
import {card, field, form, h, say, table} from "./dom.js";
import {t, time} from "./text.js";

const POSITIONS = {OPEN: "Hold open", CLOSED: "Hold closed", MEASURED: "Let go"};

export async function breakers({person}) {
  const may = person.permissions.includes("fund:breaker:switch");
  const question = h("div", {"aria-live": "polite"});
  const list = h("div", {});
  const refresh = async () => {
    const {instance, breakers: found} = await get("/breakers");
    list.replaceChildren(h("p", {class: "soft"}, `${t("As measured by")} ${instance}`), table(t("Breakers"), found, [
      ["Channel", (one) => one.channel],
      ["Endpoint", (one) => one.endpoint],
      ["State", (one) => h("span", {class: `mark ${one.state === "OPEN" ? "bad" : "good"}`, "data-breaker": `${one.channel} ${one.endpoint}`, "data-position": one.position}, t(one.state === "OPEN" ? "no calls" : "calls pass"))],
      ["Held", (one) => one.position !== "MEASURED" && `${one.operator}, ${t("until")} ${time(one.until)} UTC: ${one.reason}`],
      ["Actions", (one) => may && Object.keys(POSITIONS).filter((position) => position !== one.position).map((position) =>
        h("button", {type: "button", "data-switch": position, "aria-label": `${t(POSITIONS[position])} ${one.channel} ${one.endpoint}`, onclick: () => ask(question, one, position, refresh)}, t(POSITIONS[position])))]]));
  };
  await refresh();
  return [question, card(t("Breakers"), h("p", {}, t("A breaker stops the calls of one endpoint when too many fail or are slow. Held open, no call passes; held closed, every call passes.")),
    list, h("button", {type: "button", class: "quiet", onclick: () => refresh().catch((e) => say(e.message))}, t("Refresh")))];
}
/** Nothing happens without a second look, and a reason. */
function ask(place, one, position, refresh) {
  const requestNo = number();
  const fields = [position !== "MEASURED" && field("Minutes", "minutes", {type: "number", min: 1, max: 1440, required: true, value: "30"}), field("Reason", "reason", {required: true, maxlength: 255, size: 50})];
  place.replaceChildren(card(`${t(POSITIONS[position])}: ${one.channel} ${one.endpoint}`, form(fields, POSITIONS[position], async ({minutes, reason}) => {
    try {
      await post("/breakers/switch", {requestNo, channel: one.channel, endpoint: one.endpoint, position, reason, ...(minutes ? {minutes: Number(minutes)} : {})});
      place.replaceChildren();
      say(t("Done"));
      await refresh();
    } catch (e) {
      say(e.message);
    }
  }), h("button", {type: "button", class: "quiet", onclick: () => place.replaceChildren()}, t("Cancel"))));
  place.querySelector("input").focus();
}
