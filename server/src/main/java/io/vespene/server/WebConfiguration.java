package io.vespene.server;

import io.vespene.server.problem.BodyLimit;
import io.vespene.server.problem.FailureFilter;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Tomcat with a virtual thread per request, and Spring MVC on it. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class WebConfiguration implements WebMvcConfigurer {
  private static final int MAX_CONNECTIONS = 20_000;
  private static final int MAX_FORM_BYTES = 2 * 1024 * 1024;
  private final JsonMapper json;

  WebConfiguration(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters
        .disableDefaults()
        .addCustomConverter(new ByteArrayHttpMessageConverter())
        .withStringConverter(new StringHttpMessageConverter(StandardCharsets.UTF_8))
        .withJsonConverter(new JacksonJsonHttpMessageConverter(json));
  }

  /** Core validates; Spring need not load a library for it. */
  @Override
  public Validator getValidator() {
    return new Validator() {
      @Override
      public boolean supports(Class<?> type) {
        return false;
      }

      @Override
      public void validate(Object target, Errors errors) {}
    };
  }

  @Bean
  TomcatServletWebServerFactory webServerFactory(ServerSettings settings, WorkDirectory directory) {
    var factory = new TomcatServletWebServerFactory();
    factory.setAddress(settings.bindAddress());
    factory.setPort(settings.port());
    factory.setBaseDirectory(directory.file());
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.setRegisterDefaultServlet(false);
    factory.addErrorPages(new ErrorPage("/error"));
    // Browsers send forms in the encoding of the page and don't say which that is.
    factory.addContextCustomizers(
        context -> context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name()));
    factory.addConnectorCustomizers(connector -> {
      // Encoded slashes reach Spring's firewall, which answers in our own words.
      connector.setEncodedSolidusHandling("passthrough");
      connector.setMaxPostSize(MAX_FORM_BYTES);
      connector.setProperty("maxConnections", Integer.toString(MAX_CONNECTIONS));
      connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("http-"));
    });
    return factory;
  }

  /** Found by this name when the context stops. */
  @Bean
  DefaultLifecycleProcessor lifecycleProcessor(ServerSettings settings) {
    var lifecycle = new DefaultLifecycleProcessor();
    lifecycle.setTimeoutPerShutdownPhase(settings.stopLimit().toMillis());
    return lifecycle;
  }

  @Bean
  DispatcherServlet dispatcherServlet() {
    return new DispatcherServlet();
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> dispatcherServletRegistration(
      DispatcherServlet servlet) {
    var registration = new ServletRegistrationBean<>(servlet, "/");
    registration.setLoadOnStartup(1);
    registration.setAsyncSupported(true);
    return registration;
  }

  @Bean
  FilterRegistrationBean<FailureFilter> failures(FailureFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(FilterOrder.FAILURE);
    return registration;
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(BodyLimit limit) {
    var registration = new FilterRegistrationBean<>(limit);
    registration.setOrder(FilterOrder.BODY_LIMIT);
    return registration;
  }

  @Bean
  DelegatingFilterProxyRegistrationBean securityFilter() {
    var registration = new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    registration.setOrder(FilterOrder.SECURITY);
    registration.setDispatcherTypes(
        jakarta.servlet.DispatcherType.REQUEST,
        jakarta.servlet.DispatcherType.ASYNC,
        jakarta.servlet.DispatcherType.ERROR);
    return registration;
  }
}
