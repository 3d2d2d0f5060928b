package io.vespene.server.security;

import io.vespene.core.problem.NotAllowed;
import io.vespene.core.project.Project;
import io.vespene.core.user.User;

/** What a logged-in user may do beyond looking. */
public final class Rights {
  private Rights() {}

  /** Pools, their tokens and workers belong to superusers. */
  public static void requireSuperuser(User user) {
    if (!user.superuser()) {
      throw new NotAllowed("only superusers may do this");
    }
  }

  /** Who made a project may change and delete it, start and stop its builds; superusers too. */
  public static void requireOwner(User user, Project project) {
    if (!owns(user, project)) {
      throw new NotAllowed(
          "only " + project.createdBy() + ", who made the project, or a superuser may do this");
    }
  }

  /** Who made a thing that several projects can share may change and delete it; superusers too. */
  public static void requireMaker(User user, String createdBy) {
    if (!owns(user, createdBy)) {
      throw new NotAllowed("only " + createdBy + ", who made it, or a superuser may do this");
    }
  }

  /** Whether {@link #requireOwner} would let the user pass. */
  public static boolean owns(User user, Project project) {
    return owns(user, project.createdBy());
  }

  /** The same, of a project that this person made. */
  public static boolean owns(User user, String createdBy) {
    return user.superuser() || createdBy.equals(user.name());
  }
}
