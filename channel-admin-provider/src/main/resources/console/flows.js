import {get, number, post} from "./api.js";
import {flowDiagram} from "./charts.js";
import {card, field, form, h, say, table} from "./dom.js";
import {t} from "./text.js";

const COLUMNS = (link) => [
  ["Name", (one) => (link ? h("a", {href: `#/flows/${one.kind}/${one.name}`}, one.name) : one.name)],
  ["Version", (one) => h("a", {href: `#/flows/${one.kind}/${one.name}/${one.version}`}, one.version)], ["Status", (one) => h("span", {class: "mark"}, one.status)],
  ["Published by", (one) => one.publishedBy], ["Activated by", (one) => one.activatedBy]];

export async function flows({places, again, person}) {
  const [kind, name, version] = places;
  if (kind === "task") return task(name, again, person);
  if (kind && name && version) return definition(kind, name, version, again, person);
  if (kind && name) {
    const {versions} = await get(`/flows/${kind}/${name}`);
    return [card(name, table(t("Versions"), versions, COLUMNS(false)))];
  }
  const [active, channels] = await Promise.all([get("/flows", {kind: "FLOW"}), get("/flows", {kind: "CHANNEL"})]);
  const requestNo = number();
  return [
    card(`${t("Flows")} · ${t("In use")}`, table(t("Flows"), active.versions, COLUMNS(true))),
    card(`${t("Channel")} · ${t("In use")}`, table(t("Channel"), channels.versions, COLUMNS(true))),
    card(t("Versions"), form([field("Kind", "kind", {choices: [["FLOW", t("Flow")], ["CHANNEL", t("Channel")]]}), field("Name", "name", {required: true, pattern: "[a-z][a-z0-9.\\-]{0,63}"})], "Show",
      (entered) => (location.hash = `#/flows/${entered.kind}/${entered.name}`))),
    person.permissions.includes("fund:flow:publish") && card(t("Publish a version"), form([field("Kind", "kind", {choices: [["FLOW", t("Flow")], ["CHANNEL", t("Channel")]]}),
      field("Text", "text", {rows: 14, required: true, wide: true, spellcheck: "false"})], "Publish", async (entered) => {
      try {
        const done = await post("/flows/publish", {requestNo, ...entered});
        location.hash = `#/flows/${done.kind}/${done.name}/${done.version}`;
      } catch (e) {
        say(e.message);
      }
    })),
  ];
}
async function definition(kind, name, version, again, person) {
  const found = await get(`/flows/${kind}/${name}/${version}`);
  const requestNo = number();
  const shadow = kind === "FLOW" && found.status !== "ACTIVE" ? await get(`/flows/${kind}/${name}/${version}/shadow`).catch((e) => ({problem: e.message})) : null;
  return [
    card(`${name} ${version}`, h("div", {class: "row"}, h("span", {class: "mark"}, found.status), h("span", {}, `${t("Published by")} ${found.publishedBy}`), found.activatedBy && h("span", {}, `${t("Activated by")} ${found.activatedBy}`)),
      h("p", {class: "soft"}, found.sha256), h("p", {}, h("a", {href: `#/flows/${kind}/${name}`}, t("Versions")))),
    found.diagram && card(t("Diagram"), flowDiagram(found.diagram, `${t("Diagram")} ${name}`), h("details", {}, h("summary", {}, t("Text")), h("pre", {}, found.diagram))),
    shadow && card(t("Replay shows"), h("p", {}, shadow.problem || `${shadow.replayed} ${t("replayed")}, ${shadow.diverging} ${t("diverging")}`)),
    found.status !== "ACTIVE" && person.permissions.includes("fund:flow:activate") && card(null, form([field("Diverging tasks that I looked at", "divergencesSeen", {type: "number", min: 0, required: true, value: "0"})], "Activate", async (entered) => {
      try {
        await post("/flows/activate", {requestNo, kind, name, version: Number(version), divergencesSeen: Number(entered.divergencesSeen)});
        say(t("Done"));
        again();
      } catch (e) {
        say(e.message);
      }
    })),
    card(t("Text"), h("pre", {}, found.text)),
  ];
}
async function task(taskNo, again, person) {
  const {task: found, steps} = await get(`/tasks/${taskNo}`);
  const requestNo = number();
  return [
    card(`${found.flow} ${found.flowVersion} ${found.taskNo}`, h("div", {class: "row"}, h("span", {class: "mark"}, `${found.status} ${found.phase}`), h("span", {}, `${t("Step")} ${found.step}`),
      found.orderNo && h("a", {href: `#/orders/${found.orderNo}`}, found.orderNo)), found.reason && h("p", {class: "warn"}, found.reason)),
    found.status === 9 && person.permissions.includes("fund:task:resume") && card(null, form([field("Why", "reason", {required: true, maxlength: 500, size: 40})], "Resume", async (entered) => {
      try {
        await post(`/tasks/${taskNo}/resume`, {requestNo, ...entered});
        say(t("Done"));
        again();
      } catch (e) {
        say(e.message);
      }
    })),
    card(t("Log"), table(t("Log"), steps, [["Step", (one) => `${one.seq} ${one.step}`], ["Kind", (one) => one.kind], ["State", (one) => one.state], ["What", (one) => one.event], ["Result", (one) => `${one.category || ""} ${one.httpStatus || ""}`]])),
  ];
}
