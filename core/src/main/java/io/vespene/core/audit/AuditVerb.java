package io.vespene.core.audit;

/** What somebody did to an object. */
public enum AuditVerb {
  CREATE,
  EDIT,
  DELETE,
  START,
  STOP,
  DRAIN,
  RESUME,
  REVOKE,
  ENABLE,
  DISABLE,
  SIGN_IN
}
