/** A soft background made on the device (Web Audio): brown noise, or the same noise swelling like waves. No
 *  file is loaded. It goes through the timer's own volume, below the tones, and is fetched only when a
 *  reader chooses it. */

export const LOUDEST = 0.3; // at its peak; the tones reach 0.6
const SECONDS = 8; // of noise, played round and round
const FADE = 1; // time constant of the fades, in seconds
const KEEP = 0.02; // how fast the noise forgets: its low end
/** Share of the swell, its speed in hertz, and the highest frequency let through.
 *  @type {Record<string, [number, number, number]>} */
const KINDS = { waves: [0.45, 0.09, 900], noise: [0, 0.09, 500] };

/** Brown noise with its peak at 1, whose end meets its beginning. @param {number} length in samples */
export function brownNoise(length, random = Math.random) {
  const samples = new Float32Array(length);
  let level = 0;
  for (let index = 0; index < length; index += 1) {
    level += (2 * random() - 1) * KEEP - level * KEEP * 0.1;
    samples[index] = level;
  }
  const drift = samples[length - 1] - samples[0];
  let peak = 0;
  for (let index = 0; index < length; index += 1) {
    samples[index] -= (drift * index) / (length - 1);
    peak = Math.max(peak, Math.abs(samples[index]));
  }
  return samples.map((sample) => sample / (peak || 1));
}

export class Ambience {
  #context;
  #level;
  #swell;
  #depth;
  #wave;
  #filter;

  /** Starts in silence. @param {AudioContext} context that runs @param {AudioNode} out */
  constructor(context, out) {
    const noise = brownNoise(Math.round(SECONDS * context.sampleRate));
    const buffer = context.createBuffer(1, noise.length, context.sampleRate);
    buffer.copyToChannel(noise, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = true;
    this.#context = context;
    this.#filter = context.createBiquadFilter();
    this.#swell = context.createGain();
    this.#depth = context.createGain();
    this.#wave = context.createOscillator();
    this.#level = context.createGain();
    this.#level.gain.value = 0;
    this.#wave.connect(this.#depth).connect(this.#swell.gain);
    source.connect(this.#filter).connect(this.#swell).connect(this.#level).connect(out);
    source.start();
    this.#wave.start();
  }

  /** Fade to a kind and a volume. @param {string} kind "waves" or "noise"; any other is silence
   *  @param {number} volume 0 to 1 */
  play(kind, volume) {
    const now = this.#context.currentTime;
    const [depth, hertz, highest] = KINDS[kind] ?? KINDS.noise;
    this.#swell.gain.setTargetAtTime(1 - depth, now, FADE);
    this.#depth.gain.setTargetAtTime(depth, now, FADE);
    this.#wave.frequency.value = hertz;
    this.#filter.frequency.setTargetAtTime(highest, now, FADE);
    this.#level.gain.setTargetAtTime(kind in KINDS ? LOUDEST * volume : 0, now, FADE);
  }
}
