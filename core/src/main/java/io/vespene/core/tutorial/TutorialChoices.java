package io.vespene.core.tutorial;

import io.vespene.core.audit.Actor;

/**
 * What the tutorial needs to know.
 *
 * @param isolation of pool {@code general}
 * @param sudoUser for isolation {@code sudo}, else empty
 * @param repoUrl a git repository that needs no internet
 * @param actor whom it belongs to
 */
public record TutorialChoices(String isolation, String sudoUser, String repoUrl, Actor actor) {}
