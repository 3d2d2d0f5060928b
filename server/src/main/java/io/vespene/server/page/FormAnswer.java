package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import org.springframework.http.HttpStatus;

/** What becomes of a form that was sent. */
sealed interface FormAnswer {
  /** All went well: the browser goes on to another page, so that reloading repeats nothing. */
  record GoOn(String path) implements FormAnswer {}

  /** A page right away, which no cache may keep. */
  record Show(HttpStatus status, JteModel page) implements FormAnswer {}

  /** The form once more, with what was typed and what is wrong with it. */
  static FormAnswer refuse(JteModel form) {
    return new Show(HttpStatus.UNPROCESSABLE_CONTENT, form);
  }

  /** The form once more: things are not as its sender saw them. */
  static FormAnswer contradict(JteModel form) {
    return new Show(HttpStatus.CONFLICT, form);
  }
}
