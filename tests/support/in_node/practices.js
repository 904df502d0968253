/** Which practices fit, the best first. Answers {practices: [data attributes, ...], questions: [[filters, the
 *  editors' first choice], ...]}, a line of JSON, with a list of practices for each question. */

import { createInterface } from "node:readline";
import { factsOf, nothing, ranked } from "../../../overrides/components/practice-choices/filters.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { practices, questions } = JSON.parse(line);
  const all = practices.map(factsOf);
  const answers = questions.map(([filters, first]) => ranked(all, { ...nothing(), ...filters }, first));
  console.log(JSON.stringify(answers.map((facts) => facts.map(({ practice }) => practice))));
}
