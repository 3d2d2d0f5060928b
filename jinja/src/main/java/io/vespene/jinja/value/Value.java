package io.vespene.jinja.value;

/** Anything an expression can evaluate to; modelled on Python's types. */
public sealed interface Value
    permits NoneValue,
        BooleanValue,
        IntegerValue,
        FloatValue,
        TextValue,
        ListValue,
        TupleValue,
        DictValue,
        DictView,
        RangeValue,
        StreamValue,
        UndefinedValue,
        ObjectValue {

  /** Python's name of the type, as error messages show it. */
  String typeName();
}
