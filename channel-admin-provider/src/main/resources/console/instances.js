import {get, post} from "./api.js";
import {card, field, form, h, say, table} from "./dom.js";
import {t, time} from "./text.js";

const LOOKS = {ONLINE: "good", PARTIAL: "warn", OFFLINE: "bad"};
const AGAIN_MILLIS = 1500;
const simple = (service) => service.slice(service.lastIndexOf(".") + 1);

export async function instances({person}) {
  const may = person.permissions.includes("ops:instance:offline");
  const question = h("div", {"aria-live": "polite"});
  const list = h("div", {});
  const refresh = async () => {
    const {instances: found} = await get("/instances");
    list.replaceChildren(overview(found, may ? (one, command) => ask(question, one, command, refresh) : null));
    if (found.some((one) => one.lastAct?.running)) {
      // as long as the page is looked at
      setTimeout(() => list.isConnected && refresh().catch((e) => say(e.message)), AGAIN_MILLIS);
    }
  };
  await refresh();
  return [question, card(t("Instances"), list, h("button", {type: "button", class: "quiet", onclick: () => refresh().catch((e) => say(e.message))}, t("Refresh")))];
}
function overview(found, act) {
  return table(t("Instances"), found, [
    ["Application", (one) => one.application],
    ["Instance", (one) => one.instance || one.address],
    ["Started", (one) => one.startedAt && `${time(one.startedAt)} UTC`],
    ["State", (one) => h("span", {class: `mark ${LOOKS[one.state]}`, "data-instance": one.instance || one.address, "data-state": one.state}, t(one.state))],
    ["Registered", registrations],
    ["Last time", (one) => one.lastAct && lastAct(one.lastAct)],
    ["Actions", (one) => actions(one, act)]]);
}
function registrations(one) {
  const up = one.registrations.filter((line) => line.registered).length;
  return h("details", {}, h("summary", {}, `${up} / ${one.registrations.length}`), table(one.address, one.registrations, [
    ["Registry", (line) => line.registry], ["Service", (line) => h("span", {title: line.service}, line.kind === "INSTANCE" ? line.service : simple(line.service))],
    ["Registered", (line) => h("span", {class: line.registered ? "good" : "bad"}, t(line.registered ? "yes" : "no"))]]));
}
function lastAct(act) {
  return h("span", {"data-act": act.running ? "running" : act.exitCode}, `${t(act.command === "OFFLINE" ? "Take offline" : "Bring online")}, ${act.operator}, ${time(act.begunAt)} UTC: ${act.running ? t("running") : act.message}`);
}
function actions(one, act) {
  if (!act) return null;
  if (!one.agent) return h("span", {class: "soft"}, t("no agent"));
  const running = Boolean(one.lastAct?.running);
  return [["offline", "Take offline", "OFFLINE"], ["online", "Bring online", "ONLINE"]].filter(([, , done]) => one.state !== done).map(([command, title]) =>
    h("button", {type: "button", disabled: running, "data-command": command, "aria-label": `${t(title)} ${one.instance}`, onclick: () => act(one, command)}, t(title)));
}
/** Nothing happens without a second look, and a reason. */
function ask(place, one, command, refresh) {
  const title = t(command === "offline" ? "Take offline" : "Bring online");
  const send = (force, words) => async ({reason}) => {
    try {
      await post(`/instances/${command}`, {application: one.application, instance: one.instance, reason: words || reason, ...(command === "offline" ? {force} : {})});
      place.replaceChildren();
      say(t("It has begun; the page shows how it goes on."));
      await refresh();
    } catch (e) {
      if (e.code === "A0632" && !force) guarded(place, one, e.message, send(true, reason));
      else say(e.message);
    }
  };
  place.replaceChildren(card(`${title}: ${one.instance}`,
    command === "offline" && h("p", {}, t("Callers go to the other instances, calls that run are finished, messages and jobs pause. The process lives on.")),
    form([field("Reason", "reason", {required: true, maxlength: 255, size: 50})], command === "offline" ? "Take offline" : "Bring online", send(false)), cancel(place)));
  place.querySelector("input").focus();
}
/** The last provider of something: that is asked for by itself, with what it means. */
function guarded(place, one, why, send) {
  place.replaceChildren(card(`${t("Refused")}: ${one.instance}`, h("p", {class: "bad", role: "alert", "data-guard": "refused"}, why),
    form([h("label", {}, h("span", {}, h("input", {type: "checkbox", name: "sure", required: true}), " ", t("I want that callers of these services fail.")))], "Take offline all the same", send), cancel(place)));
  place.querySelector("input").focus();
}
const cancel = (place) => h("button", {type: "button", class: "quiet", onclick: () => place.replaceChildren()}, t("Cancel"));
