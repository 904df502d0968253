/** `<practice-timer>`: adds the controls (`<template>`) to its printed list, shows what the player says. */

import { SiteElement } from "../shared/shared.js";
import { Face, write } from "./face.js";
import { TimerOptions } from "./options.js";
import { SessionPlayer } from "./player.js";
import { readPractice } from "./practice.js";
import { PACE_STEP_MS, stateAt } from "./schedule.js";
import { leftSession } from "./settings.js";
import { lengthInWords, words } from "./strings.js";
/** @import { SettingsPanel } from "./panel.js" */
/** @import { LeftSession } from "./settings.js" */

/** What the first button says and does; else Start. @type {Partial<Record<string, "pause" | "resume">>} */
const FIRST_BUTTON = { ready: "pause", running: "pause", paused: "resume" };

const BAR_PX = 56; // of the bar above, which covers what scrolls below it

export class PracticeTimer extends SiteElement {
  // Set when connected.
  options = /** @type {TimerOptions} */ (/** @type {unknown} */ (undefined));
  player = /** @type {SessionPlayer} */ (/** @type {unknown} */ (undefined));
  face = /** @type {Face} */ (/** @type {unknown} */ (undefined));
  /** @type {ReturnType<typeof import("./full-view.js").fullView> | undefined} */
  #full;
  /** @type {SettingsPanel | undefined} */
  #panel;
  #left = /** @type {LeftSession | null} */ (null);
  #children = /** @type {Record<string, any>} */ ({});
  #reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

  setUp() {
    const practice = readPractice(this);
    this.options = new TimerOptions(practice, (name, value) => this.#changed(name, value));
    this.face = new Face(this, this.#addControls());
    this.player = new SessionPlayer(this);
    this.#heading.tabIndex = -1;
    this.#left = leftSession(practice);
    this.addEventListener("click", ({ target }) =>
      this.#press(/** @type {Element} */ (target).closest("button")),
    );
    this.child("settings").addEventListener("toggle", () => this.#openSettings());
    this.note(this.options.messages.join(" "));
    this.showState();
    this.#listen();
    if (this.options.sent && window === window.top && !scrollY) this.scrollIntoView();
  }

  /** Taken out of the page, nothing runs on. */
  disconnectedCallback() {
    this.#full?.leave();
    this.player?.pause(words.paused);
  }

  /** Puts the children of the printed template where they belong. Returns those of the face. */
  #addControls() {
    const { content } = /** @type {HTMLTemplateElement} */ (this.child("template"));
    const added = /** @type {DocumentFragment} */ (content.cloneNode(true));
    const face = [...added.children].slice(0, 2);
    this.child("choices").remove();
    this.child("controls").after(/** @type {Element} */ (added.querySelector(".practice-timer__settings")));
    for (const element of face) element.remove();
    this.child("controls").append(added);
    return face;
  }

  /** Looked for once: it is written at each frame. @template {HTMLElement} [T=HTMLElement]
   *  @param {string} name @returns {T} */
  child(name) {
    return (this.#children[name] ??= super.child(name));
  }

  #button(/** @type {string} */ name) {
    return this.one(`button[name=${name}]`);
  }

  get #heading() {
    return /** @type {HTMLElement} */ (this.child("out").querySelector(".practice-timer__heading"));
  }

  /** A press anywhere inside: translators wrap words. @param {HTMLButtonElement | null} button */
  #press(button) {
    if (!button) return;
    const player = this.player;
    /** @type {Record<string, () => void>} */
    const actions = {
      start: () => this.#pressFirst(),
      startHere: () => {
        this.start();
        this.scrollIntoView(); // with its safety lines, which a link to a heading further down has passed
      },
      again: () => this.start(),
      restart: () => this.start(),
      goOn: () => this.start(this.#left),
      stop: () => {
        player.stop();
        this.#heading.focus();
      },
      sound: () => this.options.set("tones", !this.options.settings.tones),
      skipCount: () => player.skipCount(),
      nextStep: () => player.nextStep(),
      noHolds: () => this.options.toggleHolds(),
      slower: () => player.changePace(PACE_STEP_MS),
      faster: () => player.changePace(-PACE_STEP_MS),
      full: () => this.#toggleFull(),
      answer: () => this.#answer(button.value),
    };
    actions[button.name]?.();
  }

  #pressFirst() {
    const name = FIRST_BUTTON[this.state];
    if (name === "pause") this.player.pause(words.paused);
    else if (name === "resume") this.player.resume();
    else this.start();
  }

