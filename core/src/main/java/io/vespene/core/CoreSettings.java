package io.vespene.core;

import io.vespene.core.build.EngineSettings;
import io.vespene.core.database.DatabaseSettings;
import io.vespene.core.pool.PoolRules;
import io.vespene.core.project.ProjectRules;
import io.vespene.core.secret.Keyset;

/**
 * Everything {@link Core} needs to know.
 *
 * @param keyset encrypts the secrets in the database; {@link Keyset#absent} for commands that touch
 *     none
 */
public record CoreSettings(
    DatabaseSettings database,
    EngineSettings engine,
    PoolRules poolRules,
    ProjectRules projectRules,
    Keyset keyset) {}
