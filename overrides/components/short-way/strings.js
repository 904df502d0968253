/** Every word that a short way's script shows. A translation is another such file. */

export const words = {
  on: "You can tick them off now. The ticks stay on this device.",
  forgotten: "Your ticks are forgotten.",
  refused: "Your browser doesn't let this page keep ticks. You can print it and tick it by hand.",
};
