package io.vespene.e2e.browser;

import com.microsoft.playwright.Page;
import io.vespene.e2e.Checkout;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of pages, for people to look at. */
public final class Screenshots {
  private static final Path FOLDER = Checkout.folder().resolve("e2e/target/screenshots");

  private Screenshots() {}

  /** Keeps a picture of the whole page as NAME-LOOK.png. */
  public static void keep(Page page, String name, Look look) {
    String file = name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png";
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
  }
}
