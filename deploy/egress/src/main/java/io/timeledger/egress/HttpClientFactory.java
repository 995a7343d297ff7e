package io.timeledger.egress;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Creates HTTP clients that do nothing on their own: a call is one request.
final class HttpClientFactory {
  private static final int MOST_CONNECTIONS = 1024;
  private static final int MOST_CONNECTIONS_OF_A_HOST = 64;
  private static final int LONGEST_HEADER_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 200;
  private static final Timeout IDLE = Timeout.ofSeconds(30);

  private HttpClientFactory() {}

  /// @param timeout of each phase, in case the deadline of a call does not end it
  static CloseableHttpClient create(GuardedResolver resolver, Duration timeout) {
    Timeout backstop = Timeout.of(timeout);
    return HttpClientBuilder.create()
        .setConnectionManager(
            new ConnectionOperator.Builder()
                .setDnsResolver(resolver)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS_OF_A_HOST)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(
                            Http1Config.custom()
                                .setMaxLineLength(LONGEST_HEADER_LINE)
                                .setMaxHeaderCount(MOST_HEADERS)
                                .build())
                        .build())
                .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(backstop)
                        .setSocketTimeout(backstop)
                        .setIdleTimeout(IDLE)
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        // Receivers close idle connections after a few seconds; checking the
                        // socket before each use keeps that from failing a call.
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(250))
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setProtocolUpgradeEnabled(false)
                .setConnectionRequestTimeout(backstop)
                .setConnectionKeepAlive(IDLE)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableDefaultUserAgent()
        .evictIdleConnections(IDLE)
        .build();
  }
}
