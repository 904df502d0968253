/** What may be fetched without asking: only what the browser knows to be free. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isFree } from "../../overrides/components/offline-copy/connection.js";

test("a fast line that is not metered is free", () => {
  assert.equal(isFree({ effectiveType: "4g", saveData: false, type: "wifi" }), true);
  assert.equal(isFree({ effectiveType: "4g" }), true);
});

test("where the browser says nothing, or the line is slow, paid or to be spared, nothing is fetched", () => {
  const lines = [undefined, {}, { effectiveType: "3g" }, { effectiveType: "4g", saveData: true }, { effectiveType: "4g", type: "cellular" }];
  assert.deepEqual(lines.map(isFree), lines.map(() => false));
});
