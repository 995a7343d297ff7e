package io.timeledger.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes HTTP calls. Each is one request on one connection, or none: no redirects, retries, proxies
/// from the environment, cookies or decompression. It ends at its deadline in any phase, and reads
/// at most one byte more of the response than it keeps.
public final class HttpCaller implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpCaller.class);

  private final GuardedResolver resolver;
  private final CloseableHttpClient client;
  private final ScheduledThreadPoolExecutor deadlines;

  /// @param longest deadline of any call
  public HttpCaller(AddressGuard guard, NameResolver names, Duration longest) {
    resolver = new GuardedResolver(names, new UrlPolicy(guard));
    client = HttpClientFactory.create(resolver, longest.plusSeconds(1));
    deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("egress-deadlines").factory());
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /// Makes the call and waits for its end; never throws for a fault of the other side.
  public HttpExchange exchange(HttpCall call) {
    CallProgress dial = new CallProgress(call.url(), call.deadline());
    return ScopedValue.where(CallProgress.CURRENT, dial).call(() -> exchange(call, dial));
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
    resolver.close();
  }

  private HttpExchange exchange(HttpCall call, CallProgress dial) {
    if (!UrlPolicy.isTarget(call.url())) {
      return failed(dial, new BlockedAddressException(), false);
    }
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.url());
    call.headers().forEach(request::addHeader);
    if (call.body() != null) {
      request.setEntity(new ByteArrayEntity(call.body().array(), null));
    }
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> deadline =
        deadlines.schedule(
            () -> {
              late.set(true);
              request.cancel();
            },
            dial.left().toNanos(),
            TimeUnit.NANOSECONDS);
    try {
      return exchange(request, call.mostRead(), dial, late);
    } catch (IOException | RuntimeException e) {
      return failed(dial, e, late.get());
    } finally {
      deadline.cancel(false);
    }
  }

  private HttpExchange exchange(
      HttpUriRequestBase request, int mostRead, CallProgress dial, AtomicBoolean late)
      throws IOException {
    HttpClientContext context = HttpClientContext.create();
    ClassicHttpResponse response = client.executeOpen(null, request, context);
    try {
      dial.enter(CallProgress.Phase.BODY);
      dial.remoteIp = ip(context);
      Map<String, List<String>> headers = ResponseHeaders.of(response.getHeaders());
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      CallOutcome outcome = CallOutcome.ANSWERED;
      String error = null;
      try {
        read(response.getEntity(), mostRead, kept);
      } catch (IOException | RuntimeException e) {
        outcome = late.get() ? CallOutcome.TIMEOUT : CallFailures.outcomeOf(e);
        error = CallFailures.wordsFor(outcome, dial.phase(), e);
      }
      ResponseBody body = ResponseBody.of(kept.toByteArray(), mostRead);
      if (body.truncated() || error != null) {
        // Closing alone would read to the end, to reuse the connection.
        request.cancel();
      }
      return new HttpExchange(
          outcome, response.getCode(), error, dial.remoteIp, headers, body, dial.timings());
    } finally {
      close(response);
    }
  }

  // The bytes already read count, however the connection ends.
  private static void close(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      log.debug("event=connection_not_closed", e);
    }
  }

  private static void read(@Nullable HttpEntity entity, int mostRead, ByteArrayOutputStream kept)
      throws IOException {
    if (entity == null) {
      return;
    }
    InputStream in = entity.getContent();
    byte[] buffer = new byte[4096];
    while (kept.size() <= mostRead) {
      int count = in.read(buffer, 0, Math.min(buffer.length, mostRead + 1 - kept.size()));
      if (count < 0) {
        return;
      }
      kept.write(buffer, 0, count);
    }
  }

  private static HttpExchange failed(CallProgress dial, Exception failure, boolean late) {
    CallOutcome outcome = late ? CallOutcome.TIMEOUT : CallFailures.outcomeOf(failure);
    String words = CallFailures.wordsFor(outcome, dial.phase(), failure);
    if (outcome == CallOutcome.BLOCKED_ADDRESS) {
      // Not even the duration is revealed.
      Duration total = dial.timings().total();
      return new HttpExchange(
          outcome,
          null,
          words,
          null,
          Map.of(),
          ResponseBody.NONE,
          new HttpExchange.Timings(null, null, null, null, total));
    }
    return new HttpExchange(
        outcome, null, words, dial.remoteIp, Map.of(), ResponseBody.NONE, dial.timings());
  }

  private static @Nullable String ip(HttpClientContext context) {
    SocketAddress remote =
        context.getEndpointDetails() == null
            ? null
            : context.getEndpointDetails().getRemoteAddress();
    return remote instanceof InetSocketAddress address && address.getAddress() != null
        ? address.getAddress().getHostAddress()
        : null;
  }
}
