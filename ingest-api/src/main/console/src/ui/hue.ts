import type { CSSProperties } from "react";

const HUES = 12;

/** One of twelve hues, always the same for an id. */
export function hueOf(id: string): number {
  let hash = 2166136261;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 16777619) >>> 0;
  }
  return ((hash >>> 8) % HUES) * (360 / HUES) + 15;
}

/** For the classes of hue.css. */
export function hueStyle(id: string | null | undefined): CSSProperties {
  return { "--hue": id ? hueOf(id) : 255 } as CSSProperties;
}

/** The same hue for charts, which take colours as text. */
export function hueColor(id: string): string {
  return `light-dark(oklch(0.62 0.13 ${hueOf(id)}), oklch(0.66 0.11 ${hueOf(id)}))`;
}
