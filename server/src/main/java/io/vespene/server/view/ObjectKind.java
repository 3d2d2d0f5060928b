package io.vespene.server.view;

/**
 * A kind of object that people make, as pages speak of it.
 *
 * @param path of its list; a page is that with the object's number after it
 * @param one what a single one is called: {@code snippet}
 * @param many what the list is called: {@code Snippets}
 */
public record ObjectKind(String path, String one, String many) {
  public static final ObjectKind PROJECT = new ObjectKind("/projects", "project", "Projects");
  public static final ObjectKind POOL =
      new ObjectKind("/worker-pools", "worker pool", "Worker pools");
  public static final ObjectKind WORKER = new ObjectKind("/workers", "worker", "Workers");
  public static final ObjectKind SNIPPET = new ObjectKind("/snippets", "snippet", "Snippets");
  public static final ObjectKind VARIABLE_SET =
      new ObjectKind("/variable-sets", "variable set", "Variable sets");
  public static final ObjectKind SSH_KEY = new ObjectKind("/ssh-keys", "SSH key", "SSH keys");
  public static final ObjectKind SERVICE_LOGIN =
      new ObjectKind("/service-logins", "service login", "Service logins");

  /** The address of an object's page. */
  public String page(long id) {
    return path + "/" + id;
  }
}
