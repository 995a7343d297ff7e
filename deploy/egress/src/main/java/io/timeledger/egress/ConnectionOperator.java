package io.timeledger.egress;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.protocol.HttpContext;

/// The client's connection operator, extended to record the call's phase.
final class ConnectionOperator extends DefaultHttpClientConnectionOperator {

  /// Builds connection managers with this operator.
  static final class Builder extends PoolingHttpClientConnectionManagerBuilder {

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
      return new ConnectionOperator(ports, names, tls);
    }
  }

  private ConnectionOperator(SchemePortResolver ports, DnsResolver names, TlsSocketStrategy tls) {
    super(
        ports,
        names,
        RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
  }

  @Override
  protected void onBeforeSocketConnect(HttpContext context, HttpHost endpoint) {
    CallProgress.CURRENT.get().enter(CallProgress.Phase.CONNECT);
  }

  @Override
  protected void onAfterSocketConnect(HttpContext context, HttpHost endpoint) {
    CallProgress.CURRENT.get().enter(CallProgress.Phase.HEAD);
  }

  @Override
  protected void onBeforeTlsHandshake(HttpContext context, HttpHost endpoint) {
    CallProgress.CURRENT.get().enter(CallProgress.Phase.TLS);
  }

  @Override
  protected void onAfterTlsHandshake(HttpContext context, HttpHost endpoint) {
    CallProgress.CURRENT.get().enter(CallProgress.Phase.HEAD);
  }
}
