package io.vespene.core.audit;

/** Kinds of objects that people act on. */
public enum ObjectType {
  PROJECT("project"),
  BUILD("build"),
  STAGE("stage"),
  PIPELINE("pipeline"),
  PIPELINE_RUN("pipeline run"),
  WORKER_POOL("worker pool"),
  POOL_TOKEN("pool token"),
  WORKER("worker"),
  SNIPPET("snippet"),
  VARIABLE_SET("variable set"),
  SSH_KEY("SSH key"),
  SERVICE_LOGIN("service login"),
  USER("user"),
  GROUP("group"),
  API_TOKEN("API token");

  private final String title;

  ObjectType(String title) {
    this.title = title;
  }

  /** As it stands inside a sentence. */
  public String title() {
    return title;
  }
}
