package io.vespene.core.build;

import io.vespene.core.question.LaunchAnswers;
import io.vespene.core.script.FinishedScript;

/** All that a build is queued with. */
record PreparedStart(StartRequest request, LaunchAnswers answers, FinishedScript script) {}
