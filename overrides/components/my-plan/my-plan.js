/** `<my-plan>`: five questions, and a plan that stands in the address after "#" (History API). */

import { NOT_SAFE, factsOf, lengthFor, nothing, ranked } from "../practice-choices/filters.js";
import { lengthInWords } from "../practice-choices/strings.js";
import { readText, SiteElement, storeText } from "../shared/shared.js";
import { copyInWords } from "../share-button/share-button.js";
import { words } from "./strings.js";
/** @import { Facts, Filters } from "../practice-choices/filters.js" */

const KEY = "my-plan";
const QUESTIONS = /** @type {const} */ (["feel", "place", "minutes", "avoid", "ask"]);
const MOST_SIGNS = 300; // of an address; every plan made here has fewer
const FEWEST = 2; // practices
const MOST = 3;
/** Positions that an answer rules out. @type {Record<string, string[]>} */
const POSITIONS = { lying: ["lying"], upright: ["standing", "walking"] };

/** The chosen values of each question, in the order offered; none is "any", and only `avoid` has several.
 *  @typedef {Record<typeof QUESTIONS[number], string[]>} Answers */

export class MyPlan extends SiteElement {
  #hash = "";
  #inputs = /** @type {HTMLInputElement[]} */ (this.all("form input"));

  setUp() {
    this.on(this.form, "submit", (event) => {
      event.preventDefault();
      history.pushState(null, "", `#${hashOf(this.#values(this.#inputs.filter(({ checked }) => checked)))}`);
      this.#open(location.hash);
      this.child("title").focus();
    });
    this.on(window, "popstate", () => this.#open(location.hash));
    this.press("change", () => {
      this.child("plan").hidden = true;
      this.form.hidden = false;
      this.#inputs[0]?.focus();
    });
    this.press("print", () => print());
    this.press("copy", async () => {
      this.child("status").textContent = await copyInWords(new URL(this.#hash, location.href).href);
    });
    this.press("keep", () => {
      const forget = this.#stored;
      const done = storeText(KEY, forget ? null : this.#hash);
      this.child("status").textContent = !done ? words.refused : forget ? words.gone : words.here;
      this.#nameKeep();
    });
    this.child("plain").hidden = true;
    this.#open(location.hash || (readText(KEY) ?? ""));
  }

  /** The values of some inputs, by their questions. @param {HTMLInputElement[]} inputs */
  #values(inputs) {
    const values = (/** @type {string} */ question) =>
      inputs.filter(({ name, value }) => value && name === question).map(({ value }) => value);
    return /** @type {Answers} */ (Object.fromEntries(QUESTIONS.map((name) => [name, values(name)])));
  }

  /** The practices of any answers, each with its card. @param {Answers} answers */
  practicesFor(answers) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.child("cards"));
    const cards = this.all("[data-practice]", content);
    const first = this.#inputs.find(({ value }) => value === answers.feel[0])?.dataset.first;
    const all = cards.map((card) => factsOf(card.dataset));
    return practicesFor(all, answers, first).map((practice) => ({
      ...practice,
      card: cards[all.indexOf(practice.facts)],
    }));
  }

  /** Shows the plan of an address, or the questions where it asks for none. @param {string} hash */
  #open(hash) {
    const plan = readPlan(hash, this.#values(this.#inputs));
    const unsafe = Boolean(plan?.unsafe);
    this.child("unsafe").hidden = !unsafe;
    this.form.hidden = Boolean(plan) && !unsafe;
    this.child("plan").hidden = !plan || unsafe;
    if (!plan || unsafe) return;
    const { answers, left } = plan;
    this.#hash = `#${hashOf(answers)}`;
    for (const input of this.#inputs) {
      const chosen = answers[/** @type {"feel"} */ (input.name)];
      input.checked = input.value ? chosen.includes(input.value) : !chosen.length;
    }
    this.child("left").textContent = left.length ? words.left(left) : "";
    const practices = this.practicesFor(answers).map((practice) => this.#practice(practice));
    this.child("practices").replaceChildren(...practices);
    this.#choose("guide", answers.feel[0]);
    this.#choose("person", answers.ask[0] ?? "nobody");
    this.child("status").textContent = "";
    this.#nameKeep();
  }

  #practice(/** @type {ReturnType<MyPlan["practicesFor"]>[number]} */ { card, query, ms, loose }) {
    const item = /** @type {HTMLElement} */ (card.cloneNode(true));
    const link = item.querySelector("a");
    if (link && query) link.href = `${link.getAttribute("href")}?${query}`;
    this.one(".my-plan__length", item).textContent = words.length(lengthInWords(ms), loose);
    return item;
  }

  /** The template of an answer, or of none. @param {string} name @param {string} [answer] */
  #choose(name, answer = "") {
    /** @type {HTMLTemplateElement} */
    const template = this.one(`template[data-${name}="${CSS.escape(answer)}"]`);
    this.child(name).replaceChildren(template.content.cloneNode(true));
  }

