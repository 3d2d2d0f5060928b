package io.vespene.server;

import io.vespene.core.Core;
import io.vespene.server.files.FileLinks;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;

/** Starts servers. Several may run in one process, each over a core of its own. */
public final class VespeneServer {
  private VespeneServer() {}

  /**
   * Starts a server and returns when it answers requests. The caller has started the core, and
   * closes it after the server has stopped.
   *
   * @throws PortInUse if another program listens there
   */
  public static RunningServer start(ServerSettings settings, Core core) {
    handOnTomcatsLog();
    var directory = WorkDirectory.create();
    var context = new AnnotationConfigServletWebServerApplicationContext();
    context.setAllowBeanDefinitionOverriding(false);
    context.setEnvironment(new FixedEnvironment());
    context.registerBean(ServerSettings.class, () -> settings);
    context.registerBean(FileLinks.class, settings::files);
    context.registerBean(WorkDirectory.class, () -> directory);
    CoreBeans.register(context, core);
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
