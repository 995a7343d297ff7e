import { useQuery } from "@tanstack/react-query";
import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Suspense, useMemo, useState } from "react";
import { projectsQuery } from "../api/directory";
import { useMe } from "../api/me";
import { undo } from "../api/undo";
import { useLive } from "../live/useLive";
import { SignInSheet } from "../session/SignInSheet";
import { useRenewal } from "../session/useRenewal";
import { TabTitle } from "../timer/TabTitle";
import { TimerPill } from "../timer/TimerPill";
import { useTimerActions } from "../timer/useTimerActions";
import { attempt } from "../ui/notify";
import { Skeleton } from "../ui/Skeleton";
import { KeysHelp } from "./KeysHelp";
import { type Keys, useKeys } from "./keys";
import { BottomBar, SideBar } from "./Menu";
import { placeAt, placesOf } from "./navigation";
import { type Command, Palette } from "./Palette";
import { UndoToasts } from "./UndoToasts";
import "./shell.css";

/** What stands around every page. */
export function Shell() {
  const me = useMe();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const timer = useTimerActions();
  const projects = useQuery(projectsQuery).data;
  useLive(me.user_id);
  useRenewal();

  const places = useMemo(() => placesOf(me), [me]);
  const keys = useMemo<Keys>(() => {
    const all: Keys = {
      "mod+k": () => setPaletteOpen(true),
      "?": () => setHelpOpen(true),
      "mod+z": () => attempt(undo.run()),
      s: () => attempt(timer.toggle()),
      n: () => void navigate({ to: "/timer", search: { new: true } }),
    };
    for (const place of places) all[`g ${place.key}`] = () => void navigate({ to: place.to });
    return all;
  }, [places, navigate, timer]);
  useKeys(keys);

  const commands = useMemo<Command[]>(
    () => [
      ...places.map((place) => ({
        id: place.to,
        label: place.label,
        hint: `G ${place.key.toUpperCase()}`,
        run: () => void navigate({ to: place.to }),
      })),
      {
        id: "toggle",
        label: timer.running ? "Stop the timer" : "Start a timer",
        hint: "S",
        run: () => attempt(timer.toggle()),
      },
      {
        id: "new",
        label: "New entry",
        hint: "N",
        run: () => void navigate({ to: "/timer", search: { new: true } }),
      },
      { id: "keys", label: "Keys", hint: "?", run: () => setHelpOpen(true) },
      ...(projects ?? []).map((project) => ({
        id: `project ${project.id}`,
        label: project.name,
        hint: "Entries of the project",
        run: () => void navigate({ to: "/entries", search: { project_id: project.id } }),
      })),
    ],
    [places, projects, timer, navigate],
  );

  return (
    <div className="shell">
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <SideBar
        places={places}
        onFind={() => setPaletteOpen(true)}
        onKeys={() => setHelpOpen(true)}
      />
      <main id="page" className="page" data-wide={placeAt(path)?.to === "/timer" ? "" : undefined}>
        {placeAt(path)?.to !== "/timer" && <TimerPill />}
        <Suspense fallback={<Skeleton height={480} />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar places={places} />
      <Palette opened={isPaletteOpen} onClose={() => setPaletteOpen(false)} commands={commands} />
      <KeysHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
      <TabTitle page={placeAt(path)?.label ?? "Timeledger"} />
      <UndoToasts />
      <SignInSheet />
    </div>
  );
}
