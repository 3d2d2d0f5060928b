package io.vespene.core.tutorial;

/**
 * What the tutorial needs to know.
 *
 * @param isolation of pool {@code general}
 * @param sudoUser for isolation {@code sudo}, else empty
 * @param repoUrl a git repository that needs no internet
 * @param createdBy a person's name
 */
public record TutorialChoices(
    String isolation, String sudoUser, String repoUrl, String createdBy) {}
