import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const COMPRESSED = /\.(js|css|svg)$/;

/** Writes a .br and a .gz beside each text, so that the server never compresses. */
function compressed(folder: () => string): Plugin {
  return {
    name: "compressed",
    apply: "build",
    closeBundle() {
      for (const name of readdirSync(folder())) {
        if (!COMPRESSED.test(name)) continue;
        const path = join(folder(), name);
        const content = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(content));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

const api = process.env.TIMELEDGER_URL ?? "http://127.0.0.1:8080";
const token = process.env.TIMELEDGER_TOKEN;
const output = process.env.CONSOLE_OUTPUT ?? "dist";

export default defineConfig({
  base: "/console/",
  // ConsolePage replaces it in each answer.
  html: { cspNonce: "{{nonce}}" },
  build: {
    outDir: output,
    emptyOutDir: true,
    target: "es2022",
    // Those that know light-dark(), which must reach them as it is: the scheme is set by the page.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  plugins: [react(), compressed(() => join(output, "assets"))],
  server: {
    port: 5173,
    strictPort: true,
    host: "127.0.0.1",
    proxy: {
      "/api": {
        target: api,
        ...(token && { headers: { Authorization: `Bearer ${token}` } }),
      },
      "/health": { target: api },
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
} as Parameters<typeof defineConfig>[0]);
