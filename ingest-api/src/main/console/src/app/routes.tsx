import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { can, meQuery, settingsQuery } from "../api/me";
import { asProblem } from "../api/problem";
import { queryClient } from "../api/queryClient";
import type { Permission } from "../api/resources";
import { approvalsQuery } from "../api/timesheets";
import { EnterPage } from "../session/EnterPage";
import { FailedPage } from "./FailedPage";
import { Missing } from "./Missing";
import { Shell } from "./Shell";
import * as search from "./search";

const root = createRootRoute({ component: Outlet, errorComponent: FailedPage });

const enter = createRoute({
  getParentRoute: () => root,
  path: "/enter",
  component: function Enter() {
    const navigate = enter.useNavigate();
    return <EnterPage onEntered={() => void navigate({ to: "/" })} />;
  },
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  beforeLoad: async () => {
    try {
      await Promise.all([
        queryClient.ensureQueryData(meQuery),
        queryClient.ensureQueryData(settingsQuery),
      ]);
    } catch (error) {
      if (asProblem(error).status === 401) throw redirect({ to: "/enter" });
      throw error;
    }
  },
  component: Shell,
  notFoundComponent: Missing,
});

/** Where somebody lands: approvals when some wait, else where their time is. */
const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  beforeLoad: async () => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (can(me, "time:approve")) {
      const waiting = await queryClient.ensureQueryData(approvalsQuery).catch(() => []);
      if (waiting.length > 0) throw redirect({ to: "/approvals" });
    }
    throw redirect({ to: can(me, "time:write") ? "/timer" : "/entries" });
  },
});

const timer = createRoute({
  getParentRoute: () => shell,
  path: "/timer",
  validateSearch: search.timer,
  component: lazyRouteComponent(() => import("../timer/TimerPage"), "TimerPage"),
});

const timesheet = createRoute({
  getParentRoute: () => shell,
  path: "/timesheet",
  validateSearch: search.timesheet,
  component: lazyRouteComponent(() => import("../timesheet/TimesheetPage"), "TimesheetPage"),
});

const entries = createRoute({
  getParentRoute: () => shell,
  path: "/entries",
  validateSearch: search.entries,
  component: lazyRouteComponent(() => import("../entry/EntriesPage"), "EntriesPage"),
});

const approvals = createRoute({
  getParentRoute: () => shell,
  path: "/approvals",
  validateSearch: search.approvals,
  component: lazyRouteComponent(() => import("../approval/ApprovalsPage"), "ApprovalsPage"),
});

const reports = createRoute({
  getParentRoute: () => shell,
  path: "/reports",
  validateSearch: search.reports,
  component: lazyRouteComponent(() => import("../report/ReportsPage"), "ReportsPage"),
});

const ledger = createRoute({
  getParentRoute: () => shell,
  path: "/ledger",
  validateSearch: search.ledger,
  component: lazyRouteComponent(() => import("../ledger/LedgerPage"), "LedgerPage"),
});

const projects = createRoute({
  getParentRoute: () => shell,
  path: "/projects",
  validateSearch: search.projects,
  component: lazyRouteComponent(() => import("../directory/ProjectsPage"), "ProjectsPage"),
});

const project = createRoute({
  getParentRoute: () => shell,
  path: "/projects/$id",
  component: lazyRouteComponent(() => import("../directory/ProjectPage"), "ProjectPage"),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  component: lazyRouteComponent(() => import("../settings/SettingsPage"), "SettingsPage"),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: "/people",
  validateSearch: search.people,
  component: lazyRouteComponent(() => import("../directory/PeoplePage"), "PeoplePage"),
});

const tokens = createRoute({
  getParentRoute: () => shell,
  path: "/tokens",
  component: lazyRouteComponent(() => import("../token/TokensPage"), "TokensPage"),
});

const webhooks = createRoute({
  getParentRoute: () => shell,
  path: "/webhooks",
  component: lazyRouteComponent(() => import("../webhook/WebhooksPage"), "WebhooksPage"),
});

const webhook = createRoute({
  getParentRoute: () => shell,
  path: "/webhooks/$id",
  validateSearch: search.webhook,
  component: lazyRouteComponent(() => import("../webhook/WebhookPage"), "WebhookPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    enter,
    shell.addChildren([
      home,
      timer,
      timesheet,
      entries,
      approvals,
      reports,
      projects,
      project,
      people,
      webhooks,
      webhook,
      ledger,
      tokens,
      settings,
    ]),
  ]),
  basepath: "/console",
  defaultPreload: "intent",
  defaultErrorComponent: FailedPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    needs?: Permission;
  }
}
