/** The settings: five calm rows, each with its present value, all native controls. */

import { part } from "./dom.js";
import { words } from "./strings.js";

let count = 0;
const nextId = () => `practice-timer-${(count += 1)}`;

/** A row that opens; `value` shows what is chosen. */
function row(name, group, ...children) {
  const value = part("value", "span");
  const summary = part("summary", "summary", {}, part("row-name", "span", {}, name), " ", value);
  return Object.assign(part("setting", "details", { name: group }, summary, part("fields", "fieldset", {}, part("legend", "legend", {}, name), ...children)), { value });
}

function labelled(text, input) {
  input.id ||= nextId();
  return part("field", "p", {}, part("field-label", "label", { for: input.id }, text), input);
}

const option = ([value, text]) => part("", "option", { value }, text);
const select = (options, change) => part("input", "select", { change }, ...options.map(option));
const number = (attributes, change) => part("input practice-timer__input--number", "input", { type: "number", inputmode: "decimal", change, ...attributes });
const button = (text, click, attributes) => part("button", "button", { type: "button", click, ...attributes }, text);

function tick(text, change) {
  const input = part("tick", "input", { type: "checkbox", id: nextId(), change: () => change(input.checked) });
  const line = part("field practice-timer__field--tick", "p", {}, input, part("field-label", "label", { for: input.id }, text));
  return Object.assign(line, { input });
}

/** How long: offered lengths, about so many minutes, a number of one's own, or open-ended. */
export function lengthRow(group, options, own, bells, on) {
  const lengths = select(options, ({ target }) => on.length(target.value));
  const refusal = part("refusal", "p", { id: nextId(), role: "status" });
  const ownNumber = own && number({ ...own, "aria-describedby": refusal.id }, ({ target }) => on.ownLength(target.value));
  const bell = bells && select(bells, ({ target }) => on.bell(Number(target.value)));
  const fields = [labelled(words.length, lengths)];
  if (own) fields.push(labelled(own.label, ownNumber), refusal);
  if (bell) fields.push(labelled(words.bellLabel, bell));
  return Object.assign(row(words.length, group, ...fields), { lengths, own: ownNumber, refusal, bell });
}

/** Which pattern: presets, seconds of one's own, a lead-in from one's own pace. */
export function patternRow(group, practice, options, on) {
  const refusal = part("refusal", "p", { id: nextId(), role: "status" });
  const presets = select(options, ({ target }) => on.pattern(target.value));
  const describedBy = { "aria-describedby": refusal.id };
  const seconds = practice.spans.map(({ kind, ms }, phase) => {
    const [least, most] = practice.bounds[kind].map((bound) => bound / 1000);
    const range = { min: kind === "hold" ? 0 : least, max: most, step: 0.5, value: ms / 1000, ...describedBy };
    return number(range, () => on.seconds(seconds.map(({ value }) => value)));
  });
  const own = number({ min: 3, step: 0.1, ...describedBy }, ({ target }) => on.own(target.value));
  const tap = button(words.tapPace, () => on.tap(tap));
  const eases = part("hint", "p");
  const fields = seconds.map((input, phase) => labelled(words.secondsFor(practice.says[phase]), input));
  const all = [labelled(words.pattern, presets), ...fields, refusal, labelled(words.ownPace, own), tap, eases];
  return Object.assign(row(words.pattern, group, ...all), { presets, seconds, refusal, own, eases });
}

/** What is heard and felt; silent until chosen. `can` says what this device has. */
export function cuesRow(group, can, on) {
  const ticks = {
    tones: tick(words.tonesLong, on.tones),
    keepGoing: tick(words.keepGoing, on.keepGoing),
    playAnyway: can.playAnyway && tick(words.playAnyway, on.playAnyway),
    voice: can.voice && tick(words.voiceLong, on.voice),
    vibration: can.vibration && tick(words.vibration, on.vibration),
    readPhases: tick(words.readPhases, on.readPhases),
  };
  const slide = ({ target }) => on.volume(target.valueAsNumber);
  const volume = part("input", "input", { type: "range", min: 0, max: 1, step: 0.05, input: slide });
  const test = part("field", "p", {}, button(words.test, on.test), " ", part("hint", "span", {}, words.noSound));
  const parts = [ticks.tones, labelled(words.volume, volume), test, ticks.keepGoing, ticks.playAnyway];
  parts.push(ticks.voice || part("hint", "p", {}, words.noVoice), ticks.vibration, ticks.readPhases);
  return Object.assign(row(words.cues, group, ...parts.filter(Boolean)), { ticks, volume });
}

export function motionRow(group, on) {
  const motion = select(Object.entries(words.motions), ({ target }) => on.motion(target.value));
  const forget = button(words.forget, on.forget);
  const memory = part("field", "p", {}, part("hint", "span", {}, words.remembered), " ", forget);
  return Object.assign(row(words.motion, group, labelled(words.motion, motion), memory), { motion, memory });
}

/** The link and the frame for another page; both are shown where the device can neither share nor copy. */
export function shareRow(group, on) {
  const link = part("input", "input", { readonly: true, id: nextId() });
  const shown = labelled(words.linkIs, link);
  shown.hidden = true;
  const code = part("input practice-timer__input--code", "textarea", { readonly: true, rows: 4, focus: ({ target }) => target.select() });
  const reply = part("hint", "p", { role: "status" });
  const all = [button(words.shareLink, on.share), reply, shown, labelled(words.embedLabel, code)];
  return Object.assign(row(words.share, group, ...all), { link, shown, code, reply });
}
