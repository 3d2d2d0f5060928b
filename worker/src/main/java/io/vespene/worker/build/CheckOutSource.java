package io.vespene.worker.build;

import io.vespene.plugin.Checkout;
import io.vespene.plugin.Login;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceAccess;
import io.vespene.plugin.SourceRevision;
import io.vespene.protocol.worker.Source;
import java.io.IOException;
import java.time.Duration;

/** Fills the working directory from source control, when the project has a repository. */
final class CheckOutSource implements Phase {
  /** Commands that run when a build is stopped are ended; plugins have so long to notice. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(15);

  /** Commands have the checkout's time; what a plugin does beside them must be short. */
  private static final Duration SLACK = Duration.ofSeconds(30);

  @Override
  public String kind() {
    return "checkout";
  }

  @Override
  public String title(BuildWork work) {
    Source source = work.assignment().source();
    String wanted = source.revision().orElse(source.branch());
    String url = SafeUrl.of(source.url());
    return "Checkout of " + url + (wanted.isEmpty() ? "" : " at " + wanted);
  }

  @Override
  public boolean isNeeded(BuildWork work) {
    Source source = work.assignment().source();
    return !source.type().equals("none") && !source.url().isEmpty();
  }

  @Override
  public void run(BuildWork work) throws PhaseFailed, InterruptedException {
    Source source = work.assignment().source();
    Scm scm =
        work.bench()
            .plugins()
            .findScm(source.type())
            .orElseThrow(() -> failed("this worker has no plugin for " + source.type()));
    try {
      Checkout checkout = checkout(work, source);
      SourceRevision found =
          new PluginCall(
                  source.type(), checkout.timeLimit().plus(SLACK), work.stopSwitch(), STOP_GRACE)
              .run(() -> scm.checkOut(checkout, work.commands()));
      work.foundSource(found);
      work.log().recordSource(found.revision(), found.author(), found.message(), found.branch());
    } catch (PluginFailure e) {
      throw new PhaseFailed(BuildWork.failure("checkout failed: " + e.reason()), e);
    } catch (IOException e) {
      String reason = "checkout failed: " + FileFailure.describe(e);
      throw new PhaseFailed(BuildWork.failure(reason), e);
    }
  }

  private static Checkout checkout(BuildWork work, Source source) throws IOException {
    return new Checkout(
        source.url(),
        source.branch(),
        source.revision(),
        source.submodules(),
        access(work, source),
        work.workingDirectory(),
        work.runDirectory().privateDirectory(),
        Duration.ofSeconds(source.timeoutSeconds()));
  }

  private static SourceAccess access(BuildWork work, Source source) {
    return new SourceAccess(
        work.findAgentSocket(),
        source.login().map(login -> new Login(login.username(), login.password())),
        source.hostKeys());
  }

  private static PhaseFailed failed(String reason) {
    return new PhaseFailed(BuildWork.failure("checkout failed: " + reason));
  }
}
