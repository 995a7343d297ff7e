import { createRequire } from "node:module";
import { expect, type Page, test } from "@playwright/test";
import { asPerson, OWNER } from "./people";

const PAGES = [
  "timer",
  "timesheet",
  "entries",
  "approvals",
  "reports",
  "projects",
  "projects/website",
  "people",
  "webhooks",
  "ledger?tab=audit",
  "tokens",
  "settings",
];
const WIDTHS = [1440, 768, 360];
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What a page must be at every width, light and dark: whole, quiet and accessible. */
for (const scheme of ["light", "dark"] as const) {
  test(`looks right in ${scheme}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await asPerson(browser, OWNER);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const path of PAGES) {
      await page.goto(`/console/${path}`);
      await expect(page.locator("h1").first()).toBeAttached();
      await expect(page.locator(".skeleton")).toHaveCount(0);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
        await photograph(page, `${path.replace(/\?.*/, "").replace("/", "-")}-${width}-${scheme}`);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(over, `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
      }
      await page.setViewportSize({ width: 1440, height: 900 });
      expect.soft(await findings(page), `axe on ${path} in ${scheme}`).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });
}

async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env.CONSOLE_SCREENS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

interface Finding {
  id: string;
  nodes: { html: string; any: { message: string }[] }[];
}

async function findings(page: Page): Promise<string[]> {
  // By the debugger, which the page's policy does not concern.
  await page.evaluate(await source());
  const violations = (await page.evaluate(
    "axe.run({ resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }).then((result) => result.violations)",
  )) as Finding[];
  return violations.flatMap((found) =>
    found.nodes.map(
      (node) => `${found.id}: ${node.html.slice(0, 200)} ${node.any[0]?.message ?? ""}`,
    ),
  );
}

async function source(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile(axe, "utf8");
}
