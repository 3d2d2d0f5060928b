package io.vespene.server.view;

/**
 * The page on which an object is made or edited.
 *
 * @param action where the form is sent
 * @param back where one goes who does not send it
 * @param existing whether the object is there already
 */
public record ObjectForm(
    ObjectKind kind, String title, String action, String back, Form form, boolean existing) {
  /** For an object to be made. */
  public static ObjectForm toMake(ObjectKind kind, Form form) {
    return new ObjectForm(kind, "New " + kind.one(), kind.path(), kind.path(), form, false);
  }

  /** For an object to be edited. */
  public static ObjectForm toEdit(ObjectKind kind, ObjectIdentity object, Form form) {
    String page = kind.page(object.id());
    return new ObjectForm(kind, "Edit " + object.name(), page + "/edit", page, form, true);
  }
}
