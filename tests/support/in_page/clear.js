/* Large parts that something shines through. */
() => [...document.querySelectorAll("body *")].filter((element) => {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest("svg")) return false;
  const box = element.getBoundingClientRect();
  const { opacity, backgroundColor, backdropFilter = "none" } = getComputedStyle(element);
  const alpha = parseFloat(backgroundColor.match(/rgba\(.*, ([0-9.]+)\)/)?.[1] ?? "1");
  const partly = (share) => share > 0 && share < 1;
  return box.width * box.height > 10000 && (partly(parseFloat(opacity)) || partly(alpha) || backdropFilter !== "none");
}).map((element) => element.className)
