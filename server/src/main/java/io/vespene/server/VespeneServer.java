package io.vespene.server;

import io.vespene.server.security.Accounts;
import io.vespene.server.security.LoginLimit;
import io.vespene.server.security.WorkerCredentials;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts servers. Several may run in one process. */
public final class VespeneServer {
  private VespeneServer() {}

  /**
   * Starts a server and returns when it answers requests. The caller keeps the database open until
   * the server is stopped.
   *
   * @throws PortInUse if another program listens there
   */
  public static RunningServer start(ServerSettings settings, Foundation foundation) {
    handOnTomcatsLog();
    var application = new SpringApplication(ServerConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    // The program's own settings and log configuration are the only ones: no listener may look for
    // Spring's in files, environment variables or system properties.
    application.setEnvironment(new FixedEnvironment());
    application.setListeners(List.of());
    application.addInitializers(context -> {
      var beans = (GenericApplicationContext) context;
      beans.registerBean(ServerSettings.class, () -> settings);
      beans.registerBean(
          DataSource.class,
          foundation::dataSource,
          definition -> definition.setDestroyMethodName(""));
      beans.registerBean(Accounts.class, foundation::accounts);
      beans.registerBean(LoginLimit.class, foundation::loginLimit);
      beans.registerBean(WorkerCredentials.class, foundation::workers);
    });
    try {
      var context = (ServletWebServerApplicationContext) application.run();
      return new RunningServer(context, settings.bindAddress());
    } catch (PortInUseException e) {
      throw new PortInUse(e.getPort(), e);
    }
  }

  /** Tomcat logs through the JDK; what it says belongs into the program's own log. */
  private static void handOnTomcatsLog() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }
}
