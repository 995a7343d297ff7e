import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Empty } from "../ui/Empty";
import { PageHead } from "../ui/PageHead";
import { Part } from "../ui/Part";
import { NewTokenDialog } from "./NewTokenDialog";
import { TokenTable } from "./TokenTable";
import { tokensQuery } from "./tokens";
import "./token.css";

export function TokensPage() {
  const [isNew, setNew] = useState(false);
  const tokens = useQuery(tokensQuery);
  const create = (
    <Button leftSection={<Plus size={16} />} onClick={() => setNew(true)}>
      New token
    </Button>
  );
  return (
    <>
      <PageHead title="Tokens">
        <span className="grow" />
        {create}
      </PageHead>
      <Part query={tokens} height={240}>
        {(all) =>
          all.length === 0 ? (
            <div className="card">
              <Empty title="No tokens yet">
                Programs use the API by a token. Each one needs its own.
                {create}
              </Empty>
            </div>
          ) : (
            <TokenTable tokens={all} />
          )
        }
      </Part>
      <NewTokenDialog opened={isNew} onClose={() => setNew(false)} />
    </>
  );
}
