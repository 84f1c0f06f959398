import {get, keep, number, onEnd, post, token} from "./api.js";
import {card, field, form, h, say} from "./dom.js";
import {speak, spoken, t} from "./text.js";
import {overview} from "./overview.js";
import {orders} from "./orders.js";
import {messages} from "./messages.js";
import {configuration} from "./configuration.js";
import {approvals} from "./approvals.js";
import {flows} from "./flows.js";
import {breakers} from "./breakers.js";
import {audit, people} from "./people.js";
import {instances} from "./instances.js";
import {rpc} from "./rpc.js";
import {statements} from "./statements.js";
import {acquisition} from "./acquisition.js";
import {agents, myOrders} from "./agents.js";
import {statistics} from "./statistics.js";

// address, title, page, permission that it takes (the provider decides; this only hides what would be refused)
const PAGES = [
  ["overview", "Overview", overview, "ops:status:read"],
  ["orders", "Orders", orders, "loan:order:read"],
  ["messages", "Messages", messages, "ops:message:read"],
  ["channels", "Channels and products", configuration, "channel:configuration:read"],
  ["acquisition", "Acquisition channels", acquisition, "channel:configuration:read"],
  ["statistics", "Daily statistics", statistics, "loan:channel:read"],
  ["agents", "Customer managers", agents, "channel:agent:read"],
  ["my-orders", "Orders of my customers", myOrders, "channel:agent:orders"],
  ["todo", "To do", approvals, null],
  ["flows", "Flows", flows, "fund:flow:read"],
  ["breakers", "Breakers", breakers, "ops:status:read"],
  ["people", "People", people, "iam:user:read"],
  ["audit", "Audit", audit, "channel:audit:read"],
  ["instances", "Instances", instances, "ops:status:read"],
  ["rpc", "RPC in use", rpc, "ops:rpc:read"],
  ["statements", "Slow SQL", statements, "ops:status:read"],
];
const main = document.getElementById("main");
const top = document.getElementById("top");
let person = null;

function showHeader(current) {
  document.documentElement.lang = spoken();
  document.title = t("Joint lending console");
  document.getElementById("skip").textContent = t("Skip to content");
  top.hidden = !person;
  if (!person) return;
  const mine = PAGES.filter(([, , , permission]) => !permission || person.permissions.includes(permission));
  top.replaceChildren(
    h("strong", {}, t("Joint lending console")),
    h("nav", {"aria-label": t("Joint lending console")}, mine.map(([address, title]) => h("a", {href: `#/${address}`, "aria-current": address === current ? "page" : null}, t(title)))),
    languages(),
    h("span", {class: "soft"}, person.displayName),
    h("button", {class: "quiet", type: "button", onclick: () => (location.hash = "#/password")}, t("Change password")),
    h("button", {class: "quiet", type: "button", onclick: logout}, t("Log out")));
}
const languages = () => h("button", {class: "quiet", type: "button", lang: spoken() === "zh" ? "en" : "zh", "aria-label": t("Language"), onclick: () => {
  speak(spoken() === "zh" ? "en" : "zh");
  show();
}}, spoken() === "zh" ? "English" : "中文");

async function logout() {
  await post("/logout").catch((e) => say(e.message));
  end();
}
function end() {
  keep(null);
  person = null;
  show();
}
onEnd(() => {
  person = null;
  say(t("The session has ended; log in again."));
  show();
});

function login() {
  main.replaceChildren(h("div", {class: "login card"}, h("div", {class: "row"}, h("h1", {}, t("Joint lending console")), languages()),
    form([field("Login name", "loginName", {autocomplete: "username", required: true, autofocus: true, autocapitalize: "none"}),
      field("Password", "password", {type: "password", autocomplete: "current-password", required: true})], "Log in", async (entered, element) => {
      try {
        const session = await post("/login", entered);
        keep(session.token);
        person = session.person;
        if (!location.hash) location.hash = "#/overview";
        await show();
      } catch (e) {
        element.elements.password.value = "";
        say(e.message);
      }
    })));
  main.querySelector("input").focus();
}
function password() {
  main.replaceChildren(h("div", {class: "login"}, card(t("Change password"),
    person.mustChangePassword && h("p", {class: "warn"}, t("The one-time password must be changed first.")),
    form([field("Current password", "currentPassword", {type: "password", autocomplete: "current-password", required: true}),
      field("New password", "newPassword", {type: "password", autocomplete: "new-password", required: true, minlength: 12})], "Change password", async (entered) => {
      try {
        await post("/password", entered);
        say(t("Done"));
        location.hash = "#/overview";
        end();
      } catch (e) {
        say(e.message);
      }
    }))));
}
async function show() {
  const [address, ...places] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  if (token() && !person) {
    try {
      person = await get("/me");
    } catch (e) {
      say(e.message);
    }
  }
  const page = PAGES.find(([name]) => name === address) || PAGES.find(([, , , permission]) => !permission || person?.permissions.includes(permission));
  showHeader(page[0]);
  if (!person) return login();
  if (person.mustChangePassword || address === "password") return password();
  const mine = (show.turn = (show.turn || 0) + 1);
  main.replaceChildren(h("h1", {}, t(page[1])), h("p", {class: "soft"}, t("Loading")));
  try {
    const content = await page[2]({places, person, again: show, number});
    if (mine === show.turn) main.replaceChildren(h("h1", {}, t(page[1])), ...[content].flat());
  } catch (e) {
    if (mine === show.turn && person) main.replaceChildren(h("h1", {}, t(page[1])), h("p", {class: "bad", role: "alert"}, e.message));
  }
  main.dataset.page = page[0];
}
addEventListener("hashchange", () => show().then(() => main.focus({preventScroll: true})));
show();
