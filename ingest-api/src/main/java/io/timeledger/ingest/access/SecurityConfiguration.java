package io.timeledger.ingest.access;

import io.timeledger.ingest.web.error.ErrorWriter;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/// Stateless: every request authenticates by a bearer token, or by the cookie of a session that is
/// itself a token on the log.
@Configuration(proxyBeanMethods = false)
@Import({
  AccessTokens.class,
  Credentials.class,
  Directory.class,
  KnownTokens.class,
  OperatorToken.class,
  RequestCredentials.class,
  SessionCookies.class,
  TokenUses.class
})
@EnableWebSecurity
public class SecurityConfiguration {

  /// Paths without a credential, or with one that is not a member's.
  @Bean
  @Order(1)
  SecurityFilterChain open(HttpSecurity http, ErrorWriter errors) throws Exception {
    return stateless(http, errors)
        .securityMatchers(
            paths ->
                paths
                    .requestMatchers(
                        "/health/**",
                        "/openapi.json",
                        "/asyncapi.json",
                        "/schemas/**",
                        "/console",
                        "/console/**",
                        "/api/v1/errors",
                        "/api/v1/session/preview",
                        "/api/v1/session/providers",
                        "/api/v1/time/calendar/feed/*",
                        "/api/v1/time/calendar/push/**",
                        "/api/v1/oauth/callback/*",
                        "/api/v1/workspaces")
                    .requestMatchers(HttpMethod.POST, "/api/v1/session"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain members(
      HttpSecurity http,
      RequestCredentials requests,
      Credentials credentials,
      Directory directory,
      ErrorWriter errors)
      throws Exception {
    return stateless(http, errors)
        .addFilterBefore(
            new CredentialFilter(requests, credentials, directory, errors),
            UsernamePasswordAuthenticationFilter.class)
        .authorizeHttpRequests(
            paths -> paths.requestMatchers("/api/v1/**").authenticated().anyRequest().permitAll())
        .build();
  }

  /// Checks paths alone. Headers and methods are checked where they are read; values that are only
  /// recorded cannot fail a request.
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowedHeaderNames(_ -> true);
    firewall.setAllowedHeaderValues(_ -> true);
    return firewall;
  }

  @Bean
  RequestRejectedHandler rejectedRequests(ErrorWriter errors) {
    return (request, response, rejection) ->
        errors.write(
            request,
            response,
            Problem.of(ErrorCode.INVALID_PARAMETER, "The path is not acceptable."));
  }

  private static HttpSecurity stateless(HttpSecurity http, ErrorWriter errors) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (request, response, e) ->
                            errors.write(
                                request,
                                response,
                                Problem.of(
                                    ErrorCode.UNAUTHORIZED,
                                    "A bearer token is needed: Authorization: Bearer tlp_…")))
                    .accessDeniedHandler(
                        (request, response, e) ->
                            errors.write(
                                request,
                                response,
                                Problem.of(ErrorCode.FORBIDDEN, "That is not allowed."))));
  }
}
