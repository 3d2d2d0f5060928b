#!/bin/sh
# Scripts fail sometimes. The build's reason says how, and the log shows where.

echo 'Checking the oven ...'
sleep 1
printf '\033[33mwarning:\033[0m the cake has been in there for a while\n'
sleep 1
printf '\033[31merror:\033[0m smoke detected in kitchen.c:42\n' >&2
exit 3
