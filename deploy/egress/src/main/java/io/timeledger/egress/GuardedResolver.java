package io.timeledger.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/// The client's name resolver. The client dials its results and nothing else, so a name cannot
/// resolve differently after the check. One blocked address blocks the call.
///
/// A lookup may hang in the system's library; separate threads keep that from blocking other calls,
/// and the call still ends on time.
final class GuardedResolver implements DnsResolver, AutoCloseable {
  private final NameResolver names;
  private final UrlPolicy rules;
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("egress-dns-", 0).factory());

  GuardedResolver(NameResolver names, UrlPolicy rules) {
    this.names = names;
    this.rules = rules;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    CallProgress dial = CallProgress.CURRENT.get();
    dial.enter(CallProgress.Phase.DNS);
    InetAddress[] addresses = look(withoutBrackets(host), dial);
    if (!rules.allow(dial.url, List.of(addresses))) {
      throw new BlockedAddressException();
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  @Override
  public void close() {
    lookups.shutdownNow();
  }

  private InetAddress[] look(String host, CallProgress dial) throws UnknownHostException {
    Future<InetAddress[]> lookup = lookups.submit(() -> names.resolve(host));
    try {
      return lookup.get(dial.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unknown(host, e);
    } catch (TimeoutException e) {
      lookup.cancel(true);
      throw unknown(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  private static UnknownHostException unknown(String host, Throwable cause) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
