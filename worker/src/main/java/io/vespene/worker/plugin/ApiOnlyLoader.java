package io.vespene.worker.plugin;

import io.vespene.plugin.PluginApi;

/**
 * What plugins see beside their own jar: the JDK and the plugin interfaces. Nothing of the program
 * and none of its libraries, so that neither disturbs the other.
 */
final class ApiOnlyLoader extends ClassLoader {
  private static final String API = PluginApi.class.getPackageName() + ".";

  ApiOnlyLoader() {
    super("plugin-api", ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    boolean ofApi = name.startsWith(API) && name.indexOf('.', API.length()) < 0;
    if (!ofApi) {
      throw new ClassNotFoundException(name);
    }
    return Class.forName(name, false, PluginApi.class.getClassLoader());
  }
}
