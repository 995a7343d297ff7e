import { expect, test } from "vitest";
import type { Project } from "../api/resources";
import { projectDraft, projectPut } from "./projectDraft";
import { wholeProject } from "./projects";

const website = {
  id: "website",
  name: "Website",
  client_id: "acme",
  billable: false,
  time_budget_hours: 120,
  archived: true,
  version: 3,
} as Project;

test("a record that was only opened stays as it is", () => {
  expect(projectPut(projectDraft(website), website)).toEqual(wholeProject(website));
});

test("what is empty is null", () => {
  const put = projectPut({ ...projectDraft(undefined), name: " API " }, undefined);
  expect(put).toEqual({ name: "API", client_id: null, billable: null, time_budget_hours: null });
});
