package io.vespene.worker.plugin;

import io.vespene.plugin.IsolationFactory;
import io.vespene.plugin.OutputFilterFactory;
import io.vespene.plugin.PluginApi;
import io.vespene.plugin.PluginFactory;
import io.vespene.plugin.ScmFactory;
import io.vespene.plugin.TriggerFactory;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A jar with somebody's plugins. Its classes stay loaded until the program ends. */
final class PluginJar {
  private static final List<Class<? extends PluginFactory<?>>> KINDS =
      List.of(
          ScmFactory.class,
          IsolationFactory.class,
          OutputFilterFactory.class,
          TriggerFactory.class);

  private final Path file;

  PluginJar(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /**
   * Makes all factories that the jar names.
   *
   * @throws PluginRefused if it can't be read, is not a plugin of this version, or one of its
   *     classes can't be used
   */
  List<PluginFactory<?>> load() {
    requireOwn(file);
    requireVersion();
    ClassLoader loader = loader();
    List<PluginFactory<?>> factories = new ArrayList<>();
    try {
      KINDS.forEach(kind -> ServiceLoader.load(kind, loader).forEach(factories::add));
    } catch (ServiceConfigurationError | LinkageError e) {
      throw refused(Blame.of(e), e);
    }
    if (factories.isEmpty()) {
      throw refused("it names no plugin in META-INF/services");
    }
    return factories;
  }

  /**
   * Whoever can write here can do whatever the worker can.
   *
   * @throws PluginRefused if everybody can
   */
  static void requireOwn(Path path) {
    try {
      if (Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE)) {
        throw new PluginRefused(
            path + " holds plugins, but everybody may change it: chmod o-w " + path);
      }
    } catch (IOException e) {
      throw new PluginRefused(path + " can't be read", e);
    }
  }

  private void requireVersion() {
    String version = versionText();
    if (version.isEmpty()) {
      throw refused(
          "its manifest lacks the line " + PluginApi.MANIFEST_ATTRIBUTE + ": " + PluginApi.VERSION);
    }
    if (!version.equals(Integer.toString(PluginApi.VERSION))) {
      throw refused(
          "it was made for version "
              + version
              + " of the plugin interfaces, and this program has version "
              + PluginApi.VERSION);
    }
  }

  private String versionText() {
    try (var jar = new JarFile(file.toFile())) {
      return Optional.ofNullable(jar.getManifest())
          .map(Manifest::getMainAttributes)
          .map(attributes -> attributes.getValue(PluginApi.MANIFEST_ATTRIBUTE))
          .map(String::strip)
          .orElse("");
    } catch (IOException e) {
      throw refused("it is not a readable jar", e);
    }
  }

  private ClassLoader loader() {
    try {
      URL[] urls = {file.toUri().toURL()};
      return new URLClassLoader(file.getFileName().toString(), urls, new ApiOnlyLoader());
    } catch (IOException e) {
      throw refused("it can't be read", e);
    }
  }

  private PluginRefused refused(String problem) {
    return new PluginRefused("The plugin jar " + file + " can't be used: " + problem);
  }

  private PluginRefused refused(String problem, Throwable cause) {
    return new PluginRefused("The plugin jar " + file + " can't be used: " + problem, cause);
  }
}
