import { expect, test } from "vitest";
import type { Task } from "../api/resources";
import { taskDraft, taskPut } from "./taskDraft";

const search = {
  id: "website-3",
  name: "Search",
  project_id: "website",
  estimate_hours: 0,
  completed_at: "2026-11-01T10:00:00Z",
} as Task;

test("a record that was only opened stays as it is", () => {
  expect(taskPut(taskDraft(search), "website", search)).toEqual({
    name: "Search",
    project_id: "website",
    estimate_hours: 0,
    completed_at: "2026-11-01T10:00:00Z",
  });
});

test("a new task belongs to the project and has no estimate", () => {
  const put = taskPut({ ...taskDraft(undefined), name: "Docs" }, "api", undefined);
  expect(put).toEqual({ name: "Docs", project_id: "api", estimate_hours: null });
});
