import { Guarded } from "../ui/Guarded";
import { PageHead } from "../ui/PageHead";
import { SettingsForm } from "./SettingsForm";
import "./settings.css";

export function SettingsPage() {
  return (
    <Guarded needs="time:settings">
      <PageHead title="Settings" />
      <SettingsForm />
    </Guarded>
  );
}
