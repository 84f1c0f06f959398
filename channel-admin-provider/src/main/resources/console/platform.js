import {get} from "./api.js";
import {card, h, table} from "./dom.js";
import {t} from "./text.js";

export async function platform() {
  const {providers} = await get("/overview");
  return [card(t("Instances"), table(t("Instances"), providers.filter((one) => one.status.data), [
    ["Application", (one) => one.application], ["Instance", (one) => one.status.data.instance], ["Schema", (one) => one.status.data.schemaVersion],
    ["Registered", (one) => one.status.data.figures.filter((figure) => figure.name === "jl.registered").map((figure) => figure.value).join(", "), true]]))];
}
