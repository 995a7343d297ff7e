import { Checkbox, Group, NumberInput, Select, Switch, TextInput } from "@mantine/core";
import type { Value } from "./changes";
import type { Field } from "./fields";

interface Props {
  field: Field;
  value: Value;
  error: string | undefined;
  disabled: boolean;
  onChange: (value: Value) => void;
}

const REQUIRABLE = ["description", "project", "tags"];

export function SettingField({ field, value, error, disabled, onChange }: Props) {
  const common = { label: field.label, description: field.hint, error, disabled };
  switch (field.kind) {
    case "switch":
      return (
        <Switch
          {...common}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "choice":
      return (
        <Select
          {...common}
          data={field.choices.map((choice) => ({
            value: String(choice.value),
            label: choice.label,
          }))}
          value={String(value)}
          onChange={(text) => {
            const choice = field.choices.find((one) => String(one.value) === text);
            if (choice) onChange(choice.value);
          }}
          allowDeselect={false}
        />
      );
    case "number":
      return (
        <NumberInput
          {...common}
          value={value === null ? "" : Number(value)}
          onChange={(typed) => onChange(typed === "" ? null : Number(typed))}
          min={field.min}
          max={field.max}
          decimalScale={field.whole ? 0 : 4}
          placeholder={field.off ? "off" : ""}
          suffix={field.unit && ` ${field.unit}`}
        />
      );
    case "zone": {
      const zones = Intl.supportedValuesOf("timeZone");
      return (
        <Select
          {...common}
          data={zones.includes(String(value)) ? zones : [String(value), ...zones]}
          value={String(value)}
          onChange={(zone) => zone && onChange(zone)}
          allowDeselect={false}
          searchable
          limit={50}
        />
      );
    }
    case "currency":
      return (
        <TextInput
          {...common}
          value={String(value ?? "")}
          maxLength={3}
          onChange={(event) => onChange(event.currentTarget.value.toUpperCase())}
        />
      );
    case "required":
      return (
        <Checkbox.Group {...common} value={value as string[]} onChange={onChange}>
          <Group mt="sm" gap="lg">
            {REQUIRABLE.map((name) => (
              <Checkbox key={name} value={name} label={name} disabled={disabled} />
            ))}
          </Group>
        </Checkbox.Group>
      );
  }
}
