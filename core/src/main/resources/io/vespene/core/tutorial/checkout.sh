#!/bin/sh
# The repository was checked out before this script began, and is in the current directory.
set -e

printf '\033[1mThe files of this checkout\033[0m\n'
ls -l
printf '\n\033[1mIts latest commits\033[0m\n'
git log --oneline --decorate -n 5
printf '\nThis build is of revision \033[33m%s\033[0m on branch \033[33m%s\033[0m.\n' \
  "$VESPENE_REVISION" "$VESPENE_BRANCH"
