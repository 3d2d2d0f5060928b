package io.vespene.core;

import io.vespene.core.audit.AuditLog;
import io.vespene.core.build.BuildPreparation;
import io.vespene.core.build.BuildRetention;
import io.vespene.core.build.Builds;
import io.vespene.core.build.EngineSettings;
import io.vespene.core.build.Handover;
import io.vespene.core.build.LostBuilds;
import io.vespene.core.build.PipelineBuilds;
import io.vespene.core.build.ProjectBoard;
import io.vespene.core.build.ProjectSecrets;
import io.vespene.core.build.RunningBuilds;
import io.vespene.core.database.Database;
import io.vespene.core.database.Migrations;
import io.vespene.core.database.Wakeups;
import io.vespene.core.duty.Duties;
import io.vespene.core.duty.Duty;
import io.vespene.core.log.BuildLogs;
import io.vespene.core.pipeline.PipelineParts;
import io.vespene.core.pipeline.PipelineRuns;
import io.vespene.core.pipeline.Pipelines;
import io.vespene.core.pipeline.RunProgress;
import io.vespene.core.pool.PoolTokens;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.project.Projects;
import io.vespene.core.script.Scripts;
import io.vespene.core.search.Search;
import io.vespene.core.servicelogin.ServiceLogins;
import io.vespene.core.snippet.Snippets;
import io.vespene.core.sshkey.SshKeys;
import io.vespene.core.stage.Stages;
import io.vespene.core.tutorial.Tutorial;
import io.vespene.core.user.ApiTokens;
import io.vespene.core.user.Users;
import io.vespene.core.variable.VariableSets;
import io.vespene.core.worker.BuildFiles;
import io.vespene.core.worker.WorkerPolls;
import io.vespene.core.worker.Workers;
import java.util.List;

/**
 * The engine, wired. All of it is safe for use by any number of threads.
 *
 * <p>{@link #open} connects to nothing and starts nothing. A server calls {@link #start}; a command
 * that does one thing need not.
 */
public final class Core implements AutoCloseable {
  private final Database database;
  private final Wakeups wakeups;
  private final AuditLog auditLog;
  private final Users users;
  private final ApiTokens apiTokens;
  private final VariableSets variableSets;
  private final WorkerPools pools;
  private final PoolTokens poolTokens;
  private final SshKeys sshKeys;
  private final ServiceLogins serviceLogins;
  private final Stages stages;
  private final Pipelines pipelines;
  private final PipelineRuns pipelineRuns;
  private final PipelineBuilds pipelineBuilds;
  private final Projects projects;
  private final ProjectBoard board;
  private final Snippets snippets;
  private final Scripts scripts;
  private final Search search;
  private final Builds builds;
  private final RunningBuilds runningBuilds;
  private final BuildRetention retention;
  private final BuildLogs logs;
  private final Workers workers;
  private final BuildFiles buildFiles;
  private final WorkerPolls polls;
  private final Duties duties;

