package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.server.security.LocalTarget;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Frame;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people come in. */
@Controller
final class LoginPages {
  private final Templates templates;

  LoginPages(Templates templates) {
    this.templates = templates;
  }

  @GetMapping("/login")
  JteModel login(
      Frame frame,
      @RequestParam(defaultValue = "/") String next,
      @RequestParam(defaultValue = "") String problem) {
    return templates.loginLogin(frame, LocalTarget.parse(next).path(), message(problem));
  }

  private static Optional<String> message(String problem) {
    return switch (problem) {
      case "wrong" -> Optional.of("This name and password do not belong together.");
      case "wait" -> Optional.of("Too many tries. Wait 15 minutes, then try again.");
      default -> Optional.empty();
    };
  }
}
