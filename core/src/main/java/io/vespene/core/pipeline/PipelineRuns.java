package io.vespene.core.pipeline;

import io.vespene.core.database.Database;
import io.vespene.core.problem.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Runs as people see them. */
public final class PipelineRuns {
  /** No page of the history is longer. */
  public static final int MAX_LIMIT = 1000;

  private final Database database;

  public PipelineRuns(Database database) {
    this.database = database;
  }

  /**
   * The run of this number.
   *
   * @throws NotFound if there is no such run
   */
  public PipelineRun require(long id) {
    return database
        .withHandle(handle -> new RunStore(handle).find(id))
        .orElseThrow(() -> new NotFound("pipeline run", id));
  }

  /**
   * The history of a pipeline, newest first.
   *
   * @param cursor the {@code next} of the page before
   * @param limit at most so many; 1 to {@link #MAX_LIMIT}
   */
  public PipelineRunPage list(long pipeline, Optional<Long> cursor, int limit) {
    int size = Math.clamp(limit, 1, MAX_LIMIT);
    // One more than asked for tells whether there is another page.
    List<PipelineRun> runs =
        database.withHandle(handle -> new RunStore(handle).list(pipeline, cursor, size + 1));
    return runs.size() <= size
        ? new PipelineRunPage(runs, Optional.empty())
        : new PipelineRunPage(runs.subList(0, size), Optional.of(runs.get(size - 1).id()));
  }

  /** How the runs of these pipelines go, in the same order. */
  public List<PipelineOverview> overview(List<Pipeline> pipelines) {
    return database.withHandle(handle -> overview(handle, pipelines));
  }

  private static List<PipelineOverview> overview(Handle handle, List<Pipeline> pipelines) {
    var store = new RunStore(handle);
    List<Long> ids = pipelines.stream().map(Pipeline::id).toList();
    Map<Long, PipelineRun> newest = byPipeline(store.newest(ids, Optional.empty()));
    Map<Long, PipelineRun> completed =
        byPipeline(store.newest(ids, Optional.of(RunStatus.SUCCESS)));
    return pipelines.stream()
        .map(pipeline ->
            new PipelineOverview(
                pipeline,
                store.projects(pipeline.id()),
                Optional.ofNullable(newest.get(pipeline.id())),
                Optional.ofNullable(completed.get(pipeline.id()))))
        .toList();
  }

  private static Map<Long, PipelineRun> byPipeline(List<PipelineRun> runs) {
    var map = new HashMap<Long, PipelineRun>();
    runs.forEach(run -> map.put(run.pipeline(), run));
    return map;
  }

  /** The run that the build belongs to. */
  public Optional<PipelineRun> ofBuild(long build) {
    return database.withHandle(handle -> {
      var store = new RunStore(handle);
      return store.runOf(build).flatMap(store::find);
    });
  }

  /** The map of a run: its stages in order. */
  public List<MapStage> map(PipelineRun run) {
    return database.withHandle(handle -> new MapStore(handle).ofRun(run.id()));
  }

  /** The map of a pipeline that has no run to show: its stages in order. */
  public List<MapStage> map(Pipeline pipeline) {
    return database.withHandle(handle -> new MapStore(handle).ofPipeline(pipeline.id()));
  }

  /** Removes runs of whose builds nothing is left. */
  public void removeForgotten() {
    database.withHandle(handle -> new RunStore(handle).deleteForgotten());
  }
}
