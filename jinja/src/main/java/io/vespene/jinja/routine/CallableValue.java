package io.vespene.jinja.routine;

import io.vespene.jinja.value.ObjectValue;
import io.vespene.jinja.value.Value;

/** A value that can be called: a macro, a method with its owner, a global function. */
public interface CallableValue extends ObjectValue {

  Value call(CallArguments arguments, Rendering rendering);
}
