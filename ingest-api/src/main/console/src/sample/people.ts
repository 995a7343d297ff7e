/** The people of the sample beside those that the workspace begins with. */
export const PEOPLE = [
  { id: "u_ana", name: "Ana Torres", email: "ana@example.com", role: "member", weekly_hours: 40 },
  { id: "u_ben", name: "Ben Keller", email: "ben@example.com", role: "member", weekly_hours: 40 },
  { id: "u_cem", name: "Cem Arslan", email: "cem@example.com", role: "member", weekly_hours: 32 },
  {
    id: "u_dora",
    name: "Dora Fischer",
    email: "dora@example.com",
    role: "manager",
    weekly_hours: 40,
  },
] as const;

export const CLIENTS = [
  { id: "acme", name: "Acme" },
  { id: "globex", name: "Globex" },
  { id: "initech", name: "Initech" },
] as const;

export const PROJECTS = [
  { id: "website", name: "Website", client_id: "acme", time_budget_hours: 120 },
  { id: "checkout", name: "Checkout", client_id: "acme", time_budget_hours: 400 },
  { id: "mobile", name: "Mobile app", client_id: "globex", time_budget_hours: 600 },
  { id: "api", name: "Public API", client_id: "globex", time_budget_hours: null },
  { id: "migration", name: "Data migration", client_id: "initech", time_budget_hours: 250 },
  { id: "support", name: "Support desk", client_id: "initech", time_budget_hours: null },
  { id: "brand", name: "Brand refresh", client_id: "acme", time_budget_hours: 80 },
  { id: "internal", name: "Internal", client_id: null, time_budget_hours: null },
] as const;

const TASKS_OF: Record<string, string[]> = {
  website: ["Home page", "Navigation", "Search", "Accessibility audit"],
  checkout: ["Payment step", "Address form", "Error states", "Load test"],
  mobile: ["Sign-in", "Offline mode", "Push messages", "Release 2.4"],
  api: ["Pagination", "Webhooks", "Rate limits", "Documentation"],
  migration: ["Mapping", "Dry run", "Cut-over", "Reconciliation"],
  support: ["Tickets", "On-call", "Post-mortem"],
  brand: ["Colours", "Typography", "Templates"],
  internal: ["Planning", "Hiring", "Stand-up", "Training"],
};

export const TASKS = Object.entries(TASKS_OF).flatMap(([project, names]) =>
  names.map((name, index) => ({
    id: `${project}-${index + 1}`,
    name,
    project_id: project,
    estimate_hours: 8 + ((index * 13 + project.length * 7) % 5) * 8,
  })),
);

export const DESCRIPTIONS = [
  "Review with the team",
  "First version",
  "Fix what the test found",
  "Call with the client",
  "Write it down",
  "Prepare the release",
  "Pairing",
  "Clean up",
];
