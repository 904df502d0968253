/** What the rest of the site may use of the offline copy; its scripts have no type check yet. */
export class OfflineCopy extends HTMLElement {}
