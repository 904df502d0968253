/** Every word that a worksheet's script shows. A translation is another such file. */

export const words = {
  empty: "There is nothing to keep yet. One word is enough.",
  stored: "Kept in your notes, on this device. It also stays in the boxes until you clear them or leave.",
  notStored:
    "It wasn't kept. Your browser may not allow it, the device may be full, or your notes may be locked. What you typed is still in the boxes: you can print it.",
  cleared: "Cleared.",
};
