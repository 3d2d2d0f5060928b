package io.vespene.core.audit;

import java.util.List;
import java.util.Optional;

/**
 * A part of the audit log.
 *
 * @param next what the following part is asked for with; empty at the end
 */
public record AuditPage(List<AuditEntry> entries, Optional<Long> next) {
  public AuditPage {
    entries = List.copyOf(entries);
  }
}
