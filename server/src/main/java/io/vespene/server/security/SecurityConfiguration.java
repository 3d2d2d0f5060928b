package io.vespene.server.security;

import io.vespene.core.servicelogin.ServiceLogins;
import io.vespene.core.sshkey.SshKeys;
import io.vespene.core.user.ApiTokens;
import io.vespene.core.user.LoginAttemptStore;
import io.vespene.core.user.Users;
import io.vespene.core.variable.VariableSets;
import io.vespene.core.worker.Workers;
import io.vespene.server.problem.ProblemAnswer;
import io.vespene.server.problem.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** One chain of checks per kind of sender. Each ends with a rule that refuses what is left. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** What a token needs scope {@code launch} for. All other changes need {@code write}. */
  private static final String[] LAUNCHES = {
    "/api/v1/projects/*/builds", "/api/v1/builds/*/stop", "/api/v1/builds/*/restart",
  };

  private final ProblemAnswer answer;

  SecurityConfiguration(ProblemAnswer answer) {
    this.answer = answer;
  }

  @Bean
  SecretUse secretUse(SshKeys keys, ServiceLogins logins, VariableSets variableSets) {
    return new SecretUse(keys, logins, variableSets);
  }

  @Bean
  Passwords passwords() {
    return new Passwords();
  }

  /** Workers: their own credential with every request, no session. */
  @Bean
  @Order(1)
  SecurityFilterChain workerChain(HttpSecurity http, Workers workers) {
    common(http.securityMatcher("/worker/v1/**"));
    stateless(http);
    var bearer =
        new BearerFilter(credential -> workers.authenticate(credential).map(Caller::of), answer);
    return http.csrf(AbstractHttpConfigurer::disable)
        .addFilterBefore(bearer, AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(rules ->
            rules
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/worker/v1/enrol")
                .permitAll()
                .anyRequest()
                .hasAuthority(Caller.WORKER))
        .build();
  }

  /** Programs: an API token, or the browser session of a page whose script is asking. */
  @Bean
  @Order(2)
  SecurityFilterChain apiChain(HttpSecurity http, Users users, ApiTokens tokens) {
    common(http.securityMatcher("/api/v1/**"));
    var bearer = new BearerFilter(token -> tokens.authenticate(token).map(Caller::of), answer);
    return http.securityContext(
            context -> context.securityContextRepository(new ViewerSessions(users)))
        // Nobody logs in here, so no session is begun or changed.
        .sessionManagement(AbstractHttpConfigurer::disable)
        .csrf(csrf ->
            csrf.csrfTokenRepository(new SessionCsrfTokens())
                .requireCsrfProtectionMatcher(request ->
                    !BearerFilter.hasToken(request)
                        && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)))
        .addFilterBefore(bearer, AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(rules ->
            rules
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET)
                .hasAuthority(Caller.USER)
                .requestMatchers(HttpMethod.HEAD)
                .hasAuthority(Caller.USER)
                .requestMatchers(HttpMethod.POST, LAUNCHES)
                .hasAuthority(Caller.LAUNCHES)
                .anyRequest()
                .hasAuthority(Caller.WRITES))
        .build();
  }

  /** What anybody may fetch: files of the pages, and whether the server lives. No session. */
  @Bean
  @Order(3)
  SecurityFilterChain openChain(HttpSecurity http) {
    common(http.securityMatcher("/assets/**", "/health/live", "/health/ready"));
    stateless(http);
    return http.csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(rules ->
            rules
                .requestMatchers(HttpMethod.GET)
                .permitAll()
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .denyAll())
        .build();
  }

  /** People: log in with name and password, then a session. */
  @Bean
  @Order(4)
  SecurityFilterChain pageChain(
      HttpSecurity http, Users users, LoginAttemptStore attempts, Passwords passwords) {
    common(http);
    var redirects = new LoginRedirects(answer);
    var sessions = new ViewerSessions(users);
    return http.securityContext(context -> context.securityContextRepository(sessions))
        .authenticationManager(new ProviderManager(new Login(users, attempts, passwords)))
        .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrfTokens()))
        .formLogin(form ->
            form.loginPage(LoginRedirects.LOGIN)
                .securityContextRepository(sessions)
                .successHandler((request, response, _) -> redirects.welcome(request, response))
                .failureHandler(redirects::refuse)
                .permitAll())
        .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl(LoginRedirects.LOGIN))
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(
                (request, response, _) -> redirects.demandLogin(request, response)))
        .authorizeHttpRequests(rules ->
            rules
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, LoginRedirects.LOGIN)
                .permitAll()
                .anyRequest()
                .hasAuthority(Caller.USER))
        .build();
  }

  /** Paths with double slashes, parameters, encoded slashes and the like name nothing. */
  @Bean
  RequestRejectedHandler rejectedPaths() {
    return (request, response, _) ->
        answer.send(
            request, response, Problems.of(HttpStatus.BAD_REQUEST, "this path is not allowed"));
  }

  private void common(HttpSecurity http) {
    http.requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .httpBasic(AbstractHttpConfigurer::disable)
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(frame -> frame.deny()))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((request, response, _) -> {
                  response.setHeader("WWW-Authenticate", "Bearer");
                  answer.send(
                      request,
                      response,
                      Problems.of(HttpStatus.UNAUTHORIZED, "sign in or send a valid token"));
                })
                .accessDeniedHandler((request, response, _) ->
                    answer.send(
                        request,
                        response,
                        Problems.of(HttpStatus.FORBIDDEN, "this is not yours to do"))));
  }

  private static void stateless(HttpSecurity http) {
    http.securityContext(context ->
            context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
