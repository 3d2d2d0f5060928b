#!/bin/sh
# Counts to ten, so that there is something to watch.
set -eu

for number in 1 2 3 4 5 6 7 8 9 10; do
  echo "Hello number $number"
  sleep 1
done
