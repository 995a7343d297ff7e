import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { client, read } from "../api/client";
import { CopyButton } from "../ui/CopyButton";
import { Part } from "../ui/Part";

/** Whether the chain of all events still holds, as the server finds by hashing it again. */
export function VerifyPanel() {
  const query = useQuery({
    queryKey: ["verify"],
    staleTime: 0,
    queryFn: async () => (await read(client.GET("/api/v1/audit/verify"))).data,
  });
  return (
    <div className="verify card">
      <Part query={query} height={120}>
        {(result) => (
          <>
            <div className="state verify-result" data-tone={result.verified ? "ok" : "bad"}>
              {result.verified ? (
                <ShieldCheck size={20} aria-hidden />
              ) : (
                <ShieldAlert size={20} aria-hidden />
              )}
              {result.verified
                ? `The chain of ${result.events.toLocaleString("en-GB")} events holds`
                : `The chain is broken at #${result.first_problem?.sequence}: ${result.first_problem?.message}`}
            </div>
            <dl className="facts">
              <div>
                <dt>Head</dt>
                <dd>#{result.head.sequence}</dd>
              </div>
              <div>
                <dt>Hash</dt>
                <dd className="mono">
                  {result.head.hash} <CopyButton value={result.head.hash} label="Copy the head" />
                </dd>
              </div>
            </dl>
            <p className="muted">
              Keep the head somewhere else: a later chain that does not contain it was rewritten.
            </p>
          </>
        )}
      </Part>
      <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
        Verify again
      </Button>
    </div>
  );
}
