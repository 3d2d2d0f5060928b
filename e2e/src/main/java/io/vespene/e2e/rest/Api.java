package io.vespene.e2e.rest;

import io.vespene.e2e.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The requests that most tests make. Each fails when the answer is not what it should be. */
public record Api(RestClient rest) {
  private static final Set<String> OPEN = Set.of("QUEUED", "RUNNING", "ABORTING");

  /** Makes a project of a script, with further fields. */
  public void createProject(String name, String pool, String script, Map<String, Object> fields) {
    var all = new LinkedHashMap<String, Object>(fields);
    all.put("name", name);
    all.put("worker_pool", pool);
    all.put("script", script);
    rest.post("/api/v1/projects", all).require(201);
  }

  public void createPool(String name, Map<String, Object> fields) {
    var all = new LinkedHashMap<String, Object>(fields);
    all.put("name", name);
    rest.post("/api/v1/worker-pools", all).require(201);
  }

  /** Returns a new token with which workers join a pool. */
  public String poolToken(String pool) {
    return rest.post("/api/v1/worker-pools/" + pool + "/tokens", Map.of())
        .require(201)
        .json()
        .get("token")
        .asString();
  }

  /** Starts a build and returns its number. */
  public long start(String project) {
    return rest.post("/api/v1/projects/" + project + "/builds", Map.of("answers", Map.of()))
        .require(201)
        .json()
        .get("id")
        .asLong();
  }

  public void stop(long build) {
    rest.post("/api/v1/builds/" + build + "/stop", Map.of()).require(202);
  }

  public BuildView build(long build) {
    return new BuildView(rest.get("/api/v1/builds/" + build).require(200).json());
  }

  /** Returns the build as soon as it has a status. */
  public BuildView awaitStatus(long build, String status, Duration limit) {
    return await(build, "be " + status, limit, view -> view.status().equals(status));
  }

  /** Returns the build as soon as it has ended. */
  public BuildView awaitEnd(long build, Duration limit) {
    return await(build, "end", limit, view -> !OPEN.contains(view.status()));
  }

  /** Returns once the build's stored output contains a text. */
  public void awaitLog(long build, String text, Duration limit) {
    Await.present(
        "build " + build + " to print " + text,
        limit,
        () -> log(build).contains(text) ? Optional.of(text) : Optional.empty(),
        () -> build(build) + "\n" + log(build));
  }

  /** Returns the output as it was printed. */
  public String log(long build) {
    return rest.get("/api/v1/builds/" + build + "/log").require(200).body();
  }

  public Path downloadLog(long build, Path file) {
    return rest.download("/api/v1/builds/" + build + "/log", file);
  }

  /** Returns the last hundred builds of a project, newest first. */
  public List<BuildView> builds(String project) {
    return builds(project, 100);
  }

  /** Returns the last builds of a project, newest first; a thousand at most. */
  public List<BuildView> builds(String project, int limit) {
    JsonNode page =
        rest.get("/api/v1/builds?limit=" + limit + "&project=" + project).require(200).json();
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .map(BuildView::new)
        .toList();
  }

  /** Returns a worker's state such as "ONLINE"; empty while the servers do not know it. */
  public Optional<String> workerState(String name) {
    JsonNode page = rest.get("/api/v1/workers").require(200).json();
    return StreamSupport.stream(page.get("items").spliterator(), false)
        .filter(worker -> worker.get("name").asString().equals(name))
        .map(worker -> worker.get("state").asString())
        .findFirst();
  }

  private BuildView await(long build, String what, Duration limit, Predicate<BuildView> condition) {
    return Await.present(
        "build " + build + " to " + what,
        limit,
        () -> Optional.of(build(build)).filter(condition),
        () -> build(build) + "\n" + log(build));
  }
}
