#!/bin/sh
# The project's variables are in vespene.json, what is known of the build is in the environment.

printf '\033[1mVariables of this project\033[0m\n'
cat vespene.json
printf '\n\033[1mEnvironment\033[0m\n'
env | grep -E '^(CI|VESPENE)' | sort

# A line like these hands a value on; it is shown beside the log.
printf '\n\033[1mValues handed on\033[0m\n'
echo vespene/set built_by "$(id -un)"
echo 'vespene/set greeting "hello, world"'
