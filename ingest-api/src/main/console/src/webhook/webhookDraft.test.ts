import { expect, test } from "vitest";
import { bodyOf, NEW_DRAFT, parseDelays } from "./webhookDraft";

test("reads delays as people write them", () => {
  expect(parseDelays("60, 300 1800")).toEqual([60, 300, 1800]);
  expect(parseDelays("")).toEqual([]);
  expect(parseDelays("1 min")).toBeUndefined();
  expect(parseDelays("0")).toBeUndefined();
  expect(parseDelays("90000")).toBeUndefined();
});

test("sends every field, no empty description, and no filter that nothing passes", () => {
  expect(bodyOf({ ...NEW_DRAFT, url: " https://pay.example/hooks ", projectIds: ["p_1"] })).toEqual(
    {
      url: "https://pay.example/hooks",
      description: null,
      events: ["*"],
      filter: { project_ids: ["p_1"], entity_types: null, entity_ids: null },
      payload: "full",
      format: "standard",
      ordering: "none",
      retry_delays: [60, 300, 1800],
    },
  );
});
