package io.vespene.protocol.rest;

import java.util.List;
import java.util.Optional;

/**
 * Why a request was refused, sent as {@code application/problem+json}.
 *
 * @param type {@code about:blank}, or the address of a page about this kind of problem
 * @param title the kind of problem in a few words
 * @param status the HTTP status
 * @param detail what is wrong with this request, in a sentence for people
 * @param errors the fields that are wrong; absent when the problem is not about fields
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Problem(
    String type,
    String title,
    int status,
    Optional<String> detail,
    Optional<List<FieldError>> errors) {
  public Problem {
    errors = errors.map(List::copyOf);
  }

  /**
   * One wrong field.
   *
   * @param field its name in the request
   * @param reason what is wrong with it and what is allowed
   */
  public record FieldError(String field, String reason) {}
}
