package io.vespene.cli;

/** Resources as a server sends them. */
final class Resources {
  static final String PROJECT =
      """
      {"id":4,"name":"hello","description":"","scm_type":"none","repo_url":"","repo_branch":"",
       "submodules":true,"script":"#!/bin/sh\\necho hello\\n","container_base_image":"","timeout":60,"priority":0,
       "max_running":1,"retry_lost":0,"variables":{},"variable_sets":[],"worker_pool":"general",
       "ssh_keys":[],"service_login":"","host_keys":[],"pipeline":"","stage":"","pipeline_enabled":true,"launch_questions":[],
       "last_build":{"id":7,"status":"FAILURE","queued_at":"2026-01-02T03:04:05Z",
         "started_at":null,"ended_at":"2026-01-02T03:05:05Z"},
       "last_success":null,"active_build":null,
       "created_by":"admin","created_at":"2026-01-02T03:04:05Z","version":3}
      """;

  static final String POOL =
      """
      {"id":1,"name":"general","description":"","isolation":"none","sudo_user":"","allowed_images":[],
       "container_limits":{"cpus":0,"memory_mib":0,"pids":4096,"network":true},
       "permissions":"0770","build_latest_only":true,"auto_abort_minutes":1440,
       "lost_after_seconds":300,"log_limit_bytes":1073741824,
       "retention":{"builds_days":365,"build_roots_days":31},"variables":{},"variable_sets":[],"queued_builds":2,
       "running_builds":0,"online_workers":0,"created_at":"2026-01-02T03:04:05Z","version":5}
      """;

  static final String WORKER =
      """
      {"id":2,"name":"w1","state":"ONLINE","pools":["general"],"slots":2,"free_slots":1,
       "running_builds":[9],"drain_asked":false,"host_name":"box","file_port":8080,
       "version":"0.1.0","version_differs":false,"operating_system":"Linux",
       "disk_free_bytes":10737418240,"enrolled_at":"2026-01-02T03:04:05Z",
       "registered_at":"2026-01-02T03:04:05Z","last_seen_at":"2026-01-02T03:04:05Z"}
      """;

  private Resources() {}

  static String build(String status, String more) {
    return """
    {"id":7,"project":"hello","worker_pool":"general","status":"%s","requested_by":"admin",
     "priority":0,"queued_at":"2026-01-02T03:04:05Z","log_lines":0,"log_bytes":0%s}
    """
        .formatted(status, more);
  }

  static String ended(String status, int exitCode) {
    return build(
        status,
        """
        ,"exit_code":%d,"reason":"exit code %d","started_at":"2026-01-02T03:04:06Z",
        "ended_at":"2026-01-02T03:04:09Z"
        """
            .formatted(exitCode, exitCode));
  }

  static String page(String... items) {
    return "{\"items\":[" + String.join(",", items) + "],\"next\":null}";
  }

  static String line(int number, String text, boolean newline) {
    return "{\"number\":%d,\"section\":0,\"at\":\"2026-01-02T03:04:05Z\",\"text\":\"%s\",\"newline\":%b}\n"
        .formatted(number, text, newline);
  }
}
