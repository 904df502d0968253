/** The words that change with what is remembered. */

export const words = {
  keep: "Keep this practice",
  remove: "Remove from my practices",
  empty: "None yet. Open a practice and press “Keep this practice”.",
  refused: "Your browser doesn't let this page keep anything.",
  forgotten: "Forgotten. Nothing is kept now.",
};
