package io.vespene.core.build;

import io.vespene.core.project.Projects;
import io.vespene.core.script.Scripts;
import io.vespene.core.secret.Keyset;

/**
 * What it takes to start a build beyond the queue.
 *
 * @param keyset encrypts what a script with secret variables holds
 */
public record BuildPreparation(Projects projects, Scripts scripts, Keyset keyset) {}
