package io.timeledger.calendar.testkit;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.twin.script.ExpectedBlock;
import io.timeledger.twin.script.ExpectedBlocks;
import io.timeledger.twin.script.TwinAccount;
import io.timeledger.twin.script.TwinControl;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Ann in a workspace of her own, with an account of each provider at the twin.
public record TwinMember(
    CalendarPlatform platform,
    TwinControl twin,
    WorkspaceId workspace,
    List<TwinAccount> accounts) {

  /// A new one, with both accounts connected.
  public static TwinMember connect(CalendarPlatform platform, TwinControl twin) {
    WorkspaceId workspace = LedgerStandIn.newWorkspace();
    String address = workspace.value().replace('_', '-') + "@example.com";
    List<TwinAccount> accounts =
        List.of(new TwinAccount("google", address), new TwinAccount("microsoft", address));
    platform.ledger().member(workspace, "Europe/Vienna");
    for (TwinAccount account : accounts) {
      UnaryOperator<ConnectionBuilder> provider =
          connection -> connection.provider(TwinSignIn.provider(account));
      Connection connection =
          platform
              .ledger()
              .connect(workspace, new TwinSignIn(twin.twin()).ticket(account), provider);
      Objects.requireNonNull(connection);
    }
    return new TwinMember(platform, twin, workspace, accounts);
  }

  public List<ExpectedBlock> expected() {
    return ExpectedBlocks.of(twin, accounts);
  }

  public List<ExpectedBlock> blocks() {
    return platform.blocks(workspace).stream()
        .map(TwinMember::block)
        .sorted(ExpectedBlock.ORDER)
        .toList();
  }

  /// What the connector asked last, for the message of a failure.
  public List<String> lastCalls() {
    List<String> calls = new ArrayList<>();
    for (TwinAccount account : accounts) {
      twin.calls(account, 0).forEach(call -> calls.add(call.toString()));
    }
    return calls;
  }

  private static ExpectedBlock block(Map<String, Object> row) {
    return new ExpectedBlock(
        (String) row.get("title"),
        CalendarPlatform.text(row, "kind"),
        time(row.get("started_at"), row.get("start_date")),
        time(row.get("ended_at"), row.get("end_date")),
        Boolean.TRUE.equals(row.get("private")),
        Boolean.TRUE.equals(row.get("tentative")),
        JsonMapper.shared().readTree(String.valueOf(row.get("sources"))).size());
  }

  private static String time(@Nullable Object instant, @Nullable Object day) {
    return instant instanceof OffsetDateTime at ? at.toInstant().toString() : String.valueOf(day);
  }
}
