package io.vespene.server.view;

import io.vespene.core.project.Project;
import java.util.Optional;

/**
 * A project as its page shows it.
 *
 * @param active its builds that have not ended
 * @param history its latest builds that have ended
 * @param older where older ones are
 * @param mine whether the viewer may change it
 */
public record ProjectView(
    Project project,
    BuildRows active,
    BuildRows history,
    Trend trend,
    Optional<Link> older,
    boolean mine) {}
