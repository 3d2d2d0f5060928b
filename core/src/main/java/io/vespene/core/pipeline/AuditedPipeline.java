package io.vespene.core.pipeline;

import io.vespene.core.audit.AuditedFields;
import io.vespene.core.audit.AuditedObject;
import io.vespene.core.audit.ObjectType;

/** Pipelines as the audit log sees them. */
final class AuditedPipeline {
  private AuditedPipeline() {}

  static AuditedObject object(Pipeline pipeline) {
    return new AuditedObject(ObjectType.PIPELINE, pipeline.id(), pipeline.name());
  }

  static AuditedFields fields(PipelineDraft draft) {
    return new AuditedFields()
        .with("name", draft.name())
        .with("description", draft.description())
        .with("enabled", draft.enabled())
        .with("stages", draft.stages())
        .with("variables", draft.variables().own())
        .with("variable_sets", draft.variables().sets());
  }
}
