import { NumberInput, Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useSettings } from "../api/me";
import { DELIVERY_STATES, type DeliveryFilter, type DeliveryState } from "./deliveryFilter";
import { EVENTS } from "./eventNames";

interface Props {
  filter: DeliveryFilter;
  onChange: (filter: DeliveryFilter) => void;
  /** A delivery's id has been given: it is opened, whatever the list shows. */
  onOpen: (deliveryId: string) => void;
}

const STATE_LABELS: Record<DeliveryState, string> = {
  pending: "Pending",
  held: "Held",
  delivered: "Delivered",
  failed_permanent: "Refused",
  exhausted: "Exhausted",
  cancelled: "Cancelled",
};

export function DeliveryFilters({ filter, onChange, onOpen }: Props) {
  const weekStart = useSettings().week_start_day as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  const set = <K extends keyof DeliveryFilter>(
    name: K,
    value: DeliveryFilter[K] | null | undefined,
  ) => {
    if ((value ?? undefined) === filter[name]) return;
    const { [name]: _, ...rest } = filter;
    onChange(value === null || value === undefined ? rest : { ...rest, [name]: value });
  };
  const find = (field: HTMLInputElement) => {
    const id = field.value.trim();
    if (id.startsWith("dlv_")) {
      // It is done with: else the drawer would open again when the field is left.
      field.value = filter.id ?? "";
      onOpen(id);
    } else set("id", id === "" ? null : id);
  };
  const date = { clearable: true, valueFormat: "D MMM YYYY", firstDayOfWeek: weekStart } as const;
  return (
    <div className="delivery-filters">
      <Select
        aria-label="State"
        placeholder="State"
        value={filter.state ?? null}
        onChange={(state) => set("state", state as DeliveryState | null)}
        data={DELIVERY_STATES.map((value) => ({ value, label: STATE_LABELS[value] }))}
        clearable
      />
      <Select
        aria-label="Event"
        placeholder="Event"
        value={filter.event ?? null}
        onChange={(event) => set("event", event)}
        data={[...EVENTS]}
        clearable
        searchable
      />
      <NumberInput
        key={`code-${filter.code ?? ""}`}
        aria-label="Status code"
        placeholder="Code"
        defaultValue={filter.code ?? ""}
        min={100}
        max={599}
        hideControls
        onBlur={(event) => set("code", codeOf(event.currentTarget.value))}
        onKeyDown={(event) => {
          if (event.key === "Enter") set("code", codeOf(event.currentTarget.value));
        }}
      />
      <DateInput
        {...date}
        aria-label="From"
        placeholder="From"
        value={filter.from ?? null}
        onChange={(day) => set("from", day)}
      />
      <DateInput
        {...date}
        aria-label="To"
        placeholder="To"
        value={filter.to ?? null}
        onChange={(day) => set("to", day)}
      />
      <TextInput
        key={`id-${filter.id ?? ""}`}
        aria-label="Id of an event or a delivery"
        placeholder="evt_ or dlv_ id"
        defaultValue={filter.id ?? ""}
        onBlur={(event) => find(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === "Enter") find(event.currentTarget);
        }}
      />
    </div>
  );
}

function codeOf(typed: string): number | null {
  const code = Number(typed);
  return typed !== "" && code >= 100 && code <= 599 ? code : null;
}
