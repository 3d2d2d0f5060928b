package io.vespene.core.database;

/**
 * What a wake-up is about.
 *
 * @param text the payload of the notification, such as {@code pool:3}
 */
public record Topic(String text) {
  private static final String POOL = "pool:";

  /** A build of this pool can be claimed. Wakes one listener per server: one build, one worker. */
  public static Topic pool(long id) {
    return new Topic(POOL + id);
  }

  /** There is something to tell this worker. */
  public static Topic worker(long id) {
    return new Topic("worker:" + id);
  }

  /** The next stage of a run of a pipeline is to be queued. */
  public static Topic dueStages() {
    return new Topic("due stages");
  }

  /** Log or status of a build changed by way of this server; never sent to other servers. */
  public static Topic build(long id) {
    return new Topic("build:" + id);
  }

  boolean wakesOne() {
    return text.startsWith(POOL);
  }
}
