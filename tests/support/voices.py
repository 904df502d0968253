"""Voices of a device (Web Speech API) that only write down what they are told to say."""

# A voice of the device (unless `near` is false) and a far one, that speak when told: `told.at(-1).onend()`.
# `silenced` counts how often they were stopped; `voicesChanged()` says that `voices` has others now.
VOICES = """
window.told = []; window.silenced = 0;
window.voices = [{ localService: false, lang: "en-GB", name: "far" },
  { localService: true, lang: "en-GB", name: "near" }].slice(0, window.near === false ? 1 : 2);
Object.defineProperty(window, "speechSynthesis", { value: { cancel() { window.silenced += 1; },
  getVoices: () => window.voices, speak: (said) => window.told.push(said),
  addEventListener(_, changed) { window.voicesChanged = changed; } } });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
