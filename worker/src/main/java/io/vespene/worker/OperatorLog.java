package io.vespene.worker;

import io.vespene.worker.process.OutputSink;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs for the operator what a command prints that belongs to no running build. */
final class OperatorLog implements OutputSink {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorLog.class);

  @Override
  public void accept(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8).strip();
    LOG.atInfo().addKeyValue("output", text).log("A command for an earlier build printed");
  }
}
