import { Button } from "@mantine/core";
import { useState } from "react";
import { can, useMe, useSettings } from "../api/me";
import { ProblemBox } from "../ui/ProblemBox";
import { useSubmit } from "../ui/useSubmit";
import { ChangeList } from "./ChangeList";
import { changesOf, type Draft, faultOf, patchOf, shownValue } from "./changes";
import { SECTIONS } from "./fields";
import { SettingField } from "./SettingField";
import { saveSettings } from "./saveSettings";

/** All rules at once; nothing holds before it was shown what will change. */
export function SettingsForm() {
  const me = useMe();
  const settings = useSettings();
  const mayEdit = can(me, "time:settings");
  const [draft, setDraft] = useState<Draft>({});
  const changes = changesOf(settings, draft);
  const faults = changes.filter(({ field }) =>
    faultOf(field, shownValue(settings, draft, field.name)),
  );
  const { isBusy, problem, onSubmit } = useSubmit(async () => {
    await saveSettings(settings, patchOf(settings, draft));
    setDraft({});
  });
  return (
    <form className="settings" onSubmit={onSubmit}>
      {SECTIONS.map((section) => (
        <section key={section.title} className="setting-section card" aria-label={section.title}>
          <h2>{section.title}</h2>
          <div className="setting-fields">
            {section.fields
              // What somebody may not see is not in the answer.
              .filter((field) => settings[field.name] !== undefined)
              .map((field) => {
                const value = shownValue(settings, draft, field.name);
                return (
                  <SettingField
                    key={field.name}
                    field={field}
                    value={value}
                    error={problem?.of(field.name) ?? faultOf(field, value)}
                    disabled={!mayEdit}
                    onChange={(typed) => setDraft((former) => ({ ...former, [field.name]: typed }))}
                  />
                );
              })}
          </div>
        </section>
      ))}
      {(changes.length > 0 || problem) && (
        <section className="setting-save card" aria-label="What will change">
          <h2>What will change</h2>
          <ChangeList changes={changes} />
          {problem && <ProblemBox error={problem} />}
          <div className="setting-actions">
            <Button variant="default" disabled={isBusy} onClick={() => setDraft({})}>
              Discard
            </Button>
            <Button
              type="submit"
              loading={isBusy}
              disabled={changes.length === 0 || faults.length > 0}
            >
              {changes.length === 1 ? "Save 1 change" : `Save ${changes.length} changes`}
            </Button>
          </div>
        </section>
      )}
    </form>
  );
}
