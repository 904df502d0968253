/** The contents of a page: a fold on narrow windows; beside the text on wide ones, the section marked. */

const WIDE = "(min-width: 64em)";
/* A section is read from when its heading is in the upper third until the next one is. The root reaches far
 *   above the window,
   so that a heading crosses this line however fast the page is scrolled. */
const LINE = 1 / 3;
const ABOVE_LINE = `1000000px 0px ${-100 * (1 - LINE)}% 0px`;

/** Folds or opens them with the window, and marks the present section (IntersectionObserver). */
export function startPageContents() {
  const fold = document.querySelector(".page-contents__fold");
  const title = fold?.querySelector("summary");
  if (!(fold instanceof HTMLDetailsElement) || !title) return;
  const wide = matchMedia(WIDE);
  const fit = () => {
    fold.open = wide.matches;
    title.tabIndex = wide.matches ? -1 : 0;
  };
  wide.addEventListener("change", fit);
  fit();
  showThatItScrolls(/** @type {HTMLElement} */ (fold.parentElement));
  markPresent([.../** @type {NodeListOf<HTMLAnchorElement>} */ (fold.querySelectorAll("a[href^='#']"))]);
}

/** While more of the list stands below its edge, the edge fades (site.css). @param {HTMLElement} box */
function showThatItScrolls(box) {
  const look = () =>
    box.toggleAttribute("data-more", box.scrollHeight - box.scrollTop - box.clientHeight > 4);
  box.addEventListener("scroll", look, { passive: true });
  new ResizeObserver(look).observe(box);
  look();
}

/** @param {HTMLAnchorElement[]} links Links to the headings of the page, in its order. */
function markPresent(links) {
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  /** @type {HTMLAnchorElement | undefined} */
  let present;

  const mark = () => {
    const line = innerHeight * LINE;
    const at = headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top <= line);
    if (links[at] === present) return;
    present?.removeAttribute("aria-current");
    present = links[at];
    present?.setAttribute("aria-current", "true");
    if (present) keepInSight(present);
  };

  const watch = new IntersectionObserver(mark, { rootMargin: ABOVE_LINE });
  for (const heading of headings) if (heading) watch.observe(heading);
}

/** Scrolls the list, never the page, until the entry can be seen. @param {HTMLElement} entry */
function keepInSight(entry) {
  const box = entry.closest(".page-contents");
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const { top, bottom } = entry.getBoundingClientRect();
  const room = box.getBoundingClientRect();
  if (top < room.top) box.scrollTop += top - room.top;
  else if (bottom > room.bottom) box.scrollTop += bottom - room.bottom;
}
