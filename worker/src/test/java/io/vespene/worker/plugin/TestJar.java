package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.PluginApi;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A jar of plugins that a test writes: real source, the real compiler. */
final class TestJar {
  private final Path directory;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> services = new LinkedHashMap<>();
  private String version = "1";
  private String removed = "";

  TestJar(Path directory) {
    this.directory = directory;
  }

  /** Adds a class that has no package. */
  TestJar source(String name, String text) {
    sources.put(name, text);
    return this;
  }

  /** Adds the trigger {@code type}, whose factory has this in its method {@code create}. */
  TestJar trigger(String factory, String type, String create) {
    return source(
            factory,
            """
            import io.vespene.plugin.*;
            public class %s implements TriggerFactory {
              public String type() { return "%s"; }
              public Trigger create(PluginOptions options) { %s }
            }
            """
                .formatted(factory, type, create))
        .service("TriggerFactory", factory);
  }

  TestJar service(String kind, String factory) {
    services.put("META-INF/services/io.vespene.plugin." + kind, factory + "\n");
    return this;
  }

  /** Says another version in its manifest; none if empty. */
  TestJar version(String text) {
    version = text;
    return this;
  }

  /** Leaves a class out after compiling. */
  TestJar without(String name) {
    removed = name;
    return this;
  }

  /** Where the plugin interfaces are. */
  static Path api() {
    try {
      return Path.of(PluginApi.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the jar into the directory. */
  void write(String name) throws IOException {
    Path classes = compile();
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (!version.isEmpty()) {
      manifest.getMainAttributes().putValue(PluginApi.MANIFEST_ATTRIBUTE, version);
    }
    try (OutputStream file = Files.newOutputStream(directory.resolve(name));
        var jar = new JarOutputStream(file, manifest);
        Stream<Path> compiled = Files.list(classes)) {
      for (Path one : compiled.toList()) {
        if (!one.getFileName().toString().equals(removed + ".class")) {
          put(jar, one.getFileName().toString(), Files.readAllBytes(one));
        }
      }
      for (Map.Entry<String, String> service : services.entrySet()) {
        put(jar, service.getKey(), service.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Path compile() throws IOException {
    Path classes = Files.createTempDirectory(directory, "classes");
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = classes.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
    }
    String[] files;
    try (Stream<Path> all = Files.list(classes)) {
      files = all.map(Path::toString).toArray(String[]::new);
    }
    String[] options = {"-proc:none", "-cp", api().toString(), "-d", classes.toString()};
    if (files.length > 0) {
      String[] arguments =
          Stream.concat(Stream.of(options), Stream.of(files)).toArray(String[]::new);
      int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
      assertThat(status).as("the plugin compiles").isZero();
    }
    for (String file : files) {
      Files.delete(Path.of(file));
    }
    return classes;
  }

  private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