  private Core(CoreSettings settings) {
    database = Database.open(settings.database());
    wakeups = new Wakeups(database);
    auditLog = new AuditLog(database);
    users = new Users(database);
    apiTokens = new ApiTokens(database);
    variableSets = new VariableSets(database, settings.keyset());
    pools =
        new WorkerPools(
            database, variableSets, settings.poolRules(), settings.engine().unreachableAfter());
    poolTokens = new PoolTokens(database);
    sshKeys = new SshKeys(database, settings.keyset());
    serviceLogins = new ServiceLogins(database, settings.keyset());
    stages = new Stages(database, variableSets);
    pipelines = new Pipelines(database, variableSets);
    pipelineRuns = new PipelineRuns(database);
    projects = new Projects(database, pools, variableSets, settings.projectRules());
    board = new ProjectBoard(database);
    snippets = new Snippets(database);
    scripts = new Scripts(pools, new PipelineParts(pipelines, stages), variableSets, snippets);
    search = new Search(database);
    var preparation = new BuildPreparation(projects, scripts, settings.keyset());
    builds = new Builds(database, wakeups, preparation, settings.engine().unreachableAfter());
    pipelineBuilds = new PipelineBuilds(database, wakeups, builds, preparation);
    runningBuilds = new RunningBuilds(database, wakeups);
    retention = new BuildRetention(database);
    logs = new BuildLogs(database, wakeups);
    buildFiles = new BuildFiles(database, settings.keyset());
    workers = new Workers(database, settings.engine(), settings.keyset());
    var handover =
        new Handover(
            database,
            settings.engine(),
            new ProjectSecrets(sshKeys, serviceLogins, settings.keyset()));
    polls = new WorkerPolls(database, wakeups, handover, settings.engine().pollHold());
    duties =
        new Duties(
            database, duties(settings.engine(), handover, new LostBuilds(database), retention));
    duties.add(
        Duty.of(
            "idle pipeline runs",
            settings.engine().autoAbortEvery(),
            () -> RunProgress.moveIdle(database)));
    duties.add(
        Duty.of(
            "pipeline run retention",
            settings.engine().retentionEvery(),
            pipelineRuns::removeForgotten));
  }

  private static List<Duty> duties(
      EngineSettings times, Handover handover, LostBuilds lost, BuildRetention retention) {
    return List.of(
        Duty.of("hand-overs", times.handOver().dividedBy(15), handover::releaseExpired),
        new Duty("reap", times.reapEvery(), lost::reap),
        Duty.of("overdue builds", times.autoAbortEvery(), lost::reapOverdue),
        Duty.of("retention", times.retentionEvery(), retention::removeExpired));
  }

  /**
   * Wires everything.
   *
   * @throws io.vespene.core.problem.SetUpProblem if the settings can't work
   */
  public static Core open(CoreSettings settings) {
    return new Core(settings);
  }

  /** Begins to listen for wake-ups and to do the periodic duties. The schema must be current. */
  public void start() {
    wakeups.start();
    duties.start();
    pipelineBuilds.start();
  }

  /** Answers held polls, ends the duties and closes the connections. May be called twice. */
  @Override
  public void close() {
    polls.close();
    pipelineBuilds.close();
    duties.close();
    wakeups.close();
    database.close();
  }

  public Database database() {
    return database;
  }

  public Migrations migrations() {
    return new Migrations(database);
  }

  public Wakeups wakeups() {
    return wakeups;
  }

  public AuditLog auditLog() {
    return auditLog;
  }

  public Users users() {
    return users;
  }

  public ApiTokens apiTokens() {
    return apiTokens;
  }

  public VariableSets variableSets() {
    return variableSets;
  }

  public WorkerPools pools() {
    return pools;
  }

  public PoolTokens poolTokens() {
    return poolTokens;
  }

  public SshKeys sshKeys() {
    return sshKeys;
  }

  public ServiceLogins serviceLogins() {
    return serviceLogins;
  }

  public Stages stages() {
    return stages;
  }

  public Pipelines pipelines() {
    return pipelines;
  }

  public PipelineRuns pipelineRuns() {
    return pipelineRuns;
  }

  public PipelineBuilds pipelineBuilds() {
    return pipelineBuilds;
  }

  public Projects projects() {
    return projects;
  }

  public ProjectBoard board() {
    return board;
  }

  public Snippets snippets() {
    return snippets;
  }

  public Scripts scripts() {
    return scripts;
  }

  public Search search() {
    return search;
  }

  public Builds builds() {
    return builds;
  }

  public RunningBuilds runningBuilds() {
    return runningBuilds;
  }

  public BuildRetention retention() {
    return retention;
  }

  public BuildLogs logs() {
    return logs;
  }

  public Workers workers() {
    return workers;
  }

  public BuildFiles buildFiles() {
    return buildFiles;
  }

  public WorkerPolls polls() {
    return polls;
  }

  public Duties duties() {
    return duties;
  }

  public Tutorial tutorial() {
    return new Tutorial(pools, projects);
  }
}
