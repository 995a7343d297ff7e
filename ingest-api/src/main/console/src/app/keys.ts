import { useEffect } from "react";

export type Keys = Record<string, (event: KeyboardEvent) => void>;

const SEQUENCE_MILLIS = 1500;

/** Whether keys go into what has the focus, so that single keys must not act. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest("input, textarea, select, [role=listbox], [role=grid][data-keys]") !== null
  );
}

/** The name of a key as the maps of keys write it: `mod+k`, `g t`, `?`. */
export function keyName(event: KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
  const alt = event.altKey ? "alt+" : "";
  return mod + alt + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

/** Keys that act on every page. `g t` is one key after another. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    let prefix = "";
    let prefixAt = 0;
    const down = (event: KeyboardEvent) => {
      const name = keyName(event);
      const isPlain = !name.startsWith("mod+");
      if (event.defaultPrevented || (isPlain && isTyping(event.target))) return;
      if (document.querySelector("[role=dialog]") && isPlain) return;
      const follows = prefix !== "" && event.timeStamp - prefixAt < SEQUENCE_MILLIS;
      const action = (follows && keys[`${prefix} ${name}`]) || keys[name];
      prefix = name === "g" ? "g" : "";
      prefixAt = event.timeStamp;
      if (action) {
        event.preventDefault();
        action(event);
      }
    };
    document.addEventListener("keydown", down);
    return () => document.removeEventListener("keydown", down);
  }, [keys]);
}
