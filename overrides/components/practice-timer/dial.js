/** The moving picture (SVG): a ring divided by the phases, a disc that swells and shrinks, and a bar for
 *  the still view. */

import { levels, roundMs, spansOf } from "./schedule.js";
/** @import { Session, Span, State } from "./schedule.js" */

const SVG = "http://www.w3.org/2000/svg";
const SIZE = 240;
const RADIUS = 110;
const GAP = 13; // pixels between two arcs, round ends included
const DISC = [54, 98]; // radius of the disc, empty (a word fits in it) and full
const SCALE = 10; // pixels a second: the scale of every breath line of the site
const SHAPE = { x: 4, rise: 44, edge: 4 }; // as macros/render/shape.py draws it
const SHAPE_SECONDS = 20;

const ease = (/** @type {number} */ fraction) => 0.5 - 0.5 * Math.cos(Math.PI * fraction);
const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;

/** `drawn("disc", "circle", {...})` has the class `practice-timer__disc`.
 *  @template {keyof SVGElementTagNameMap} Tag @param {string} name @param {Tag} tag
 *  @param {Record<string, string | number>} attributes @param {Element[]} children */
function drawn(name, tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute("class", `practice-timer__${name}`);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  element.append(...children);
  return element;
}

/** How full the breath is, 0 to 1. @param {Span[]} spans @param {State} state */
function fullness(spans, { phase, fraction }) {
  const ends = levels(spans);
  const from = phase ? ends[phase - 1] : 0;
  return from + (ends[phase] - from) * ease(fraction);
}

/** @param {number} start @param {number} end radians */
function arcPath(start, end) {
  const at = (/** @type {number} */ angle) =>
    `${round(SIZE / 2 + RADIUS * Math.sin(angle))} ${round(SIZE / 2 - RADIUS * Math.cos(angle))}`;
  return `M${at(start)}A${RADIUS} ${RADIUS} 0 ${end - start > Math.PI ? 1 : 0} 1 ${at(end)}`;
}

/** The path of some rounds of breath, in pixels: in goes up, hold and rest level, out down. */
function breathPath(/** @type {Span[]} */ spans, /** @type {number} */ rounds) {
  const ends = levels(spans);
  let x = SHAPE.x;
  let y = SHAPE.edge + SHAPE.rise;
  let path = `M${x} ${y}`;
  for (let drawnRounds = 0; drawnRounds < rounds; drawnRounds += 1) {
    spans.forEach(({ ms }, phase) => {
      const toX = x + (ms / 1000) * SCALE;
      const toY = SHAPE.edge + SHAPE.rise * (1 - ends[phase]);
      const bend = (toX - x) * 0.42;
      if (ms) path += `C${[x + bend, y, toX - bend, toY, toX, toY].map(round).join(" ")}`;
      [x, y] = [toX, toY];
    });
  }
  return path;
}

/** Draw the printed shape of a breath again for a pattern of one's own, at the scale of all shapes. */
export function redrawShape(/** @type {SVGSVGElement} */ svg, /** @type {Span[]} */ spans) {
  const seconds = roundMs(spans) / 1000;
  const rounds = Math.max(1, Math.floor(SHAPE_SECONDS / seconds));
  svg.querySelector("path")?.setAttribute("d", breathPath(spans, rounds));
  const width = rounds * seconds * SCALE + 2 * SHAPE.edge;
  const size = svg.height.baseVal.value / svg.viewBox.baseVal.height;
  svg.setAttribute("viewBox", `0 0 ${width} ${SHAPE.rise + 2 * SHAPE.edge}`);
  svg.setAttribute("width", String(width * size));
}

export class Dial {
  #ring = drawn("ring", "g");
  #disc = drawn("disc", "circle", { cx: SIZE / 2, cy: SIZE / 2, r: DISC[0] });
  #fullest = drawn("fullest", "circle", { cx: SIZE / 2, cy: SIZE / 2, r: DISC[1] });
  #bar = drawn("segments", "g");
  #fills = /** @type {{fill: SVGElement, segment: SVGElement}[]} */ ([]);
  #spans = /** @type {Span[] | null} */ (null);

  /** @param {string} kind of practice */
  constructor(kind) {
    const hidden = { "aria-hidden": "true", focusable: "false" };
    const flat = { viewBox: "0 0 280 16", preserveAspectRatio: "none", ...hidden };
    this.dial = drawn("dial", "svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, ...hidden }, this.#ring);
    if (kind === "breath") this.dial.prepend(this.#fullest, this.#disc);
    this.bar = drawn("bar", "svg", flat, this.#bar);
  }

  /** Paint one moment. @param {Session} session @param {State} state */
  paint(session, state) {
    const spans = spansOf(session, state.round);
    if (spans !== this.#spans) this.#divide(spans);
    const level = fullness(spans, state);
    this.#fills.forEach(({ fill, segment }, index) => {
      const share = index < state.phase ? 1 : index > state.phase ? 0 : state.fraction;
      fill.setAttribute("display", share > 0 ? "inline" : "none");
      fill.setAttribute("stroke-dasharray", `${round(share * 100) / 100} 2`);
      segment.toggleAttribute("data-now", index === state.phase);
    });
    this.dial.dataset.phase = this.bar.dataset.phase = spans[state.phase].kind;
    this.#disc.setAttribute("r", String(round(DISC[0] + (DISC[1] - DISC[0]) * level)));
  }

  #divide(/** @type {Span[]} */ spans) {
    this.#spans = spans;
    const total = roundMs(spans);
    let start = 0;
    this.#ring.replaceChildren();
    this.#bar.replaceChildren();
    this.#fills = spans.map(({ kind, ms }) => {
      const turn = (2 * Math.PI * ms) / total;
      const inset = Math.min(GAP / RADIUS, turn * 0.7) / 2;
      const d = arcPath(start + inset, start + turn - inset);
      const fill = drawn(`arc practice-timer__arc--${kind}`, "path", { d, pathLength: 1, display: "none" });
      const x = (280 * start) / (2 * Math.PI) + 1;
      const box = { x, y: 4, height: 8, width: Math.max(1, (280 * ms) / total - 2) };
      const segment = drawn(`segment practice-timer__segment--${kind}`, "rect", box);
      if (ms) this.#ring.append(drawn(`track practice-timer__arc--${kind}`, "path", { d }), fill);
      if (ms) this.#bar.append(segment);
      start += turn;
      return { fill, segment };
    });
  }
}
