package io.vespene.server;

import io.vespene.core.database.Database;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Browser sessions, kept in the database so that they survive a restart and work on every node.
 *
 * <p>A session holds texts and nothing else: no class of an older version has to be read back, and
 * nothing a database row says can make the server build objects.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
  @Bean
  JdbcIndexedSessionRepository sessionRepository(ServerSettings settings, Database database) {
    DataSource dataSource = database.dataSource();
    var transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    var sessions = new JdbcIndexedSessionRepository(new JdbcTemplate(dataSource), transactions);
    sessions.setDefaultMaxInactiveInterval(settings.sessionTimeout());
    sessions.setConversionService(texts());
    sessions.setCleanupCron(Scheduled.CRON_DISABLED);
    return sessions;
  }

  @Bean
  SessionCleanup sessionCleanup(JdbcIndexedSessionRepository sessions) {
    return new SessionCleanup(sessions);
  }

  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(
      JdbcIndexedSessionRepository sessions) {
    var cookies = new DefaultCookieSerializer();
    cookies.setCookieName("vespene_session");
    cookies.setUseHttpOnlyCookie(true);
    cookies.setSameSite("Lax");
    cookies.setCookiePath("/");
    var resolver = new CookieHttpSessionIdResolver();
    resolver.setCookieSerializer(cookies);
    var filter = new SessionRepositoryFilter<>(sessions);
    filter.setHttpSessionIdResolver(resolver);
    var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(filter);
    registration.setOrder(FilterOrder.SESSION);
    return registration;
  }

  private static GenericConversionService texts() {
    var conversion = new GenericConversionService();
    conversion.addConverter(
        Object.class,
        byte[].class,
        value -> {
          if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
          }
          throw new IllegalArgumentException("a session holds texts only, not " + value.getClass());
        });
    conversion.addConverter(
        byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
    return conversion;
  }
}
