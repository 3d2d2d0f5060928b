package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.build.Build;
import io.vespene.core.build.Builds;
import io.vespene.core.log.BuildLogs;
import io.vespene.core.problem.NotFound;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Frame;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What the log of a build has that the log of another has not, and the other way round. */
@Controller
final class ComparePages {
  private final Templates templates;
  private final Builds builds;
  private final BuildLogs logs;

  ComparePages(Templates templates, Builds builds, BuildLogs logs) {
    this.templates = templates;
    this.builds = builds;
    this.logs = logs;
  }

  /** Compares with the build that is named, or else with the latest before that succeeded. */
  @GetMapping("/builds/{id}/compare")
  JteModel compare(Frame frame, @PathVariable long id, @RequestParam Optional<Long> with) {
    Build newer = builds.require(id);
    long other =
        with.or(() -> builds.neighbours(newer).lastSuccess())
            .orElseThrow(() -> new NotFound("build that succeeded before build", id));
    Build older = builds.require(other);
    return templates.buildsCompare(frame, older, newer, logs.compare(other, id));
  }
}
