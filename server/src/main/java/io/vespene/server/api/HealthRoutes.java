package io.vespene.server.api;

import io.vespene.core.database.Database;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells load balancers and supervisors how the server is; anybody may ask. */
@RestController
final class HealthRoutes {
  private static final Map<String, String> UP = Map.of("status", "UP");
  private static final Map<String, String> DOWN = Map.of("status", "DOWN");

  private final Database database;

  HealthRoutes(Database database) {
    this.database = database;
  }

  /** The process answers. */
  @GetMapping("/health/live")
  Map<String, String> live() {
    return UP;
  }

  /** Requests can be served: the database answers. */
  @GetMapping("/health/ready")
  ResponseEntity<Map<String, String>> ready() {
    return database.answers()
        ? ResponseEntity.ok(UP)
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(DOWN);
  }
}
