/** The device's own voice. Any other voice sends the text to a host, so no other is used. */

/** A voice that lives on this device, in the language of the page; undefined without one. */
export const localVoice = () =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(
      ({ localService, lang }) =>
        localService && lang.startsWith(document.documentElement.lang.slice(0, 2) || "en"),
    );

/** Calls `then` now, and again when the device names its voices later. @param {() => void} then */
export function whenVoices(then) {
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", then);
  then();
}

/** One utterance at a time: an older one gives way. Without a voice nothing is said.
 *  @param {string} text @param {number} [volume] 0 to 1 @returns {SpeechSynthesisUtterance | undefined} */
export function speak(text, volume = 1) {
  const voice = localVoice();
  if (!voice) return undefined;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.volume = volume;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
  return utterance;
}

export const stopSpeaking = () => globalThis.speechSynthesis?.cancel();
