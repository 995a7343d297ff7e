import { client } from "../api/client";
import { settingsQuery } from "../api/me";
import { queryClient } from "../api/queryClient";
import type { Settings, SettingsPatch } from "../api/resources";
import { write } from "../api/write";

/** Changes the rules of that version; one bad value changes nothing. */
export async function saveSettings(before: Settings, patch: SettingsPatch): Promise<void> {
  try {
    await write((headers) => client.PATCH("/api/v1/time/settings", { headers, body: patch }), {
      version: before.version,
    });
  } finally {
    await queryClient.invalidateQueries(settingsQuery);
  }
}
