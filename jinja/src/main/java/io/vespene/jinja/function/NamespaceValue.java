package io.vespene.jinja.function;

import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.ObjectValue;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.util.Optional;

/** What {@code namespace()} makes: attributes that inner blocks can set. */
public final class NamespaceValue implements ObjectValue {

  private final DictValue attributes = new DictValue();
  private final Meter meter;

  NamespaceValue(Meter meter) {
    this.meter = meter;
  }

  public void set(String name, Value value, Meter meter) {
    attributes.put(new TextValue(name), value, meter);
  }

  void setAll(DictValue values) {
    attributes.putAll(values, meter);
  }

  @Override
  public Optional<Value> attribute(String name) {
    return attributes.find(name);
  }

  @Override
  public String text() {
    // One that contains itself must end soon: each level takes more of the stack than a list does.
    meter.enterCall();
    String shown = TextForm.quoted(attributes, meter);
    meter.leaveCall();
    return "<Namespace " + shown + ">";
  }

  @Override
  public String typeName() {
    return "Namespace";
  }
}
