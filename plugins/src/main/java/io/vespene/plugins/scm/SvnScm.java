package io.vespene.plugins.scm;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.CommandTimedOut;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceRevision;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Checks out folders of Subversion repositories.
 *
 * <p>The branch is the folder below the address, such as {@code branches/1.x}. Recorded is the
 * revision in which something in that folder was last changed. Folders of other repositories
 * ({@code svn:externals}) are not checked out.
 *
 * @param settings what Subversion may do
 */
public record SvnScm(SourceSettings settings) implements Scm {
  private static final Pattern REVISION = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final Pattern NEVER_IN_FOLDER = Pattern.compile("[@%#\"]|(^|/)\\.{1,2}(/|$)");
  private static final String NEWEST = "HEAD";

  @Override
  public String type() {
    return "svn";
  }

  @Override
  public SourceRevision checkOut(Checkout checkout, BuildCommands commands) throws PluginFailure {
    SourceUrl url = SourceUrl.svn(checkout.url(), settings.allowFileUrls());
    requireFolder(checkout.branch());
    if (checkout.revision().isPresent()) {
      requireRevision(checkout.revision().get());
    }
    String revision = checkout.revision().orElse(NEWEST);
    try {
      Svn svn = Svn.prepare(settings, url, checkout, commands);
      String address = address(url, checkout.branch());
      svn.requireNoRedirect(url);
      svn.askToSucceed(
          "checkout",
          "--quiet",
          "--ignore-externals",
          "--revision",
          revision,
          "--",
          // Only what follows the last @ is taken for a revision.
          address + "@" + revision,
          ".");
      return describe(svn, address, checkout.branch());
    } catch (CommandTimedOut e) {
      throw new Deadline(checkout.timeLimit()).over();
    }
  }

  private static SourceRevision describe(Svn svn, String address, String branch)
      throws PluginFailure {
    SvnXml here = SvnXml.parse(svn.capture("info", "--xml"));
    String changed = here.attribute("commit", "revision");
    String present = here.attribute("entry", "revision");
    SvnXml log =
        SvnXml.parse(
            svn.askAndCapture(
                "log",
                "--xml",
                "--limit",
                "1",
                "--revision",
                changed,
                "--",
                address + "@" + present));
    return new SourceRevision(changed, log.text("author"), log.text("msg").strip(), branch);
  }

  private static void requireFolder(String folder) throws CheckoutFailed {
    GitReference.requireName(folder);
    if (NEVER_IN_FOLDER.matcher(folder).find()) {
      throw new CheckoutFailed("not the name of a branch: " + folder);
    }
  }

  private static void requireRevision(String revision) throws CheckoutFailed {
    if (!REVISION.matcher(revision).matches()) {
      throw new CheckoutFailed("not a revision: " + revision.replaceAll("\\p{Cntrl}", "?"));
    }
  }

  private static String address(SourceUrl url, String folder) {
    String base = url.text().replaceAll("/+$", "");
    return folder.isEmpty() ? base : base + "/" + escaped(folder);
  }

  /** As addresses have it: all but letters, digits and a few signs by their numbers. */
  private static String escaped(String folder) {
    var text = new StringBuilder();
    for (byte part : folder.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (part & 0xff);
      if (character < 0x80
          && (Character.isLetterOrDigit(character) || "/-._+,=()!$&;'".indexOf(character) >= 0)) {
        text.append(character);
      } else {
        text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(part));
      }
    }
    return text.toString();
  }
}
