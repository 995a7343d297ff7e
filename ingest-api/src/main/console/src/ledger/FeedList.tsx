import { useEffect, useState } from "react";
import { useDirectory } from "../api/directory";
import { useMe } from "../api/me";
import type { Change, LedgerEvent } from "../api/resources";
import { feed } from "../live/useLive";
import { printMoment } from "../time/zones";
import { Empty } from "../ui/Empty";

const KEPT = 500;

/** Everything that happens from now on, the newest first. */
export function FeedList() {
  const [changes, setChanges] = useState<Change[]>([]);
  const directory = useDirectory();
  const zone = useMe().timezone;
  useEffect(() => {
    // Events come in bursts: they are shown once a frame.
    let waiting: Change[] = [];
    let frame = 0;
    const show = () => {
      frame = 0;
      const fresh = waiting.reverse();
      waiting = [];
      setChanges((former) => [...fresh, ...former].slice(0, KEPT));
    };
    const forget = feed.onChange((change) => {
      waiting.push(change);
      if (frame === 0) frame = requestAnimationFrame(show);
    });
    return () => {
      forget();
      cancelAnimationFrame(frame);
    };
  }, []);
  if (changes.length === 0) {
    return (
      <div className="card">
        <Empty title="Listening">
          Whatever anybody changes appears here at once. What was before is under Audit.
        </Empty>
      </div>
    );
  }
  return (
    <div className="feed card">
      {changes.map((change) =>
        "hidden" in change ? (
          <div key={change.sequence} className="feed-row muted">
            <span className="mono">#{change.sequence}</span>
            <span>hidden from you</span>
          </div>
        ) : (
          <FeedRow
            key={change.sequence}
            event={change as LedgerEvent}
            actor={directory.memberName((change as LedgerEvent).actor.user_id)}
            zone={zone}
          />
        ),
      )}
    </div>
  );
}

function FeedRow({ event, actor, zone }: { event: LedgerEvent; actor: string; zone: string }) {
  return (
    <details>
      <summary className="feed-row">
        <span className="mono muted">#{event.sequence}</span>
        <span className="feed-event cut">{event.event}</span>
        <span className="cut">{actor}</span>
        <span className="muted feed-time">{printMoment(event.timestamp, zone, true)}</span>
      </summary>
      <pre className="json">{JSON.stringify(event, null, 2)}</pre>
    </details>
  );
}
