package io.vespene.core.project;

import io.vespene.core.pool.WorkerPoolDraft;
import io.vespene.core.problem.FieldErrors;
import io.vespene.plugin.ContainerImage;
import java.util.List;
import java.util.Optional;

/** Which images a project may be built in. */
final class ImageRules {
  private static final String FIELD = "container_base_image";

  private ImageRules() {}

  /** Notes what is wrong with an image in this pool. */
  static void check(String image, WorkerPoolDraft pool, FieldErrors errors) {
    if (image.isEmpty()) {
      errors.require(
          !pool.isolation().equals("basic_container"),
          FIELD,
          "must not be empty, as the worker pool " + pool.name() + " runs builds in containers");
      return;
    }
    Optional<ContainerImage> parsed = ContainerImage.parse(image);
    List<String> allowed = pool.containers().allowedImages();
    errors
        .require(
            parsed.isPresent(),
            FIELD,
            "must be the name of an image, such as debian:12 or registry.example.org/team/tools")
        .require(
            parsed.isEmpty()
                || allowed.isEmpty()
                || allowed.stream().anyMatch(parsed.get()::matches),
            FIELD,
            "must be one that the worker pool allows: " + String.join(", ", allowed));
  }
}
