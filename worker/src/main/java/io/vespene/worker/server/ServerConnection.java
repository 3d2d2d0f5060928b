package io.vespene.worker.server;

import io.vespene.protocol.worker.Acknowledgement;
import io.vespene.protocol.worker.DirectoryQuestion;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import io.vespene.protocol.worker.ExpiredDirectories;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Finished;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.Leave;
import io.vespene.protocol.worker.LogAppended;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.PollAnswer;
import io.vespene.protocol.worker.Registered;
import io.vespene.protocol.worker.Registration;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The worker protocol, spoken to whichever server answers.
 *
 * <p>Every call is one request, which may safely be repeated after a failure. Safe for use by many
 * threads. All calls throw {@link ServerUnreachable} if no answer came, {@link RequestRefused} if
 * it was no, and {@link InterruptedException} if the thread was interrupted meanwhile.
 */
public final class ServerConnection implements AutoCloseable {
  private static final String PREFIX = "/worker/v1/";
  private static final Duration ANSWER_TIME = Duration.ofSeconds(30);
  private static final Duration POLL_SLACK = Duration.ofSeconds(10);

  private final HttpExchange http;
  private final String processId;
  private final AtomicReference<String> bearer = new AtomicReference<>("");

  /**
   * @param servers where the servers are; at least one
   * @param processId the random name of this life of the worker
   */
  public ServerConnection(List<URI> servers, String processId) {
    this.http = new HttpExchange(new ServerRing(servers));
    this.processId = processId;
  }

  /** The random name of this life of the worker. */
  public String processId() {
    return processId;
  }

  public int servers() {
    return http.servers();
  }

  /** The server in use. */
  public URI currentServer() {
    return http.currentServer();
  }

  /** How long no server has answered. */
  public Duration sinceLastAnswer() {
    return http.sinceLastAnswer();
  }

  /** Uses a credential for all later requests. */
  public void identifyAs(Credential credential) {
    bearer.set(credential.token());
  }

  public Enrolled enrol(EnrolRequest request) throws ServerFailure, InterruptedException {
    return http.post(json("enrol", request, "", ANSWER_TIME), Enrolled.class);
  }

  public Registered register(Registration registration) throws ServerFailure, InterruptedException {
    return http.post(json("register", registration, bearer.get(), ANSWER_TIME), Registered.class);
  }

  public PollAnswer poll(Poll poll) throws ServerFailure, InterruptedException {
    Duration limit = Duration.ofMillis(poll.waitMillis()).plus(POLL_SLACK);
    return http.post(json("poll", poll, bearer.get(), limit), PollAnswer.class);
  }

  /**
   * Agrees to run a build, which may begin when this returns.
   *
   * @throws BuildLost if it is another's by now
   */
  public void acknowledge(HeldBuild held) throws ServerFailure, InterruptedException {
    var body = new Acknowledgement(processId, held.epoch());
    http.post(
        json(path(held, "acknowledge"), body, bearer.get(), ANSWER_TIME),
        HttpExchange.Nothing.class);
  }

  /**
   * Hands over log frames.
   *
   * @param frames whole frames, one after the other
   * @throws BuildLost if the build is another's by now
   */
  public LogAppended appendLog(HeldBuild held, byte[] frames)
      throws ServerFailure, InterruptedException {
    var headers =
        Map.of(
            "Content-Type",
            "application/octet-stream",
            "Vespene-Epoch",
            Integer.toString(held.epoch()),
            "Vespene-Process",
            processId);
    var request =
        new HttpExchange.Request(
            PREFIX + path(held, "log"),
            headers,
            BodyPublishers.ofByteArray(frames),
            bearer.get(),
            ANSWER_TIME);
    return http.post(request, LogAppended.class);
  }

  /**
   * Ends a build.
   *
   * @throws BuildLost if the build is another's by now
   */
  public Finished finish(HeldBuild held, Finish finish) throws ServerFailure, InterruptedException {
    return http.post(json(path(held, "finish"), finish, bearer.get(), ANSWER_TIME), Finished.class);
  }

  /** Which of these builds' directories may be removed. */
  public List<Long> expiredDirectories(List<Long> builds)
      throws ServerFailure, InterruptedException {
    var question = new DirectoryQuestion(processId, builds);
    return http.post(
            json("expired-directories", question, bearer.get(), ANSWER_TIME),
            ExpiredDirectories.class)
        .builds();
  }

  /** Says goodbye, if any server knows us; waits no longer than the limit for an answer. */
  public void leave(Duration limit) throws ServerFailure, InterruptedException {
    if (bearer.get().isEmpty()) {
      return;
    }
    http.post(json("leave", new Leave(processId), bearer.get(), limit), HttpExchange.Nothing.class);
  }

  @Override
  public void close() {
    http.close();
  }

  private static String path(HeldBuild held, String action) {
    return "builds/" + held.build() + "/" + action;
  }

  private static HttpExchange.Request json(
      String path, Object body, String bearer, Duration limit) {
    return new HttpExchange.Request(
        PREFIX + path,
        Map.of("Content-Type", "application/json"),
        BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)),
        bearer,
        limit);
  }
}
