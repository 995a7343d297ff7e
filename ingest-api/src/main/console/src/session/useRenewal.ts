import { useEffect } from "react";
import { meQuery, useMe } from "../api/me";
import { queryClient } from "../api/queryClient";
import { serverNow } from "../time/serverClock";
import { instantMillis } from "../time/zones";
import { renewSession } from "./session";

const LAST_HOUR_MILLIS = 3_600_000;
const LOOK_MILLIS = 60_000;

/** Nobody who works is signed out: in its last hour, a session is renewed. */
export function useRenewal(): void {
  const ends = useMe().token?.expires_at;
  useEffect(() => {
    if (!ends) return;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      if (instantMillis(ends) - serverNow() > LAST_HOUR_MILLIS) return;
      renewSession()
        .then((me) => queryClient.setQueryData(meQuery.queryKey, me))
        // The next look tries again; when the hour is over, the sign-in sheet opens.
        .catch(() => undefined);
    };
    const timer = setInterval(look, LOOK_MILLIS);
    return () => clearInterval(timer);
  }, [ends]);
}