  #listen() {
    this.on(document, "visibilitychange", () => this.player.visibilityChanged());
    this.on(document, "freeze", () => this.player.pause(words.pausedAway));
    this.on(window, "pagehide", () => this.player.pause(words.pausedAway));
    this.on(window, "storage", (event) => this.options.storedElsewhere(event));
    this.on(window, "beforeprint", () => {
      for (const name of ["script", "more"]) /** @type {HTMLDetailsElement} */ (this.child(name)).open = true;
    });
    this.on(this.#reducedMotion, "change", () => this.#refresh());
    // Start was scrolled away, above the window, or is back: the strip takes its place, and its focus goes back.
    const start = new IntersectionObserver(
      (entries) => {
        const { isIntersecting, boundingClientRect: box } = entries[entries.length - 1];
        this.toggleAttribute("data-away", !isIntersecting && box.height > 0 && box.top < BAR_PX);
        if (isIntersecting && document.activeElement === this.#button("startHere"))
          this.#button("start").focus({ preventScroll: true });
      },
      { rootMargin: `-${BAR_PX}px 0px 0px` },
    );
    start.observe(this.#button("start"));
    // A dialog that opens over the page, such as the search.
    const dialogs = new MutationObserver((changes) => {
      if (changes.some(({ target }) => target instanceof HTMLDialogElement && target.open))
        this.player.pause(words.pausedDialog);
    });
    dialogs.observe(document.body, { subtree: true, attributeFilter: ["open"] });
  }

  /** idle, ready, running, paused, stopped or ended. */
  get state() {
    return this.player?.state ?? "";
  }

  /** The query that carries what the reader picked, for a link to this page; "" when all is as given. */
  get query() {
    return this.options?.query ?? "";
  }

  /** From the start, or from where a session was left. */
  start(left = /** @type {LeftSession | null} */ (null)) {
    this.#left = null;
    this.player.start(left);
    this.child("stage").scrollIntoView({ block: "nearest" });
  }

  /** A part that few need is fetched when it is wanted; one that does not come is missed in words.
   *  @template Part @param {() => Promise<Part>} load @returns {Promise<Part | undefined>} */
  async #fetch(load) {
    try {
      return await load();
    } catch (error) {
      console.error("practice-timer: a part did not come", error);
      return this.note(words.partAway);
    }
  }

  async #openSettings() {
    const part = await this.#fetch(() => import("./panel.js"));
    if (!part || this.#panel) return;
    this.#panel = new part.SettingsPanel(this);
    this.#panel.lock(this.state in FIRST_BUTTON);
    this.child("settings").dataset.ready = "";
  }

  async #toggleFull() {
    const part = await this.#fetch(() => import("./full-view.js"));
    this.#full ??= part?.fullView(this, {
      changed: (open) => write(this.#button("full"), open ? words.leaveFull : words.full),
      tapped: () => FIRST_BUTTON[this.state] && this.#pressFirst(),
      running: () => this.player.active,
    });
    this.#full?.toggle();
  }

  /** Show what belongs to the state; a button that goes hands its focus on. */
  showState() {
    const { state } = this;
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    this.dataset.state = state;
    for (const button of this.all("[data-in]"))
      button.hidden = !button.dataset.in?.split(" ").includes(state);
    this.#showLeft();
    write(this.#button("start"), words[FIRST_BUTTON[state] ?? "start"]);
    this.child("out").hidden = state !== "stopped";
    this.child("end").hidden = state !== "ended";
    this.child("question").hidden = false;
    this.#reply("");
    if (focused?.closest("[hidden]") && this.contains(focused))
      (state === "ended" ? this.child("asks") : this.#button("start")).focus({ preventScroll: true });
    if (state === "ended") this.child("end").scrollIntoView({ block: "nearest" });
    this.#panel?.lock(state in FIRST_BUTTON);
    this.#full?.stir();
    this.#refresh();
  }

  /** The offer to take up a session that was left. */
  #showLeft() {
    const button = this.#button("goOn");
    if (!this.#left) return (button.hidden = true);
    const { session, elapsed } = this.#left;
    const place = this.face.place(session, stateAt(session, elapsed));
    write(button, words.goOn(place || lengthInWords(Math.floor(elapsed / 1000) * 1000)));
  }

  /** After a change: what Start would run is shown; motion may change in mid-session. */
  #refresh() {
    const { settings, noHolds, length, cues } = this.options;
    const still = settings.motion === "device" ? this.#reducedMotion.matches : settings.motion === "still";
    this.dataset.motion = still ? "still" : "moving";
    this.querySelector("button[name=noHolds]")?.setAttribute("aria-pressed", String(noHolds));
    write(this.#button("sound"), settings.tones ? words.soundOff : words.soundOn);
    write(this.child("chosen"), `${length}, ${cues.toLowerCase()}`);
    this.#panel?.show();
    if (!(this.state in FIRST_BUTTON)) this.face.rest(this.options, this.state === "ended");
  }

  /** @param {string} [name] of the setting; without, length or pattern were changed @param {any} [value] */
  #changed(name = "", value = undefined) {
    if (name === "forget") {
      this.#left = null;
      this.#showLeft();
    }
    if (this.options.refused) this.note(words.notStored);
    this.player.sound.settingChanged(name, value);
    this.#refresh();
  }

  #answer(/** @type {string} */ answer) {
    this.child("question").hidden = true;
    this.child("out").hidden = answer !== "worse";
    this.#reply(answer);
    (answer === "worse" ? this.#heading : this.child("reply")).focus({ preventScroll: true });
    this.dispatch("answer", { answer });
  }

  /** The words to an answer, and where they lead. @param {string} answer "" for none */
  #reply(answer) {
    const reply = this.child("reply");
    write(reply, reply.dataset[answer] ?? "");
    for (const links of this.all("[data-answer]")) links.hidden = links.dataset.answer !== answer;
  }

  /** @param {string} text @returns {undefined} */
  note(text) {
    write(this.child("note"), text);
  }

  /** For a screen reader too. @param {string} text */
  say(text) {
    write(this.child("status"), text);
  }

  /** One bubbling event for what happened, with the start as the session's key. @param {string} name */
  dispatch(name, more = {}) {
    const { startedAt, practised } = this.player;
    const detail = { slug: this.options.practice.slug, startedAt, elapsedMs: practised, ...more };
    this.dispatchEvent(new CustomEvent(`practice-timer-${name}`, { bubbles: true, detail }));
  }
}
