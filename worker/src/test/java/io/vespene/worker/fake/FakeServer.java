package io.vespene.worker.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vespene.protocol.log.LogFrame;
import io.vespene.protocol.log.LogFrames;
import io.vespene.protocol.worker.Acknowledgement;
import io.vespene.protocol.worker.Assignment;
import io.vespene.protocol.worker.DirectoryQuestion;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import io.vespene.protocol.worker.ExpiredDirectories;
import io.vespene.protocol.worker.Finish;
import io.vespene.protocol.worker.Finished;
import io.vespene.protocol.worker.HeldBuild;
import io.vespene.protocol.worker.LogAppended;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.PollAnswer;
import io.vespene.protocol.worker.Registered;
import io.vespene.protocol.worker.Registration;
import io.vespene.protocol.worker.StopOrder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server with one queue in memory.
 *
 * <p>It can be taken down and brought up again on the same port, and it can be told to answer some
 * requests with 503, or to do what they say and then lose the answer.
 */
public final class FakeServer implements AutoCloseable {
  public static final String POOL_TOKEN = "right-token";
  public static final String FILE_KEY = "vsf_test";
  public static final String INSTALLATION = "5f0c2c5e-0000-4000-8000-000000000001";

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Map<Long, FakeBuild> builds = new LinkedHashMap<>();
  private final List<Registration> registrations = new CopyOnWriteArrayList<>();
  private final List<Poll> polls = new CopyOnWriteArrayList<>();
  private final List<DirectoryQuestion> questions = new CopyOnWriteArrayList<>();
  private final Set<Long> expired = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final InetSocketAddress address;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer http;
  private volatile Predicate<String> busy = path -> false;
  private volatile Predicate<String> losesAnswer = path -> false;
  private volatile long pollHoldMillis = 2_000;
  private volatile long abandonAfterMillis = 270_000;
  private volatile List<String> pools = List.of("general");
  private volatile boolean keepsHandingOut = true;
  private volatile boolean drains;
  private volatile boolean left;
  private volatile String credential = "credential-1";
  private long latestPoll;

