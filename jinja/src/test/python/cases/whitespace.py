"""White space control and its options."""

import itertools

TEMPLATES = [
    "a\n{% if true %}\nb\n{% endif %}\nc\n", "a\n  {% if true %}  \n  b\n  {% endif %}\nc", "  {{ 1 }}\n", "  {{ 1 -}}\n  x", "x  \n  {{- 1 }}", "x\n  {%- if true -%}\n  y\n  {%- endif -%}\n  z",
    "  {#- c #}\n x", "  {# c #}\n x", "a {# c -#}  b", "{% for i in [1, 2] %}\n  {{ i }}\n{% endfor %}\nend", "{% for i in [1, 2] -%}\n  {{ i }}\n{%- endfor %}\nend", "    {%+ if true %}a{% endif %}", "{% if true +%}\na{% endif %}", "a\n\n", "\n", "", "a\r\nb\r\n", "a\rb", "\n\n{{ 1 }}\n\n",
    "a {{- ' b ' -}} c", "a\n{{- 1 -}}\nb", "{{ 1 }}  \n{% set a = 1 %}\n{{ a }}", "{% set a = 1 -%}\n\n\n{{ a }}", "\t{% if true %}\tx\n\t{% endif %}\ty", "{% raw %}\n  x\n{% endraw %}\ny", "  {% raw %}  x  {% endraw %}  y", "  {%- raw -%}  x  {%- endraw -%}  y", "x{% if true %} {% endif %}y", "#!/bin/sh\n{% if true %}\nset -e\n{% endif %}\n", "a  {% if true %}\n b{% endif %}", "{% macro m() %}\n  x\n{% endmacro %}\n{{ m() }}|", "  {% filter upper %}\n x {% endfilter %}\n", "{{ 1 }}\n{#- c -#}\n{{ 2 }}", "{%- set a = 1 %} x", "a\u00a0{%- if true %}b{% endif %}", "{% if true -%}\u2003x{% endif %}", "line\n    {{ 'x' }}   \nline", "{{\n1\n}}", "{%\nif true\n%}a{%\nendif\n%}", "a\n   {# c #}   \nb", "{# c #}\nb", "{#- c +#}\nb", "{#+ c #}\nb",
]
CASES = []
for trim, lstrip, keep in itertools.product([False, True], repeat=3):
    for index, template in enumerate(TEMPLATES):
        options = (trim, lstrip, keep)
        if sum(options) in (0, 3) or options == (True, True, False) or index % 4 == sum(options):
            CASES.append({"template": template, "trim_blocks": trim, "lstrip_blocks": lstrip, "keep_trailing_newline": keep})
