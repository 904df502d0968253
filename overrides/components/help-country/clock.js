/** The country whose clock the device runs on: looked up on the device, sent nowhere. */

/** @param {HTMLTemplateElement[]} templates one for each country, with its time zones
 *  @returns {{zone: string, template: HTMLTemplateElement | undefined}} no template for an unknown clock */
export function byClock(templates) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zone, template: templates.find(({ dataset }) => dataset.zones?.split(" ").includes(zone)) };
}
