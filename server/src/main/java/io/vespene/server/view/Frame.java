package io.vespene.server.view;

import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What every page shows around its content.
 *
 * @param viewer who is looking; empty before login
 * @param path of the page, without its query
 */
public record Frame(Optional<User> viewer, String path, Assets assets, Supplier<String> csrfToken) {
  private static final List<String> LIBRARY =
      List.of("/snippets", "/variable-sets", "/ssh-keys", "/service-logins");

  /** The secret that every form sends back as {@code _csrf}. Asking for it starts a session. */
  public String csrf() {
    return csrfToken.get();
  }

  /** The address of a script, style or image, such as {@code css/vespene.css}. */
  public String asset(String name) {
    return assets.url(name);
  }

  /** Whether the page belongs to the part of the console that begins with this path. */
  public boolean isWithin(String part) {
    return path.equals(part) || path.startsWith(part + "/");
  }

  /** Whether the page is about something that several projects can share. */
  public boolean isWithinLibrary() {
    return LIBRARY.stream().anyMatch(this::isWithin);
  }

  public boolean isSuperuser() {
    return viewer.filter(User::superuser).isPresent();
  }

  /** Whether the viewer may change, start and stop what this person made. */
  public boolean mayChange(String createdBy) {
    return viewer.filter(user -> Rights.owns(user, createdBy)).isPresent();
  }
}
