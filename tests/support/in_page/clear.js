/* Large parts that something shines through; of an open dialog, the ground behind it too. */
() =>
  [...document.querySelectorAll("body *")]
    .filter((element) => {
      if (element.matches("dialog:modal") && parseFloat(getComputedStyle(element, "::backdrop").opacity) < 1)
        return true;
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg")) return false;
      const box = element.getBoundingClientRect();
      const { opacity, backgroundColor, backdropFilter = "none" } = getComputedStyle(element);
      const alpha = parseFloat(backgroundColor.match(/rgba\(.*, ([0-9.]+)\)/)?.[1] ?? "1");
      const partly = (share) => share > 0 && share < 1;
      return (
        box.width * box.height > 10000 &&
        (partly(parseFloat(opacity)) || partly(alpha) || backdropFilter !== "none")
      );
    })
    .map((element) => element.className);
