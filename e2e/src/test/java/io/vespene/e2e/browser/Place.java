package io.vespene.e2e.browser;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/**
 * A page to be looked at.
 *
 * @param name of its pictures
 * @param route as docs/routes.md writes it
 * @param action what is done there first
 */
record Place(String name, String route, String address, Consumer<Page> action) {
  static Place of(String name, String route, String address) {
    return new Place(name, route, address, _ -> {});
  }

  boolean needsLogin() {
    return !route.equals("/login");
  }
}
