package io.vespene.server;

import io.vespene.server.security.Accounts;
import io.vespene.server.security.LoginLimit;
import io.vespene.server.security.WorkerCredentials;
import javax.sql.DataSource;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;

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
    var directory = WorkDirectory.create();
    var context = new AnnotationConfigServletWebServerApplicationContext();
    context.setAllowBeanDefinitionOverriding(false);
    context.setEnvironment(new FixedEnvironment());
    context.registerBean(ServerSettings.class, () -> settings);
    context.registerBean(WorkDirectory.class, () -> directory);
    context.registerBean(
        DataSource.class,
        foundation::dataSource,
        definition -> definition.setDestroyMethodName(""));
    context.registerBean(Accounts.class, foundation::accounts);
    context.registerBean(LoginLimit.class, foundation::loginLimit);
    context.registerBean(WorkerCredentials.class, foundation::workers);
    context.register(ServerConfiguration.class);
    try {
      context.refresh();
    } catch (ApplicationContextException e) {
      directory.remove();
      if (e.getCause() instanceof PortInUseException taken) {
        throw new PortInUse(taken.getPort(), e);
      }
      throw e;
    }
    return new RunningServer(context, settings.bindAddress(), directory);
  }

  /** Tomcat logs through the JDK; what it says belongs into the program's own log. */
  private static void handOnTomcatsLog() {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.removeHandlersForRootLogger();
      SLF4JBridgeHandler.install();
    }
  }
}
