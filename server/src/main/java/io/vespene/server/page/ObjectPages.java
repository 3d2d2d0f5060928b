package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.user.User;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import io.vespene.server.view.ObjectForm;
import io.vespene.server.view.ObjectIdentity;
import io.vespene.server.view.ObjectKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Makes, copies, edits and deletes objects of one kind, the same way for all kinds: a refused form
 * keeps what was typed, an edit that began from an older version is told so, and so is the deletion
 * of something in use. A kind is a {@code @Controller} with its path as {@code @RequestMapping}; it
 * adds its list and its page, and says below what is special about it.
 *
 * @param <T> the object
 */
abstract class ObjectPages<T> {
  private static final String NAME = "name";

  private final Templates templates;
  private final ObjectKind kind;

  ObjectPages(Templates templates, ObjectKind kind) {
    this.templates = templates;
    this.kind = kind;
  }

  @GetMapping("/new")
  final JteModel newForm(Frame frame, User user) {
    requireMayMake(user);
    return form(frame, ObjectForm.toMake(kind, Form.of(firstValues())));
  }

  /** A new form that is filled in as an object is. Secrets are not copied: nobody sees them. */
  @GetMapping("/{id}/copy")
  final JteModel copyForm(Frame frame, User user, @PathVariable long id) {
    requireMayMake(user);
    T original = require(id);
    Form form = Form.of(values(original)).with(NAME, identity(original).name() + "-copy");
    return form(frame, ObjectForm.toMake(kind, form));
  }

  @PostMapping
  final FormAnswer make(
      Frame frame, User user, Actor actor, @RequestParam Map<String, String> typed) {
    requireMayMake(user);
    try {
      return new FormAnswer.GoOn(kind.page(make(new Author(user, actor), Form.of(typed))));
    } catch (InvalidInput refusal) {
      Form refused = RefusedForm.of(withoutSecrets(typed), refusal);
      return FormAnswer.refuse(form(frame, ObjectForm.toMake(kind, refused)));
    }
  }

  @GetMapping("/{id}/edit")
  final JteModel editForm(Frame frame, User user, @PathVariable long id) {
    T object = requireMine(user, id);
    var values = new HashMap<>(values(object));
    values.put("version", Integer.toString(identity(object).version()));
    return editForm(frame, object, Form.of(values));
  }

  @PostMapping("/{id}/edit")
  final FormAnswer edit(
      Frame frame,
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed) {
    T object = requireMine(user, id);
    try {
      edit(new Author(user, actor), object, version, Form.of(typed));
      return new FormAnswer.GoOn(kind.page(id));
    } catch (InvalidInput refusal) {
      Form refused = RefusedForm.of(withoutSecrets(typed), refusal);
      return FormAnswer.refuse(editForm(frame, object, refused));
    } catch (StaleVersion refusal) {
      Form refused = RefusedForm.of(withoutSecrets(typed), refusal);
      return FormAnswer.contradict(editForm(frame, object, refused));
    }
  }

  @GetMapping("/{id}/delete")
  final JteModel askBeforeDeletion(Frame frame, User user, @PathVariable long id) {
    return deletion(frame, requireMine(user, id), Optional.empty());
  }

  @PostMapping("/{id}/delete")
  final FormAnswer delete(Frame frame, User user, Actor actor, @PathVariable long id) {
    T object = requireMine(user, id);
    try {
      delete(new Author(user, actor), object);
      return new FormAnswer.GoOn(kind.path());
    } catch (Conflict refusal) {
      return FormAnswer.contradict(
          deletion(frame, object, Optional.ofNullable(refusal.getMessage())));
    }
  }

  /**
   * The object of this number.
   *
   * @throws io.vespene.core.problem.NotFound if there is none
   */
  abstract T require(long id);

  abstract ObjectIdentity identity(T object);

  /** What the form of an object shows, by field, without its version and without secrets. */
  abstract Map<String, String> values(T object);

  /** What the form of a new object shows at first. */
  Map<String, String> firstValues() {
    return Map.of();
  }

  /** Shows the form. */
  abstract JteModel form(Frame frame, ObjectForm page);

  /** Says what is lost with the object, and what the deletion can't undo. */
  abstract String effectOfDeletion(T object);

  /** Throws unless this user may make objects of this kind. Everybody may, by default. */
  void requireMayMake(User user) {}

  /** Throws unless this user may edit and delete the object. */
  abstract void requireMayChange(User user, T object);

  /**
   * Makes an object of what was typed.
   *
   * @return its number
   * @throws InvalidInput if it can't be made of that
   */
  abstract long make(Author author, Form typed);

  /**
   * Gives an object the settings that were typed.
   *
   * @throws InvalidInput if it can't have them
   * @throws StaleVersion if it was edited since this version was shown
   */
  abstract void edit(Author author, T object, int version, Form typed);

  /**
   * Deletes an object.
   *
   * @throws Conflict if something uses it; the message says what
   */
  abstract void delete(Author author, T object);

  /** What was typed without what must not be shown again, not even to who typed it. */
  Map<String, String> withoutSecrets(Map<String, String> typed) {
    return typed;
  }

  private JteModel editForm(Frame frame, T object, Form form) {
    return form(frame, ObjectForm.toEdit(kind, identity(object), form));
  }

  private JteModel deletion(Frame frame, T object, Optional<String> problem) {
    return templates.layoutDeletion(
        frame, kind, identity(object), effectOfDeletion(object), problem);
  }

  private T requireMine(User user, long id) {
    T object = require(id);
    requireMayChange(user, object);
    return object;
  }
}
