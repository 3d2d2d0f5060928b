package io.vespene.core;

import io.vespene.core.build.EngineSettings;
import io.vespene.core.database.DatabaseSettings;
import io.vespene.core.pool.PoolRules;
import io.vespene.core.project.ProjectRules;

/** Everything {@link Core} needs to know. */
public record CoreSettings(
    DatabaseSettings database,
    EngineSettings engine,
    PoolRules poolRules,
    ProjectRules projectRules) {}
