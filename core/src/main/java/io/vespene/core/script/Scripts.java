package io.vespene.core.script;

import io.vespene.core.pipeline.Pipeline;
import io.vespene.core.pipeline.PipelineParts;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.NotFound;
import io.vespene.core.project.PipelinePlace;
import io.vespene.core.project.Project;
import io.vespene.core.question.LaunchAnswers;
import io.vespene.core.snippet.Snippets;
import io.vespene.core.stage.Stage;
import io.vespene.core.variable.VariableLayer;
import io.vespene.core.variable.VariableSets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Renders scripts of projects with all the variables they see.
 *
 * <p>Rendering may take seconds, so it must not be asked for within a transaction. As many scripts
 * are rendered at once as there are processors; others wait their turn.
 */
public final class Scripts {
  private final WorkerPools pools;
  private final PipelineParts pipelines;
  private final VariableSets variableSets;
  private final Snippets snippets;
  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  public Scripts(
      WorkerPools pools, PipelineParts pipelines, VariableSets variableSets, Snippets snippets) {
    this.pools = pools;
    this.pipelines = pipelines;
    this.variableSets = variableSets;
    this.snippets = snippets;
  }

  /**
   * The script as a build started now would run it if nothing was answered, outside of any run of a
   * pipeline.
   *
   * @throws io.vespene.core.problem.NotFound if the project's pool was deleted in the meantime
   */
  public FinishedScript preview(Project project) {
    return finish(project, List.of(), LaunchAnswers.forPreview(project.settings().questions()));
  }

  /**
   * The script as a build with these answers runs it.
   *
   * @param outputs what earlier stages of the build's run hand on; nothing outside of runs
   * @throws io.vespene.core.problem.NotFound if the project's pool was deleted in the meantime
   */
  public FinishedScript finish(
      Project project, List<VariableLayer> outputs, LaunchAnswers answers) {
    String script = project.settings().script();
    List<VariableLayer> layers = layers(project, outputs, answers);
    turns.acquireUninterruptibly();
    try {
      return new RenderScript(script, layers).run(snippets::listCalled);
    } finally {
      turns.release();
    }
  }

  /** All that is known without templates. */
  private List<VariableLayer> layers(
      Project project, List<VariableLayer> outputs, LaunchAnswers answers) {
    WorkerPool pool =
        pools
            .find(project.workerPoolId())
            .orElseThrow(() -> new NotFound("worker pool", project.settings().workerPool()));
    var layers = new ArrayList<VariableLayer>();
    layers.addAll(variableSets.ofPool(pool.id(), pool.name(), pool.settings().variables()));
    PipelinePlace place = project.settings().place();
    if (!place.isNone()) {
      Pipeline pipeline = pipelines.pipelines().require(place.pipeline());
      Stage stage = pipelines.stages().require(place.stage());
      layers.addAll(
          variableSets.ofPipeline(pipeline.id(), pipeline.name(), pipeline.settings().variables()));
      layers.addAll(variableSets.ofStage(stage.id(), stage.name(), stage.settings().variables()));
    }
    layers.addAll(outputs);
    layers.addAll(
        variableSets.ofProject(project.id(), project.name(), project.settings().variables()));
    layers.addAll(answers.layers());
    return layers;
  }
}
