/** `<practice-timer>`: finds its printed list, adds the controls, and shows what the player of the session says. */

import { addControls, whenDialogOpens } from "./controls.js";
import { write } from "./dom.js";
import { Face } from "./face.js";
import { forgetSession, leftSession } from "./left-session.js";
import { TimerOptions } from "./options.js";
import { SessionPlayer } from "./player.js";
import { readPractice } from "./practice.js";
import { PACE_STEP_MS, stateAt } from "./schedule.js";
import { lengthInWords, words } from "./strings.js";

/** What the first button says and does; else Start. @type {Partial<Record<string, "pause" | "resume">>} */
const FIRST_BUTTON = { ready: "pause", running: "pause", paused: "resume" };

export class PracticeTimer extends HTMLElement {
  // Set when connected.
  #practice = /** @type {import("./practice.js").PracticeData} */ (/** @type {unknown} */ (undefined));
  #options = /** @type {TimerOptions} */ (/** @type {unknown} */ (undefined));
  #player = /** @type {SessionPlayer} */ (/** @type {unknown} */ (undefined));
  #face = /** @type {Face} */ (/** @type {unknown} */ (undefined));
  /** @type {ReturnType<typeof import("./full-view.js").fullView> | undefined} */
  #full;
  /** @type {import("./panel.js").SettingsPanel | undefined} */
  #panel;
  /** @type {import("./left-session.js").LeftSession | null} */
  #left = null;
  /** @type {Record<string, HTMLElement>} */
  #parts = {};
  /** @type {AbortController | undefined} */
  #listeners;
  #reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

  connectedCallback() {
    try {
      if (!this.#practice) this.#build();
      this.#listen();
    } catch (error) {
      console.error("practice-timer: the list stays as printed", error);
    }
  }

  disconnectedCallback() {
    this.#listeners?.abort();
    this.#full?.leave();
    this.#player?.close();
  }

  #build() {
    const practice = readPractice(this);
    this.#face = new Face(this, practice, addControls(this));
    this.#heading.tabIndex = -1;
    this.#options = new TimerOptions(practice, (name, value) => this.#changed(name, value));
    this.#player = new SessionPlayer(practice, this.#options, {
      stateChanged: () => this.#showState(),
      paint: (moment, elapsed) => this.#face.paint(this.#player.session, moment, elapsed),
      say: (text) => write(this.#part("status"), text),
      note: (text) => this.#note(text),
      happened: (name) => this.#tell(name),
    });
    this.#practice = practice;
    this.#left = leftSession(practice);
    this.addEventListener("click", ({ target }) =>
      this.#press(/** @type {Element} */ (target).closest("button")),
    );
    this.#part("settings").addEventListener("toggle", () => this.#openSettings());
    this.#note(this.#options.messages.join(" "));
    this.#showState();
    if (this.#options.sent && window === window.top && !scrollY) this.scrollIntoView();
  }

  /** @param {string} name */
  #part(name) {
    return (this.#parts[name] ??= this.#one(`.practice-timer__${name}`));
  }

