package io.vespene.worker.claim;

import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import io.vespene.protocol.worker.Registered;
import io.vespene.worker.server.Backoff;
import io.vespene.worker.server.BuildLost;
import io.vespene.worker.server.Credential;
import io.vespene.worker.server.CredentialFile;
import io.vespene.worker.server.RequestRefused;
import io.vespene.worker.server.ServerConnection;
import io.vespene.worker.server.ServerFailure;
import io.vespene.worker.server.ServerUnreachable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the worker known to its servers, and keeps trying while that is not possible. */
public final class Membership {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final int SUFFIX_LENGTH = 6;

  private final ServerConnection server;
  private final CredentialFile file;
  private final Enrolment enrolment;
  private final Duration refusedPause;
  private Optional<Credential> credential = Optional.empty();
  private boolean rejected;
  private String lastComplaint = "";

  /**
   * @param refusedPause how long to wait after a server has said no
   */
  public Membership(
      ServerConnection server, CredentialFile file, Enrolment enrolment, Duration refusedPause) {
    this.server = server;
    this.file = file;
    this.enrolment = enrolment;
    this.refusedPause = refusedPause;
  }

  CurrentAddress address() {
    return enrolment.address();
  }

  /** Returns when a server knows this worker; says why whenever that takes longer. */
  public Registered join() throws InterruptedException {
    var backoff = new Backoff(server.servers());
    while (true) {
      try {
        Registered registered = register();
        announce(registered);
        return registered;
      } catch (ServerFailure e) {
        Thread.sleep(pauseAfter(e, backoff));
      } catch (IOException e) {
        complain("This worker has no credential: " + e.getMessage());
        Thread.sleep(refusedPause);
      }
    }
  }

  private Duration pauseAfter(ServerFailure failure, Backoff backoff) {
    return switch (failure) {
      case ServerUnreachable _ -> {
        Duration pause = backoff.next();
        if (backoff.failures() >= server.servers()) {
          complain("No server can be reached, trying on: " + failure.getMessage());
        }
        yield pause;
      }
      case RequestRefused _, BuildLost _ -> {
        complain(server.currentServer() + " refuses this worker: " + failure.getMessage());
        boolean hadCredential = credential.isPresent();
        forgetIfUnknown(failure);
        // With tokens at hand the way to a new credential is worth trying at once.
        yield hadCredential && credential.isEmpty() ? Duration.ZERO : refusedPause;
      }
    };
  }

  private Registered register() throws ServerFailure, IOException, InterruptedException {
    if (credential.isEmpty() && !rejected) {
      credential = file.find();
    }
    Credential known = isUsable() ? credential.orElseThrow() : enrol();
    server.identifyAs(known);
    return server.register(enrolment.registrationAs(known.name()));
  }

  /** Other tokens than before may open other pools. */
  private boolean isUsable() {
    return credential.isPresent()
        && (enrolment.poolTokens().isEmpty()
            || credential.get().madeFrom().equals(enrolment.fingerprint()));
  }

  private Credential enrol() throws ServerFailure, IOException, InterruptedException {
    if (enrolment.poolTokens().isEmpty()) {
      throw new IOException("there is none yet, and no pool token to get one with");
    }
    String name = enrolment.registration().name();
    Credential fresh;
    try {
      fresh = enrolAs(name);
    } catch (BuildLost e) {
      // The name is another worker's: this one was set up anew, or its twin runs elsewhere.
      fresh = enrolAs(name + "-" + server.processId().substring(0, SUFFIX_LENGTH));
    }
    file.save(fresh);
    credential = Optional.of(fresh);
    rejected = false;
    LOG.atInfo()
        .addKeyValue("worker", fresh.workerId())
        .addKeyValue("name", fresh.name())
        .addKeyValue("pools", fresh.pools())
        .log("Enrolled");
    return fresh;
  }

  private Credential enrolAs(String name) throws ServerFailure, InterruptedException {
    Enrolled enrolled = server.enrol(new EnrolRequest(enrolment.poolTokens(), name));
    return new Credential(
        enrolled.workerId(),
        enrolled.credential(),
        name,
        enrolled.pools(),
        enrolment.fingerprint());
  }

  /** A credential that no server knows is of no use, if there is a way to a new one. */
  private void forgetIfUnknown(ServerFailure failure) {
    boolean unknown = failure instanceof RequestRefused refused && refused.isUnauthorized();
    if (unknown && !enrolment.poolTokens().isEmpty()) {
      credential = Optional.empty();
      rejected = true;
    }
  }

  private void announce(Registered registered) {
    lastComplaint = "";
    LOG.atInfo()
        .addKeyValue("worker", registered.workerId())
        .addKeyValue("pools", registered.servedPools())
        .addKeyValue("server", server.currentServer())
        .log("Registered");
    if (!registered.refusedPools().isEmpty()) {
      complain(
          "These pools do not exist, or no token was given for them; asking again from time to"
              + " time: "
              + String.join(", ", registered.refusedPools()));
    }
  }

  /** Says it once, until something else is to be said. */
  private void complain(String complaint) {
    if (!complaint.equals(lastComplaint)) {
      LOG.atWarn().log(complaint);
      lastComplaint = complaint;
    }
  }
}
