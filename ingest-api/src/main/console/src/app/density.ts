export type Density = "cosy" | "compact";

const KEY = "timeledger-density";

export function density(): Density {
  return localStorage.getItem(KEY) === "compact" ? "compact" : "cosy";
}

export function setDensity(value: Density): void {
  localStorage.setItem(KEY, value);
  document.documentElement.dataset.density = value;
}