  /** @param {string} name */
  #button(name) {
    return this.#one(`button[name=${name}]`);
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} selector */
  #all(selector) {
    return /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll(selector));
  }

  get #heading() {
    return /** @type {HTMLElement} */ (this.#part("out").querySelector(".practice-timer__heading"));
  }

  /** A press anywhere inside a button: a translator wraps its words in elements of its own. @param {HTMLButtonElement | null} button */
  #press(button) {
    if (!button) return;
    const { name, value } = button;
    const player = this.#player;
    /** @type {Record<string, () => void>} */
    const actions = {
      start: () => this.#pressFirst(),
      again: () => this.start(),
      restart: () => this.start(),
      goOn: () => this.#goOn(),
      stop: () => this.stop(),
      sound: () => this.#options.set("tones", !this.#options.settings.tones),
      skipCount: () => player.skipCount(),
      nextStep: () => player.nextStep(),
      noHolds: () => this.#options.toggleHolds(),
      slower: () => player.changePace(PACE_STEP_MS),
      faster: () => player.changePace(-PACE_STEP_MS),
      full: () => this.#toggleFull(),
      answer: () => this.#answer(value),
    };
    actions[name]?.();
  }

  #pressFirst() {
    this[FIRST_BUTTON[this.state] ?? "start"]();
  }

  #listen() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    /** @param {EventTarget} target @param {string} name @param {(event: any) => void} listener */
    const on = (target, name, listener) => target.addEventListener(name, listener, { signal });
    on(document, "visibilitychange", () => this.#player.visibilityChanged());
    on(document, "freeze", () => this.#player.pause(words.pausedAway));
    on(window, "pagehide", () => this.#player.pause(words.pausedAway));
    on(window, "storage", (event) => this.#options.storedElsewhere(event));
    on(window, "beforeprint", () => {
      for (const name of ["script", "more"]) /** @type {HTMLDetailsElement} */ (this.#part(name)).open = true;
    });
    on(this.#reducedMotion, "change", () => this.#refresh());
    whenDialogOpens(() => this.#player.pause(words.pausedDialog), signal);
  }

  /** idle, ready, running, paused, stopped or ended. */
  get state() {
    return this.#player?.state ?? "";
  }

  /** The query that carries what the reader picked, for a link to this page; "" when all is as given. */
  get query() {
    return this.#options?.query ?? "";
  }

  start() {
    this.#left = null;
    this.#player.start();
    this.#part("stage").scrollIntoView({ block: "nearest" });
  }

  resume() {
    this.#player.resume();
  }

  pause() {
    this.#player.pause(words.paused);
  }

  stop() {
    this.#player.stop();
    this.#heading.focus();
  }

  /** Take up the session that was left in the middle. */
  #goOn() {
    const left = this.#left;
    this.#left = null;
    if (left) this.#player.goOn(left);
    this.#part("stage").scrollIntoView({ block: "nearest" });
  }

  /** A part that few need is fetched when it is wanted; one that does not come is missed in words.
   *  @template Part @param {() => Promise<Part>} load @returns {Promise<Part | undefined>} */
  async #fetch(load) {
    try {
      return await load();
    } catch (error) {
      console.error("practice-timer: a part did not come", error);
      return this.#note(words.partAway);
    }
  }

  async #openSettings() {
    const part = await this.#fetch(() => import("./panel.js"));
    if (!part || this.#panel) return;
    this.#panel = new part.SettingsPanel(this.#part("settings"), this.#options, () =>
      this.#player.playTest(),
    );
    this.#panel.lock(this.state in FIRST_BUTTON);
    this.#part("settings").dataset.ready = "";
  }

  async #toggleFull() {
    const part = await this.#fetch(() => import("./full-view.js"));
    this.#full ??= part?.fullView(this, {
      changed: (open) => write(this.#button("full"), open ? words.leaveFull : words.full),
      tapped: () => FIRST_BUTTON[this.state] && this.#pressFirst(),
      running: () => this.#player.active,
    });
    this.#full?.toggle();
  }

  /** Show what belongs to the state; a button that goes hands its focus on. */
  #showState() {
    const { state } = this;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    this.dataset.state = state;
    for (const button of this.#all("[data-in]"))
      button.hidden = !button.dataset.in?.split(" ").includes(state);
    this.#showLeft();
    write(this.#button("start"), words[FIRST_BUTTON[state] ?? "start"]);
    this.#part("out").hidden = state !== "stopped";
    this.#part("end").hidden = state !== "ended";
    this.#part("question").hidden = false;
    this.#reply("");
    if (focused?.hidden && this.contains(focused))
      (state === "ended" ? this.#part("asks") : this.#button("start")).focus({ preventScroll: true });
    if (state === "ended") this.#part("end").scrollIntoView({ block: "nearest" });
    this.#panel?.lock(state in FIRST_BUTTON);
    this.#full?.stir();
    this.#refresh();
  }

  /** The offer to take up a session that was left. */
  #showLeft() {
    const button = this.#button("goOn");
    if (!this.#left) return (button.hidden = true);
    const { session, elapsed } = this.#left;
    const moment = stateAt(session, elapsed);
    write(
      button,
      words.goOn(this.#face.place(session, moment) || lengthInWords(Math.floor(elapsed / 1000) * 1000)),
    );
  }

  /** After a change: what Start would run is shown; motion may change in mid-session. */
  #refresh() {
    const { settings, noHolds, length, cues } = this.#options;
    const still = settings.motion === "device" ? this.#reducedMotion.matches : settings.motion === "still";
    this.dataset.motion = still ? "still" : "moving";
    this.querySelector("button[name=noHolds]")?.setAttribute("aria-pressed", String(noHolds));
    write(this.#button("sound"), settings.tones ? words.soundOff : words.soundOn);
    write(this.#part("chosen"), `${length}, ${cues.toLowerCase()}`);
    this.#panel?.show();
    if (!(this.state in FIRST_BUTTON)) this.#face.rest(this.#options, this.state === "ended");
  }

  /** @param {string} [name] of the setting; without, length or pattern were changed @param {any} [value] */
  #changed(name, value) {
    if (name === "forget") {
      this.#left = null;
      forgetSession();
      this.#showLeft();
    }
    if (this.#options.refused) this.#note(words.notKept);
    this.#player.settingChanged(name, value);
    this.#refresh();
  }

  /** @param {string} answer */
  #answer(answer) {
    this.#part("question").hidden = true;
    this.#part("out").hidden = answer !== "worse";
    this.#reply(answer);
    (answer === "worse" ? this.#heading : this.#part("reply")).focus({ preventScroll: true });
    this.#tell("answer", { answer });
  }

  /** The words to an answer, and where they lead. @param {string} answer "" for none */
  #reply(answer) {
    const reply = this.#part("reply");
    write(reply, reply.dataset[answer] ?? "");
    for (const links of this.#all("[data-answer]")) links.hidden = links.dataset.answer !== answer;
  }

  /** @param {string} text @returns {undefined} */
  #note(text) {
    write(this.#part("note"), text);
  }

  /** One bubbling event for each thing that happened, with the start as the key of the session. @param {string} name */
  #tell(name, more = {}) {
    const { startedAt, practised } = this.#player;
    const detail = { slug: this.#practice.slug, startedAt, elapsedMs: practised, ...more };
    this.dispatchEvent(new CustomEvent(`practice-timer-${name}`, { bubbles: true, detail }));
  }
}
