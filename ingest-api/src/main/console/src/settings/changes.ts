import type { Settings, SettingsPatch } from "../api/resources";
import { type Field, type FieldName, SECTIONS } from "./fields";

export type Value = string | number | boolean | readonly string[] | null;

/** What was typed; fields that nobody touched are absent. */
export type Draft = { [N in FieldName]?: Value };

export interface Change {
  field: Field;
  from: string;
  to: string;
}

/** What the form shows: what was typed, else what holds. */
export function shownValue(settings: Settings, draft: Draft, name: FieldName): Value {
  const typed = draft[name];
  return typed === undefined ? heldValue(settings, name) : typed;
}

/** What is required is kept in two fields, of which one is older. */
function heldValue(settings: Settings, name: FieldName): Value {
  if (name === "required_fields" && settings.require_description) {
    return [...new Set(["description", ...settings.required_fields])];
  }
  return settings[name] ?? null;
}

/** Only those whose value differs from what holds, in the form's order. */
export function changesOf(settings: Settings, draft: Draft): Change[] {
  return SECTIONS.flatMap((section) => section.fields).flatMap((field) => {
    const [from, to] = [heldValue(settings, field.name), shownValue(settings, draft, field.name)];
    return same(from, to) ? [] : [{ field, from: print(field, from), to: print(field, to) }];
  });
}

/** What is sent: nothing but the changes. */
export function patchOf(settings: Settings, draft: Draft): SettingsPatch {
  const patch: Record<string, Value> = {};
  for (const { field } of changesOf(settings, draft)) {
    patch[field.name] = shownValue(settings, draft, field.name);
  }
  // The older field would require it still.
  if ("required_fields" in patch && settings.require_description) patch.require_description = false;
  return patch as SettingsPatch;
}

/** What a field lacks before it can be sent. */
export function faultOf(field: Field, value: Value): string | undefined {
  if (field.kind === "number" && value === null && !field.off) return "Needs a number";
  if (field.kind === "currency" && !/^[A-Z]{3}$/.test(String(value))) return "Needs three letters";
  return undefined;
}

function same(one: Value, other: Value): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: Value): Value {
  return value instanceof Array ? [...value].sort() : value;
}

function print(field: Field, value: Value): string {
  switch (field.kind) {
    case "switch":
      return value ? "yes" : "no";
    case "choice":
      return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
    case "required":
      return (value as readonly string[]).join(", ") || "nothing";
    case "number":
      return value === null ? "off" : `${value} ${field.unit}`.trim();
    default:
      return String(value ?? "");
  }
}