  /** Whether the plan that is shown is the one on the device. */
  get #stored() {
    return readText(KEY) === this.#hash;
  }

  #nameKeep() {
    this.child("keep").textContent = this.#stored ? words.forget : words.keep;
  }
}

/** Reads strictly what follows the "#" of an address; nothing where no plan is asked for. What is not offered
 *  is left out, and in `left` are the questions with a part left out, "other" for unknown ones, "long" where
 *  the address was cut. @param {string} hash @param {Answers} offered */
function readPlan(hash, offered) {
  if (!hash.includes("=")) return undefined;
  const text = hash.replace(/^#/, "");
  const query = new URLSearchParams(text.slice(0, MOST_SIGNS));
  const left = text.length > MOST_SIGNS ? ["long"] : [];
  const answers = /** @type {Answers} */ ({});
  for (const name of QUESTIONS) {
    const given = query.getAll(name);
    const values = name === "avoid" ? given.join(" ").split(" ").filter(Boolean) : given;
    answers[name] = offered[name].filter((value) => values.includes(value));
    if (name !== "avoid") answers[name].splice(values.length > 1 ? 0 : 1);
    if (answers[name].length < values.length) left.push(name);
  }
  if ([...query.keys()].some((name) => !QUESTIONS.some((question) => question === name))) left.push("other");
  return { answers, left, unsafe: query.getAll("feel").includes(NOT_SAFE) };
}

/** What follows the "#", as in `feel=worried&avoid=breath+lying`. @param {Answers} answers */
const hashOf = (answers) =>
  new URLSearchParams(
    QUESTIONS.filter((name) => answers[name].length).map((name) => [name, answers[name].join(" ")]),
  ).toString() || "feel=";

/** Two or three practices. Where fewer than two fit, the place is let go, then the minutes; what to avoid
 *  never is. `first` is the editors' first choice for the feeling; `loose` ones want another place, or more time.
 *  @param {Facts[]} all @param {Answers} answers @param {string} [first] */
function practicesFor(all, { feel, place, minutes, avoid }, first) {
  const barred = avoid.flatMap((name) => POSITIONS[name] ?? []);
  const may = all.filter(({ position }) => position.some((name) => !barred.includes(name)));
  const off = (/** @type {string} */ name) => (avoid.includes(name) ? "off" : "");
  /** @type {Filters} */
  const loosest = { ...nothing(), feel: feel[0] ?? "", sound: off("sound"), breath: off("breath") };
  const full = { ...loosest, place: place[0] ?? "", minutes: minutes[0] ?? "" };
  const practices = /** @type {{facts: Facts, query: string, ms: number, loose: boolean}[]} */ ([]);
  for (const filters of [full, { ...full, place: "" }, loosest]) {
    for (const facts of ranked(may, filters, first)) {
      if (practices.length >= (filters === full ? MOST : FEWEST)) break;
      const { ms, query } = lengthFor(facts, filters.minutes) ?? { ms: 0, query: "" };
      if (!practices.some((practice) => practice.facts === facts))
        practices.push({ facts, query, ms, loose: filters !== full });
    }
  }
  return practices;
}
