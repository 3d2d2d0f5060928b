package io.vespene.server.api;

import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.health.DataSourceHealthIndicator;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells load balancers and supervisors how the server is; anybody may ask. */
@RestController
final class HealthRoutes {
  private final DataSourceHealthIndicator database;

  HealthRoutes(DataSource dataSource) {
    database = new DataSourceHealthIndicator(dataSource);
  }

  /** The process answers. */
  @GetMapping("/health/live")
  Map<String, String> live() {
    return Map.of("status", Status.UP.getCode());
  }

  /** Requests can be served: the database answers. */
  @GetMapping("/health/ready")
  ResponseEntity<Map<String, String>> ready() {
    Status status = database.health().getStatus();
    return ResponseEntity.status(status.equals(Status.UP) ? 200 : 503)
        .body(Map.of("status", status.getCode()));
  }
}
