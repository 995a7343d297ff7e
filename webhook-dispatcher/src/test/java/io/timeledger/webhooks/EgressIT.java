package io.timeledger.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.egress.NameResolver;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.testkit.Platform;
import io.timeledger.webhooks.testkit.Receiver;
import io.timeledger.webhooks.testkit.Receiver.Script;
import io.timeledger.webhooks.testkit.TestLog;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;

/// Where no call goes, whatever the URL says and the name server answers. 127.0.0.2 stands for the
/// internet here, 127.0.0.1 for what is inside.
class EgressIT {
  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.0.0.1.",
          "127.1",
          "127.0.1",
          "2130706433",
          "0x7f000001",
          "0x7f.1",
          "0177.0.0.1",
          "017700000001",
          "127.000.000.001",
          "127.255.255.254",
          "0.0.0.0",
          "0",
          "localhost",
          "localhost.",
          "LOCALHOST",
          "inner.example",
          "127.0.0.1.nip.example",
          "xn--inner-example",
          "10.0.0.1",
          "100.64.0.1",
          "169.254.169.254",
          "172.16.0.1",
          "192.168.0.1",
          "198.18.0.1",
          "224.0.0.1",
          "255.255.255.255",
          "[::1]",
          "[::]",
          "[0:0:0:0:0:0:0:1]",
          "[::127.0.0.1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[64:ff9b::7f00:1]",
          "[64:ff9b:1::7f00:1]",
          "[2002:7f00:1::]",
          "[fe80::1]",
          "[fc00::1]",
          "[fd00:ec2::254]",
          "[ff02::1]",
          "user:password@127.0.0.1",
          "outer.example@127.0.0.1",
          "127%2e0%2e0%2e1",
          "127。0。0。1",
          "both.example");

  private static final AtomicInteger LOOKUPS = new AtomicInteger();
  private static Platform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new Platform(folder);
    platform.startWith(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(NameResolver.class, () -> EgressIT::resolve),
        "--timeledger.webhooks.allowed-networks=127.0.0.2",
        "--timeledger.webhooks.timeout=5s");
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void callsNothingInsideHoweverItIsWritten() {
    try (Receiver guarded = new Receiver(Script.status(200))) {
      List<String> urls = new ArrayList<>();
      HOSTS.forEach(host -> urls.add("https://" + host + ":" + guarded.port() + "/"));
      urls.add(guarded.url());
      urls.add("http://inner.example:" + guarded.port());
      urls.add("ftp://127.0.0.1:" + guarded.port());
      urls.add("file:///etc/passwd");
      urls.add("jar:http://127.0.0.1:" + guarded.port() + "!/");
      urls.add("//127.0.0.1:" + guarded.port());
      List<Webhook> webhooks = urls.stream().map(EgressIT::subscribe).toList();
      assertThat(webhooks).hasSizeGreaterThan(40);

      for (Webhook webhook : webhooks) {
        Record attempt = firstAttempt(webhook);
        assertThat(attempt.get("outcome")).as(webhook.url()).isEqualTo("blocked_address");
        for (String told :
            List.of("status_code", "response_body", "response_headers", "remote_ip", "total_ms")) {
          assertThat(attempt.get(told)).as("%s of %s", told, webhook.url()).isNull();
        }
      }
      assertThat(guarded.connections()).isZero();
    }
  }

  @Test
  void dialsTheAddressThatWasJudgedWhateverTheNameBecomes() throws IOException {
    try (Receiver outer = new Receiver("127.0.0.2", Script.status(200, "Connection: close"))) {
      try (ServerSocket inner =
          new ServerSocket(outer.port(), 50, InetAddress.ofLiteral("127.0.0.1"))) {
        WorkspaceId workspace = TestLog.newWorkspace();
        Webhook webhook =
            platform.log().subscribe(workspace, "http://rebinding.example:" + outer.port());
        for (int i = 0; i < 10; i++) {
          platform.log().entry(workspace, "entry " + i);
        }
        Platform.until(() -> ended(webhook) >= 10);

        assertThat(platform.attempts(webhook.id()))
            .extracting(attempt -> attempt.get("outcome", String.class))
            .containsOnly("delivered", "blocked_address");
        assertThat(outer.connections()).isPositive();
        inner.setSoTimeout(1);
        assertThatThrownBy(inner::accept).isInstanceOf(SocketTimeoutException.class);
      }
    }
  }

  private static long ended(Webhook webhook) {
    return platform.attempts(webhook.id()).stream()
        .filter(attempt -> attempt.get("outcome") != null)
        .count();
  }

  private static Webhook subscribe(String url) {
    WorkspaceId workspace = TestLog.newWorkspace();
    Webhook webhook = platform.log().subscribe(workspace, url);
    platform.log().entry(workspace, url);
    return webhook;
  }

  private static Record firstAttempt(Webhook webhook) {
    Platform.until(
        () ->
            platform.attempts(webhook.id()).stream()
                .anyMatch(attempt -> attempt.get("outcome") != null));
    return platform.attempts(webhook.id()).getFirst();
  }

  /// A hostile name server: names lead inside, one to both sides, one to either in turn.
  private static InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress inside = InetAddress.ofLiteral("127.0.0.1");
    InetAddress outside = InetAddress.ofLiteral("127.0.0.2");
    return switch (host) {
      case "both.example" -> new InetAddress[] {outside, inside};
      case "rebinding.example" ->
          new InetAddress[] {LOOKUPS.getAndIncrement() % 2 == 0 ? outside : inside};
      default -> new InetAddress[] {literal(host, inside)};
    };
  }

  private static InetAddress literal(String host, InetAddress otherwise) {
    try {
      return host.contains(":") ? InetAddress.ofLiteral(host) : Inet4Address.ofPosixLiteral(host);
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }
}