  public FakeServer() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    address = http.getAddress();
    serve();
  }

  private void serve() {
    http.createContext("/worker/v1/", this::answer);
    http.setExecutor(threads);
    http.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + address.getPort());
  }

  /** Nobody listens any more, and what was being answered is broken off. */
  public void goDown() {
    http.stop(0);
  }

  /** Listens again on the same port, with all that was known before. */
  public void comeBack() throws IOException {
    http = HttpServer.create(address, 0);
    serve();
  }

  /** Answers 503 to these paths. */
  public void answerBusyTo(Predicate<String> paths) {
    busy = paths;
  }

  /** Does what these paths ask, but the answer never arrives. */
  public void loseAnswersTo(Predicate<String> paths) {
    losesAnswer = paths;
  }

  public void holdPollsFor(long millis) {
    pollHoldMillis = millis;
  }

  public void letWorkersAbandonAfter(long millis) {
    abandonAfterMillis = millis;
  }

  public void servePools(List<String> names) {
    pools = names;
  }

  public void revokeCredential() {
    credential = "credential-2";
  }

  public synchronized void drainWorker(boolean drain) {
    drains = drain;
    notifyAll();
  }

  public synchronized FakeBuild enqueue(Assignment assignment) {
    var build = new FakeBuild(assignment);
    builds.put(assignment.build(), build);
    notifyAll();
    return build;
  }

  public synchronized void stop(FakeBuild build, String reason) {
    build.stopReason = reason;
    notifyAll();
  }

  /** The build is another worker's from now on. */
  public synchronized void lose(FakeBuild build) {
    build.lost = true;
    notifyAll();
  }

  /** From now on the directory of this build may be removed, when a worker asks. */
  public void expire(long build) {
    expired.add(build);
  }

  /** What workers have asked about directories. */
  public List<DirectoryQuestion> questions() {
    return questions;
  }

  public List<Registration> registrations() {
    return registrations;
  }

  public List<Poll> polls() {
    return polls;
  }

  /** Every path that was asked for, in order. */
  public List<String> requests() {
    return requests;
  }

  public boolean hasLeft() {
    return left;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/worker/v1/".length());
    requests.add(path);
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      if (busy.test(path)) {
        send(exchange, 503, null);
        return;
      }
      Reply reply = reply(exchange, path, body);
      if (losesAnswer.test(path)) {
        exchange.close();
        return;
      }
      send(exchange, reply.status(), reply.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private record Reply(int status, @Nullable Object body) {}

  private Reply reply(HttpExchange exchange, String path, byte[] body)
      throws IOException, InterruptedException {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (path.equals("enrol")) {
      EnrolRequest request = JSON.readValue(body, EnrolRequest.class);
      boolean known = request.poolTokens().contains(POOL_TOKEN);
      return known
          ? new Reply(200, new Enrolled(7, credential, pools))
          : new Reply(401, Map.of("title", "Unauthorized", "detail", "unknown pool token"));
    }
    if (!("Bearer " + credential).equals(bearer)) {
      return new Reply(401, Map.of("title", "Unauthorized", "detail", "unknown credential"));
    }
    if (path.equals("register")) {
      Registration registration = JSON.readValue(body, Registration.class);
      registrations.add(registration);
      var refused = new ArrayList<>(registration.pools());
      refused.removeAll(pools);
      var served = new ArrayList<>(registration.pools());
      served.retainAll(pools);
      return new Reply(
          200,
          new Registered(
              7, served, refused, pollHoldMillis, abandonAfterMillis, FILE_KEY, INSTALLATION));
    }
    if (path.equals("poll")) {
      return new Reply(200, poll(JSON.readValue(body, Poll.class)));
    }
    if (path.equals("leave")) {
      left = true;
      return new Reply(204, null);
    }
    if (path.equals("expired-directories")) {
      DirectoryQuestion question = JSON.readValue(body, DirectoryQuestion.class);
      questions.add(question);
      return new Reply(
          200,
          new ExpiredDirectories(question.builds().stream().filter(expired::contains).toList()));
    }
    return aboutBuild(exchange, path, body);
  }

  private synchronized PollAnswer poll(Poll poll) throws InterruptedException {
    polls.add(poll);
    long number = ++latestPoll;
    notifyAll();
    long deadline = System.nanoTime() + poll.waitMillis() * 1_000_000;
    while (true) {
      PollAnswer answer = tell(poll);
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (!answer.isEmpty() || left <= 0 || number != latestPoll) {
        return answer;
      }
      wait(left);
    }
  }

  private PollAnswer tell(Poll poll) {
    var assignments = new ArrayList<Assignment>();
    var stops = new ArrayList<StopOrder>();
    var lost = new ArrayList<HeldBuild>();
    for (FakeBuild build : builds.values()) {
      var held = new HeldBuild(build.assignment().build(), build.assignment().epoch());
      boolean wanted = poll.onlyBuild().map(only -> only == held.build()).orElse(true);
      boolean isHeld = poll.holding().contains(held);
      if (!build.isAcknowledged() && !isHeld && wanted && !drains && keepsHandingOut) {
        if (assignments.size() < poll.freeSlots()) {
          assignments.add(build.assignment());
        }
      }
      if (build.stopReason != null && isHeld && !build.isFinished()) {
        stops.add(new StopOrder(held.build(), held.epoch(), build.stopReason));
      }
      if (build.lost && isHeld) {
        lost.add(held);
      }
    }
    return new PollAnswer(assignments, stops, lost, drains);
  }

  private Reply aboutBuild(HttpExchange exchange, String path, byte[] body) throws IOException {
    String[] parts = path.split("/", -1);
    FakeBuild build;
    synchronized (this) {
      build = Optional.ofNullable(builds.get(Long.parseLong(parts[1]))).orElseThrow();
    }
    return switch (parts[2]) {
      case "acknowledge" -> {
        int epoch = JSON.readValue(body, Acknowledgement.class).epoch();
        if (isFenced(build, epoch)) {
          yield new Reply(409, null);
        }
        build.acknowledge();
        yield new Reply(204, null);
      }
      case "log" -> {
        int epoch = Integer.parseInt(exchange.getRequestHeaders().getFirst("Vespene-Epoch"));
        if (isFenced(build, epoch)) {
          yield new Reply(409, null);
        }
        yield new Reply(200, new LogAppended(build.append(frames(body))));
      }
      case "finish" -> {
        Finish finish = JSON.readValue(body, Finish.class);
        if (isFenced(build, finish.epoch())) {
          yield new Reply(409, null);
        }
        build.append(frames(Base64.getDecoder().decode(finish.lastFrames().orElse(""))));
        if (finish.nextSequence() > build.nextSequence()) {
          yield new Reply(503, null);
        }
        build.finish(finish);
        yield new Reply(200, new Finished(finish.outcome().name()));
      }
      default -> new Reply(404, null);
    };
  }

  private static boolean isFenced(FakeBuild build, int epoch) {
    return build.lost || epoch != build.assignment().epoch();
  }

  private static List<LogFrame> frames(byte[] body) throws IOException {
    return LogFrames.readAll(new ByteArrayInputStream(body));
  }

  private static void send(HttpExchange exchange, int status, @Nullable Object body)
      throws IOException {
    try (exchange) {
      if (body == null) {
        exchange.sendResponseHeaders(status, -1);
      } else {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
