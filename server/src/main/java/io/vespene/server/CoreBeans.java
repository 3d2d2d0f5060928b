package io.vespene.server;

import io.vespene.core.Core;
import io.vespene.core.build.BuildChangeStore;
import io.vespene.core.build.BuildRetention;
import io.vespene.core.build.Builds;
import io.vespene.core.build.ProjectBoard;
import io.vespene.core.build.RunningBuilds;
import io.vespene.core.database.Database;
import io.vespene.core.database.Wakeups;
import io.vespene.core.log.BuildLogs;
import io.vespene.core.pool.PoolTokens;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.project.Projects;
import io.vespene.core.script.Scripts;
import io.vespene.core.search.Search;
import io.vespene.core.servicelogin.ServiceLogins;
import io.vespene.core.snippet.Snippets;
import io.vespene.core.sshkey.SshKeys;
import io.vespene.core.user.ApiTokens;
import io.vespene.core.user.LoginAttemptStore;
import io.vespene.core.user.Users;
import io.vespene.core.variable.VariableSets;
import io.vespene.core.worker.BuildFiles;
import io.vespene.core.worker.WorkerPolls;
import io.vespene.core.worker.Workers;
import org.springframework.context.support.GenericApplicationContext;

/** The parts of core that pages and endpoints may ask for in their constructors. */
final class CoreBeans {
  private CoreBeans() {}

  static void register(GenericApplicationContext context, Core core) {
    add(context, Database.class, core.database());
    add(context, Wakeups.class, core.wakeups());
    add(context, Users.class, core.users());
    add(context, ApiTokens.class, core.apiTokens());
    add(context, LoginAttemptStore.class, new LoginAttemptStore(core.database()));
    add(context, WorkerPools.class, core.pools());
    add(context, PoolTokens.class, core.poolTokens());
    add(context, SshKeys.class, core.sshKeys());
    add(context, ServiceLogins.class, core.serviceLogins());
    add(context, VariableSets.class, core.variableSets());
    add(context, Snippets.class, core.snippets());
    add(context, Scripts.class, core.scripts());
    add(context, Search.class, core.search());
    add(context, Projects.class, core.projects());
    add(context, ProjectBoard.class, core.board());
    add(context, Builds.class, core.builds());
    add(context, BuildChangeStore.class, new BuildChangeStore(core.database()));
    add(context, RunningBuilds.class, core.runningBuilds());
    add(context, BuildLogs.class, core.logs());
    add(context, BuildRetention.class, core.retention());
    add(context, Workers.class, core.workers());
    add(context, BuildFiles.class, core.buildFiles());
    add(context, WorkerPolls.class, core.polls());
  }

  /** Whoever made the core closes it: Spring must not. */
  private static <T> void add(GenericApplicationContext context, Class<T> type, T part) {
    context.registerBean(type, () -> part, definition -> definition.setDestroyMethodName(""));
  }
}
